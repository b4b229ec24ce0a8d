import type { PlannedChange } from "../../plan.ts";
import { type JsonObject, listOf, objectOf } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";
import { lostRules } from "./contact-lens-rules.ts";
import { oddDesires, oddInput } from "./desired-shape.ts";
import { desiredIn } from "./desired-state.ts";
import { lostForms } from "./evaluation-forms.ts";
import { lostHolidays } from "./holidays.ts";

/** How many agent statuses may be disabled at once. */
const STATUSES = 1;

/** How many more there may be at once: none can ever be deleted. */
const MORE_STATUSES = 10;

const BUILT = "lambda-src/connect-associations";

/**
 * Judges what the reconciler is told to set in the instance (constructs/associations/association.ts): it stands in
 * the invocation's input, or, where that isn't known yet, in the input of the data source that asks
 * the observer.
 */
export const associations: Judgement = (change, context) => {
  const after = desiredIn(change.after) ?? desiredIn(observed(change, context));
  const before = desiredIn(change.before);
  const kind = String((change.before === null ? after : before)?.kind);
  const judge = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const isSame = after?.kind === kind && after.instanceId === before?.instanceId;
  if (change.before !== null && (!before || !judge || (after && !isSame))) {
    return [harm("tells the function to set something else", "leave input as it is")];
  }
  const odd = [...oddInput(change.after?.input), ...(after ? oddDesires(after) : [])];
  if (odd.length > 0) return odd;
  if (!before || !judge) return after ? judgeMade(after, context) : madeUnseen(context);
  return judge({ before, after, context });
};

/** What is wanted, before and after; `after` is undefined where only the apply tells. */
interface Wanted {
  readonly before: JsonObject;
  readonly after: JsonObject | undefined;
  readonly context: Context;
}

const KINDS: Readonly<Record<string, (wanted: Wanted) => readonly Harm[]>> = {
  agentStatuses: ({ before, after }) => {
    const [old, next] = [namesIn(before.agentStatuses), namesIn(after?.agentStatuses)];
    const gone = old.filter((name) => !next.includes(name));
    const some = gone.length <= STATUSES && next.length > 0;
    if (next.length - old.length > MORE_STATUSES) {
      return [
        {
          effect: "create",
          happens: `makes ${next.length - old.length} agent statuses more`,
          because: "Connect deletes none: they can only be disabled, and agents choose among all",
          source: "https://docs.aws.amazon.com/connect/latest/adminguide/agent-custom.html",
          cure: `make ${MORE_STATUSES} at once at most`,
        },
      ];
    }
    if (after !== undefined && (gone.length === 0 || some)) return [];
    return [
      {
        effect: "disrupt",
        happens: after
          ? `disables the agent statuses ${gone.join(", ")}`
          : "changes the agent statuses in a way that isn't known before the apply",
        because: "agents can't choose them any more, and who is away shows as available",
        source: "https://docs.aws.amazon.com/connect/latest/adminguide/agent-custom.html",
        cure: `look for what has emptied agentStatuses in kwglobal.ts (${STATUSES} at once passes)`,
      },
    ];
  },

  queueQuickConnects: ({ before, after, context }) => {
    // A new queue's id, or a new quick connect's, makes the whole text unknown: nothing else does.
    if (after === undefined && makes(context, "aws_connect_queue", "aws_connect_quick_connect")) {
      return [];
    }
    const [old, next] = [quickConnectsIn(before), quickConnectsIn(after)];
    const had = [...old.values()].flatMap(({ all }) => all);
    const isKnown = (id: string) => had.includes(id) || isQuickConnect(id, context);
    const left = (queue: string) => (next.get(queue)?.all ?? []).filter(isKnown).length;
    const emptied = [...old].filter(
      ([queue, { all }]) => all.length > 0 && left(queue) === 0 && !deletes(context, queue),
    );
    const count = [...next.keys()].reduce((sum, queue) => sum + left(queue), 0);
    if (emptied.length === 0 && count * 2 >= had.length) return [];
    return [
      {
        effect: "disrupt",
        happens:
          after === undefined
            ? "changes the queues' quick connects in a way that isn't known before the apply"
            : `takes the quick connects away from ${emptied.map(([, { name }]) => name).join(", ") || "the queues"}`,
        because: "agents can't transfer calls any more",
        source: "https://docs.aws.amazon.com/connect/latest/adminguide/quick-connects.html",
        cure: "look for what has emptied quickConnects in kwglobal.ts",
      },
    ];
  },

  holidays: ({ before, after, context }) => lostHolidays(before, after, context),

  contactLensRules: ({ before, after }) => lostRules(before, after),

  evaluationForms: ({ before, after }) => lostForms(before, after),

  phoneNumberFlow: ({ before, after, context }) => {
    const [old, next] = [before, objectOf(after)];
    const sameFlow =
      objectOf(next.flow).contactFlowId === objectOf(old.flow).contactFlowId &&
      next.instanceId === old.instanceId;
    const isIt =
      next.phoneNumberId === old.phoneNumberId && next.phoneNumberArn === old.phoneNumberArn;
    const sameNumber = isIt || isTakenOver(next, context);
    if (sameFlow && sameNumber) return [];
    return [
      {
        effect: "disrupt",
        happens: sameFlow
          ? "answers another number, and lets the one it answered ring in vain"
          : "lets another flow answer the number",
        because: "callers hear something else, or nothing at all",
        source: BUILT,
        cure: "leave phoneNumber as it is in kwglobal.ts",
      },
    ];
  },
};

/** What is made sets something for the first time; what can be closed by it are days. */
function judgeMade(after: JsonObject, context: Context): readonly Harm[] {
  if (after.kind === "holidays") return lostHolidays({}, after, context);
  return Object.hasOwn(KINDS, String(after.kind))
    ? []
    : [harm("invokes the function with an input that nobody knows", "leave it out")];
}

function madeUnseen({ firstApply }: Context): readonly Harm[] {
  return firstApply
    ? []
    : [
        harm(
          "invokes the function with an input that isn't known before the apply",
          "apply what it needs first",
        ),
      ];
}

const harm = (happens: string, cure: string): Harm => ({
  effect: "disrupt",
  happens,
  because:
    "it sets agent statuses, quick connects, holidays, evaluation forms, rules and the number's flow",
  source: BUILT,
  cure,
});

function observed({ address }: PlannedChange, { plan }: Context) {
  return plan.changes.find((each) => each.address === `data.${address}_observed`)?.after ?? null;
}

function namesIn(list: unknown): string[] {
  return listOf(list).map((each) => String(objectOf(each).name));
}

/** Quick connects by their queue, both by their ids: names may change, and lie. */
function quickConnectsIn(desired: JsonObject | undefined) {
  const queues = listOf(desired?.queues).map(objectOf);
  return new Map(
    queues.map(({ name, queueId = name, quickConnects }) => {
      const all = listOf(quickConnects).map(objectOf);
      const ids = all.map(({ name: called, quickConnectId = called }) => String(quickConnectId));
      return [String(queueId), { name: String(name), all: ids }] as const;
    }),
  );
}

/** Whether an id, or a name where there is none, is of a quick connect of this plan. */
function isQuickConnect(id: string, { resources }: Context): boolean {
  return resources.some(
    ({ type, after }) =>
      type === "aws_connect_quick_connect" && [after?.quick_connect_id, after?.name].includes(id),
  );
}

function makes({ resources }: Context, ...types: readonly string[]): boolean {
  return resources.some(({ type, kind }) => kind === "create" && types.includes(type));
}

function deletes({ resources }: Context, queue: string): boolean {
  return resources.some(
    ({ type, kind, before }) =>
      type === "aws_connect_queue" &&
      kind === "delete" &&
      [before?.queue_id, before?.name].includes(queue),
  );
}

/** Whether the number is one that this plan takes over: ported (docs/how-to/number-port.md). */
function isTakenOver({ phoneNumberId }: JsonObject, { resources }: Context): boolean {
  return resources.some(
    ({ type, importId }) =>
      type === "aws_connect_phone_number" && importId !== undefined && importId === phoneNumberId,
  );
}
