import { isDeepStrictEqual } from "node:util";
import { ANY_WAY, type Block, type Exit, type Flow, reached } from "./graph.ts";
import { storesInput } from "./input.ts";

const KEYED_IN = "$.StoredCustomerInput";

/** A number that the caller keyed in is the one that is called back. */
const callsKeyedIn = ({ type, parameters }: Block): boolean =>
  type === "UpdateContactCallbackNumber" && parameters.CallbackNumber === KEYED_IN;

const checks = ({ type, parameters }: Block): boolean =>
  type === "Compare" && parameters.ComparisonValue === KEYED_IN;

const asks = ({ parameters }: Block): boolean => storesInput(parameters);

/**
 * Whether callers can have numbers called back that were refused until now: a check is bypassed, prefixes
 * were removed from it, or other numbers may be keyed in.
 */
export function callsOtherNumbers(before: Flow, after: Flow): boolean {
  const [old, next] = [before, after].map(everyBlock);
  if (!old?.some(callsKeyedIn) || !next?.some(callsKeyedIn)) return false;
  const isUnchecked = (flow: Flow) =>
    [...reached(flow, [flow.start], ANY_WAY, checks)].some(callsKeyedIn);
  if (!isUnchecked(before) && isUnchecked(after)) return true;
  return next.some((block) => {
    const was = before.blocks.get(block.id);
    if (asks(block)) {
      return (
        was !== undefined &&
        !isDeepStrictEqual(was.parameters.InputValidation, block.parameters.InputValidation)
      );
    }
    return checks(block) && was !== undefined && !turnsAway(after, was, block);
  });
}

/** Whether a check still refuses everything that it did, in the same order; it may refuse more. */
function turnsAway(flow: Flow, before: Block, after: Block): boolean {
  const isSame = (one: Exit) => (other: Exit) => isDeepStrictEqual(one, other);
  const isRefusal = ({ to }: Exit) => ![...reached(flow, [to], ANY_WAY, checks)].some(callsKeyedIn);
  const known = after.exits.filter((exit) => before.exits.some(isSame(exit)));
  const added = after.exits.filter((exit) => !before.exits.some(isSame(exit)));
  return isDeepStrictEqual(known, before.exits) && added.every(isRefusal);
}

/** Whether what callers key in is written into the flow's log, and wasn't until now. */
export function logsWhatIsKeyedIn(before: Flow, after: Flow): boolean {
  return everyBlock(before).some(asks) && !logsInput(before) && logsInput(after);
}

/** Logging is on from the flow's start, and again from where it is turned on. */
function logsInput(flow: Flow): boolean {
  const turnedOn = everyBlock(flow).filter(
    ({ type, parameters }) => type === LOGGING && parameters.FlowLoggingBehavior === "Enabled",
  );
  const from = [flow.start, ...turnedOn.map(({ id }) => id)];
  return [...reached(flow, from, ANY_WAY, logsNothing)].some(asks);
}

const LOGGING = "UpdateFlowLoggingBehavior";

const logsNothing = ({ type, parameters }: Block): boolean =>
  type === LOGGING && parameters.FlowLoggingBehavior !== "Enabled";

const everyBlock = (flow: Flow): readonly Block[] => [...reached(flow, [flow.start], ANY_WAY)];
