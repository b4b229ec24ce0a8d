import type { JsonObject } from "../../plan.ts";
import { isObject, listOf, objectOf, valueAt } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

const ADMIN_GUIDE = "https://docs.aws.amazon.com/connect/latest/adminguide";
const RECORDED = ["VoiceBehavior", "VoiceRecordingBehavior", "RecordedParticipants"];

/** Actions that hand a caller on to somebody, or to another flow. */
const TRANSFERS = /^(TransferContactTo|TransferTo|CreateCallbackContact$)/;

/**
 * What callers meet may change, and the review shows it block by block. What it doesn't show at a
 * glance is judged: callers that no longer get to anybody, that are sent to another telephone, or
 * whose calls leave no trace. Only actions that a caller can come to count.
 */
export const flowContent: Judgement = (change, context) => {
  if (change.before === null) return [];
  const old = actionsIn(change.before.content) ?? [];
  const next = actionsIn(context.text(change, ["content"]));
  if (next === undefined) {
    return [
      {
        effect: "disrupt",
        happens: "writes a flow that can't be read here",
        because: "what callers meet then, nobody has seen",
        source: "https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html",
        cure: "render it from a template in flow-templates/",
      },
    ];
  }
  return RULES.flatMap(({ harms, ...harm }) => (harms(old, next, context) ? [harm] : []));
};

interface Rule extends Harm {
  readonly harms: (
    before: readonly JsonObject[],
    after: readonly JsonObject[],
    context: Context,
  ) => boolean;
}

const RULES: readonly Rule[] = [
  {
    harms: (before, after, context) => {
      const stay = [...queuesIn(before, context)].filter((queue) => !isDeleted(queue, context));
      const next = queuesIn(after, context);
      const lost = stay.filter((queue) => !next.has(queue));
      return (
        (before.some(isTransfer) && !after.some(isTransfer)) ||
        (lost.length > 0 && lost.length * 2 >= stay.length)
      );
    },
    effect: "disrupt",
    happens: "no longer leads callers to half of the queues or more, which stay",
    because: "they hear a flow that ends, and nobody answers",
    source: `${ADMIN_GUIDE}/set-working-queue.html`,
    cure: "look for what has emptied the menu in kwglobal.ts",
  },
  {
    harms: (before, after) => {
      const known = numbersIn(before);
      return [...numbersIn(after)].some((number) => !known.has(number));
    },
    effect: "grant",
    happens: "sends callers to another telephone number, or calls one back",
    because: "whoever has it talks with the callers, and the center pays for the call",
    source: `${ADMIN_GUIDE}/transfer-to-phone-number.html`,
    cure: "transfer to a queue",
  },
  {
    harms: (before, after) =>
      before.some(records) &&
      (!after.some(records) || (after.some(recordsNobody) && !before.some(recordsNobody))),
    effect: "unprotect",
    happens: "no longer records the calls",
    because: "what was said can't be heard afterwards",
    source: `${ADMIN_GUIDE}/set-recording-behavior.html`,
    cure: "leave the flow's recordings as they are in kwglobal.ts",
  },
  {
    harms: (before, after) =>
      before.some(logs) &&
      (!after.some(logs) || (after.some(logsNothing) && !before.some(logsNothing))),
    effect: "disrupt",
    happens: "turns the flow's log off",
    because: "what happened to a caller can't be found out afterwards",
    source: `${ADMIN_GUIDE}/set-logging-behavior.html`,
    cure: "leave the flow's log as it is",
  },
];

const isTransfer = ({ Type }: JsonObject): boolean => TRANSFERS.test(String(Type));
const records = ({ Parameters }: JsonObject): boolean =>
  listOf(valueAt(Parameters, RECORDED)).length > 0 ||
  listOf(valueAt(Parameters, ["RecordingBehavior", "RecordedParticipants"])).length > 0;
const recordsNobody = (action: JsonObject): boolean =>
  String(action.Type).startsWith("UpdateContactRecording") && !records(action);
const logsNothing = (action: JsonObject): boolean =>
  action.Type === "UpdateFlowLoggingBehavior" && !logs(action);
const logs = ({ Parameters }: JsonObject): boolean =>
  objectOf(Parameters).FlowLoggingBehavior === "Enabled";

/** Queues by their addresses, whether the flow names them by ARN or, before that is known, by reference. */
function queuesIn(actions: readonly JsonObject[], { resources }: Context): ReadonlySet<unknown> {
  const ids = [...parametersOf(actions, "QueueId")];
  return new Set(
    ids.map((id) => {
      const [, referred] = REFERENCE.exec(String(id)) ?? [];
      const queue = resources.find(
        ({ address, before, after }) =>
          address === referred || before?.arn === id || after?.arn === id,
      );
      return queue?.address ?? id;
    }),
  );
}

const REFERENCE = /^\$\{(aws_connect_queue\.[\w-]+)\.arn\}$/;

function isDeleted(queue: unknown, { resources }: Context): boolean {
  return resources.some(({ address, after }) => address === queue && after === null);
}

function numbersIn(actions: readonly JsonObject[]): ReadonlySet<unknown> {
  return new Set(
    ["ThirdPartyPhoneNumber", "CallbackNumber"].flatMap((name) => [...parametersOf(actions, name)]),
  );
}

function parametersOf(actions: readonly JsonObject[], name: string): ReadonlySet<unknown> {
  const all = actions.map(({ Parameters }) => objectOf(Parameters)[name]);
  return new Set(all.filter((value) => value !== undefined));
}

/** The actions that a caller can come to; undefined where the text is no flow. */
function actionsIn(content: unknown): readonly JsonObject[] | undefined {
  const flow = parsed(content);
  if (!isObject(flow) || !Array.isArray(flow.Actions)) return undefined;
  const all = new Map(flow.Actions.map(objectOf).map((each) => [each.Identifier, each]));
  const reached = new Set<JsonObject>();
  const open: unknown[] = [flow.StartAction];
  while (open.length > 0) {
    const action = all.get(open.pop());
    if (action === undefined || reached.has(action)) continue;
    reached.add(action);
    const { NextAction, Conditions, Errors } = objectOf(action.Transitions);
    const branches = [...listOf(Conditions), ...listOf(Errors)].map(objectOf);
    open.push(NextAction, ...branches.map((branch) => branch.NextAction));
  }
  return [...reached];
}

function parsed(content: unknown): unknown {
  try {
    return JSON.parse(String(content));
  } catch {
    return undefined;
  }
}
