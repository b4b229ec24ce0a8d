import { isNothing, valueAt } from "../../values.ts";
import type { PlannedChange } from "../../plan.ts";
import type { Context } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";
import { all } from "./flow/changes.ts";
import { flowIn as readFlow } from "./flow/graph.ts";
import { endsCalls } from "./flow/hooks.ts";
import { records } from "./flow/recordings.ts";
import { ownAddress } from "./own.ts";

const ADMIN_GUIDE = "https://docs.aws.amazon.com/connect/latest/adminguide";

/** A queue may go that no flow leads callers to, neither before nor after. */
export const goneQueue: Judgement = (change, { resources }) => {
  const flows = resources.filter(
    ({ type, before, after }) =>
      type === "aws_connect_contact_flow" &&
      [before, after].some((values) => leadsTo(values?.content, change)),
  );
  if (flows.length === 0) return [];
  return [
    {
      effect: "destroy",
      happens: `deletes a queue to which ${flows.map(({ address }) => address).join(", ")} leads callers`,
      because: "who waits in it is lost, and who is led there hears an error",
      source: "https://docs.aws.amazon.com/connect/latest/APIReference/API_DeleteQueue.html",
      cure: "take it out of the flows first, and let it go in a later change, when nobody waits in it any more",
    },
  ];
};

function leadsTo(content: unknown, { address, before }: PlannedChange): boolean {
  const names = [before?.arn, before?.queue_id, `\${${address}.`];
  return (
    typeof content === "string" &&
    names.some((name) => typeof name === "string" && name !== "" && content.includes(name))
  );
}

const WHISPER = ["outbound_caller_config", 0, "outbound_flow_id"];

const SILENT: Harm = {
  effect: "unprotect",
  happens: "runs a flow before calls out of the queue that doesn't record them",
  because: "what was said can't be heard afterwards",
  source: `${ADMIN_GUIDE}/set-recording-behavior.html`,
  cure: "leave outboundWhisperFlow as it is in kwglobal.ts",
};

const ENDS: Harm = {
  effect: "disrupt",
  happens: "runs a flow before calls out of the queue that ends them",
  because: "no agent can call out of it, nor call back",
  source: `${ADMIN_GUIDE}/set-up-queue-outbound.html`,
  cure: "let the flow reach its end where nothing fails",
};

/**
 * The flow that runs before a call out of a queue may have recorded it: it may become one of this stack, and
 * one of Connect's only where it was none of this stack.
 */
export const outboundFlow: Judgement = (change, context) => {
  const old = flowIn({ ...change, after: change.before, afterUnknown: false }, context);
  const next = flowIn(change, context);
  if (next === old) return [];
  if (isOwn(next)) {
    const isSilent = isOwn(old) && recordsCalls(old, context) && !recordsCalls(next, context);
    return [
      ...(!context.firstApply && endsCalls(next, context, true) ? [ENDS] : []),
      ...(isSilent ? [SILENT] : []),
    ];
  }
  if (next === "read" && !isOwn(old)) return [];
  // What is made without one has none to lose.
  if (change.before === null && next === "none") return [];
  const foreign = next === "foreign";
  return [
    {
      effect: foreign ? "grant" : "unprotect",
      happens: foreign
        ? "runs a flow that isn't in this stack before calls out of the queue"
        : "no longer runs the flow before calls out of the queue",
      because: foreign
        ? "what it does with agents and customers can't be seen here"
        : "that flow records them and says so",
      source: `${ADMIN_GUIDE}/set-up-queue-outbound.html`,
      cure: "leave outboundWhisperFlow as it is in kwglobal.ts",
    },
  ];
};

/** The address of the queue's own outbound flow, or what else it is. */
function flowIn(change: PlannedChange, context: Context): string {
  const value = context.after(change, WHISPER);
  const address = ownAddress(context.text(change, WHISPER), ["aws_connect_contact_flow"], context);
  if (address !== undefined) return address.startsWith("data.") ? "read" : address;
  const isSet = value.kind === "known" ? !isNothing(value.value) : value.kind === "open";
  return isSet ? "foreign" : "none";
}

const isOwn = (flow: string): boolean => !["foreign", "none", "read"].includes(flow);

/** Whether the flow at an address records calls. */
function recordsCalls(address: string, context: Context): boolean {
  const found = context.resources.find((each) => each.address === address);
  const flow = found && readFlow(context.text(found, ["content"]));
  return flow !== undefined && all(flow).some(records);
}

const NAME = ["outbound_caller_config", 0, "outbound_caller_id_name"];

/** The caller ID name of outbound calls: only one that some queue had already. */
export const callerName: Judgement = (change, context) => {
  const value = context.after(change, NAME);
  if (value.kind === "computed") return [];
  const known = context.resources
    .filter(({ type }) => type === "aws_connect_queue")
    .map(({ before }) => valueAt(before, NAME))
    .filter((name) => !isNothing(name));
  const isKnown = value.kind === "known" && (isNothing(value.value) || known.includes(value.value));
  if (isKnown || known.length === 0) return [];
  return [
    {
      effect: "change",
      happens: "calls out under another name",
      because: "people take the call for somebody else's",
      source: `${ADMIN_GUIDE}/queues-callerid.html`,
      cure: "leave outboundCallerIdName as it is in kwglobal.ts",
    },
  ];
};

/** From which queue an agent calls out: one of this stack, or Connect's own. */
export const outboundQueue: Judgement = (change, context) => {
  const path = ["default_outbound_queue_id"];
  const isOurs =
    context.named(change, path, ["aws_connect_queue"]) !== undefined ||
    context.isRead(change, path, "aws_connect_queue");
  if (isOurs) return [];
  return [
    {
      effect: "disrupt",
      happens: "lets agents call out of a queue that isn't in this stack",
      because: "they may not call at all, or under a number and a flow that nobody here has seen",
      source: `${ADMIN_GUIDE}/routing-profiles.html`,
      cure: "leave defaultOutboundQueue as it is in kwglobal.ts",
    },
  ];
};
