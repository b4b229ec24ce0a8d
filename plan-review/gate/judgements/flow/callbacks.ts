import { isDeepStrictEqual } from "node:util";
import { all, type FlowChange } from "./changes.ts";
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
  const next = all(after);
  if (!all(before).some(callsKeyedIn) || !next.some(callsKeyedIn)) return false;
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

/** Whether a number is called that none of the flow's blocks called, but for the callers' own. */
export function callsElsewhere({ before, after }: FlowChange): boolean {
  const known = numbersIn(before);
  return numbersIn(after).some((number) => !known.includes(number));
}

/** Of a caller: the number of the call, or the one keyed in, whose keeping is judged. */
const OF_CALLERS: readonly unknown[] = ["$.CustomerEndpoint.Address", KEYED_IN];

/** Numbers that are called, but for the callers' own, at which they are called back. */
function numbersIn(flow: Flow): readonly unknown[] {
  return all(flow).flatMap(({ parameters }) =>
    [
      parameters.ThirdPartyPhoneNumber,
      ...(OF_CALLERS.includes(parameters.CallbackNumber) ? [] : [parameters.CallbackNumber]),
    ].filter((number) => number !== undefined),
  );
}
