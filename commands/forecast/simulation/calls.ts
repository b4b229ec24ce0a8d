import type { Chance } from "./chance";
import { type Assumptions, type CallRow, INTERVAL_SECONDS } from "./model";

/** A call with all that is its own: drawn before it comes in, so that it is the same whoever is at work. */
export interface Call {
  readonly row: CallRow;
  /** When it comes in: seconds since the first half hour began. */
  readonly at: number;
  readonly talkSeconds: number;
  readonly wrapSeconds: number;
  /** Infinity for who never gives up. */
  readonly patienceSeconds: number;
}

/**
 * Draws the calls of one replication, in the order in which they come: a Poisson process in each half hour.
 * @param from when the first half hour began, in milliseconds since 1970
 */
export function drawCalls(
  rows: readonly CallRow[],
  from: number,
  { talk, wrap }: Assumptions,
  chance: Chance,
): Call[] {
  const calls = rows.flatMap((row) => {
    const drawn: Call[] = [];
    if (row.calls === 0) return drawn;
    const begin = (row.interval.at - from) / 1000;
    const gap = INTERVAL_SECONDS / row.calls;
    for (
      let after = chance.time(gap, { kind: "exponential" });
      after < INTERVAL_SECONDS;
      after += chance.time(gap, { kind: "exponential" })
    )
      drawn.push({
        row,
        at: begin + after,
        talkSeconds: chance.time(row.talkSeconds, talk),
        wrapSeconds: chance.time(row.wrapSeconds, wrap),
        patienceSeconds:
          row.patienceSeconds === undefined
            ? Infinity
            : chance.time(row.patienceSeconds, { kind: "exponential" }),
      });
    return drawn;
  });
  return calls.sort((one, other) => one.at - other.at);
}
