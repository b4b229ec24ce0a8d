import type { Cut } from "./cut-points";
import type { Outcome } from "./trial";

/** What came of a drill. */
export interface Drill {
  readonly cuts: number;
  readonly healed: number;
  /** Keys that lost answers left behind, in all trials: there twice, and deleted. */
  readonly unusedKeys: number;
}

/**
 * What came of a cut, in a line; below it, what is wrong.
 *
 * @param outcome - Or why there is none.
 * @param faults - What is wrong after recovery, a line each.
 */
export function cutText(
  { number, seed, point }: Cut,
  outcome: Outcome | string,
  faults: readonly string[],
): string {
  const what =
    typeof outcome === "string"
      ? `cut after ${point.done} done`
      : `cut after ${outcome.done} of ${outcome.total} done, at ${outcome.seconds.toFixed(1)} s; ${outcome.recovery.steps.join(", ")}${leftText(outcome.orphanKeys, faults)}`;
  const verdict = faults.length === 0 ? "healed" : `NOT HEALED\n    ${faults.join("\n    ")}`;
  return `${String(number).padStart(3)}  seed ${String(seed).padEnd(10)}  ${what}: ${verdict}`;
}

/**
 * What came of a drill. Keys are there twice for a while, since a key has no name and CreateKey no token
 * that would tell a repeated call: they are no fault of the recovery, but they are no "nothing" either.
 */
export function drillText({ cuts, healed, unusedKeys }: Drill, minutes: number): string {
  const twice =
    unusedKeys === 0 ? "nothing twice" : `nothing twice but ${keys(unusedKeys)}, which it deleted`;
  return `${healed} of ${cuts}: complete, each thing as it should be, and ${twice} (${minutes.toFixed(1)} minutes)`;
}

function leftText(count: number, faults: readonly string[]): string {
  if (count === 0) return "";
  // Where something is wrong, something else may well be there twice.
  return `; ${faults.length === 0 ? "nothing twice but " : ""}${keys(count)}, deleted`;
}

function keys(count: number): string {
  return `${count} unused ${count === 1 ? "key" : "keys"}`;
}
