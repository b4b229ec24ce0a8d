import { errors } from "./errors";
import type { Fault, FaultContext } from "../gateway/fault";
import { lateReads } from "./late-reads";
import { lostAnswers } from "./lost-answers";
import { outages } from "./outages";
import { quotas } from "./quotas";
import { resets } from "./resets";
import { slowAnswers } from "./slow-answers";
import { slowCreation } from "./slow-creation";
import { takenNames } from "./taken-names";
import { throttling } from "./throttling";
import { timeouts } from "./timeouts";

/**
 * How the sandbox behaves badly: as AWS does on a bad day. Shares are of all requests, 0 to 1, drawn
 * for each request; `quota`, `taken`, `late` and `creating` are Connect's.
 */
export interface Faults {
  /** Connect's own limits: 2 requests a second and a burst of 5, for each operation and Region. */
  readonly throttling?: boolean;
  /** Share answered with a 5xx before any work is done. */
  readonly errors?: number;
  /** Share whose work is done, and whose answer is a 5xx all the same. */
  readonly lost?: number;
  /** Share whose work is done, and whose connection breaks before the answer is whole. */
  readonly resets?: number;
  /** Share that gets neither work nor answer, until the connection is closed. */
  readonly timeouts?: number;
  /** Every answer comes up to so many milliseconds late. */
  readonly slow?: number;
  /** Milliseconds until a new thing is found, by the operation that makes it: `CreateUser`. */
  readonly late?: Readonly<Record<string, number>>;
  /** Milliseconds for which a new instance, or number, is still being made. */
  readonly creating?: number;
  /** How often an operation succeeds until its quota is used up: `{ CreateUser: 2 }`. */
  readonly quota?: Readonly<Record<string, number>>;
  /** Names that somebody else has taken. */
  readonly taken?: readonly string[];
  /** Milliseconds without any connection, by the operation that it begins at, once. */
  readonly outage?: Readonly<Record<string, number>>;
  /** Where chance begins, so that a run can be repeated; by default another one each time. */
  readonly seed?: number;
}

/** Puts faults together: the first one stands nearest to the client. */
export function combine(faults: Faults, context: FaultContext): Fault {
  const all: (Fault | undefined)[] = [
    given(faults.outage, (durations) => outages(durations, context)),
    given(faults.slow, (longest) => slowAnswers(longest, context)),
    given(faults.timeouts, (share) => timeouts(share, context)),
    faults.throttling === true ? throttling(context) : undefined,
    given(faults.errors, (share) => errors(share, context)),
    given(faults.lost, (share) => lostAnswers(share, context)),
    given(faults.resets, (share) => resets(share, context)),
    given(faults.taken, (names) => takenNames(names, context)),
    given(faults.quota, (limits) => quotas(limits, context)),
    given(faults.late, (delays) => lateReads(delays, context)),
    given(faults.creating, (duration) => slowCreation(duration, context)),
  ];
  return all
    .filter((fault) => fault !== undefined)
    .reduceRight<Fault>(
      (inner, outer) => (call, serve) => outer(call, () => inner(call, serve)),
      (_call, serve) => serve(),
    );
}

function given<T>(value: T | undefined, make: (value: T) => Fault): Fault | undefined {
  return value === undefined ? undefined : make(value);
}
