import type { Context } from "../../context.ts";
import { all, type FlowChange, GIVES, TRANSFER } from "./changes.ts";
import { type Flow, flowIn, NO_FLOW, OPEN_WAY, reached } from "./graph.ts";
import { type Reference, referencesIn } from "./references.ts";

/** Flows that callers get at an event besides the one that they got until now. */
export function hooks({ before, after, context }: FlowChange): readonly string[] {
  const old = hooksOf(before, context);
  const another = hooksOf(after, context)
    .filter(({ parameter }) => old.some((each) => each.parameter === parameter))
    .filter((hook) => !old.some(isSame(hook)));
  return inWords(another);
}

/** Events after the call with the agent has ended: a flow for them ends it for the caller, too. */
const AFTERWARDS = ["CustomerRemaining", "DefaultAgentUI", "DisconnectAgentUI"];

/** Flows at an event at which no flow had them until now, and which end the call although nothing fails. */
export function endingHooks({ before, after, context }: FlowChange): readonly string[] {
  if (context.firstApply) return [];
  const flows = context.resources.map((each) => flowIn(each.before?.content) ?? NO_FLOW);
  const old = [before, ...flows].flatMap((flow) => hooksOf(flow, context));
  const ending = hooksOf(after, context)
    .filter(({ parameter }) => !AFTERWARDS.includes(parameter))
    .filter((hook) => !old.some(isSame(hook)))
    .filter(({ parameter, thing }) => endsCalls(thing, context, parameter.endsWith("Whisper")));
  return inWords(ending);
}

const isSame =
  ({ parameter, thing }: Reference) =>
  (other: Reference): boolean =>
    other.parameter === parameter && other.thing === thing;

function hooksOf(flow: Flow, context: Context): readonly Reference[] {
  const setting = all(flow).filter(({ type }) => type === "UpdateContactEventHooks");
  return referencesIn(setting, context);
}

/**
 * Whether callers of a flow are disconnected before it has handed them over to somebody.
 *
 * @param flowAddress - One that isn't of this stack ends none: it is judged as such.
 * @param isWhisper - Whether the call goes on only after the flow's end.
 */
export function endsCalls(flowAddress: string, context: Context, isWhisper = false): boolean {
  const found = context.resources.find(({ address }) => address === flowAddress);
  const flow = found && flowIn(context.text(found, ["content"]));
  if (flow === undefined) return false;
  const isGiven = ({ type }: { type: string }) => type === TRANSFER || Object.hasOwn(GIVES, type);
  const types = [...reached(flow, [flow.start], OPEN_WAY, isGiven)].map(({ type }) => type);
  return (
    types.includes("DisconnectParticipant") || (isWhisper && !types.includes("EndFlowExecution"))
  );
}

function inWords(all: readonly Reference[]): readonly string[] {
  return [...new Set(all.map(({ parameter, thing }) => `${thing} for ${parameter}`))];
}
