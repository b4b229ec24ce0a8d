import { between, type Random } from "../../contact-flow/simulation/random";

/** When an apply is cut off. */
export interface CutPoint {
  /** Once so many resources are done. */
  readonly done: number;
  /** And so many milliseconds later, so that it hits what is under way then. */
  readonly pause: number;
}

/** A cut to be made. */
export interface Cut {
  readonly number: number;
  /** Where chance begins for its faults. */
  readonly seed: number;
  readonly point: CutPoint;
}

/** What is under way takes about as long. */
const LONGEST_PAUSE = 1000;

/**
 * Random points, one in each of as many equal parts of what an apply makes. Spread over its time, half of
 * them would hit the last two resources: two bucket life cycles, for which the provider waits.
 *
 * @param count - How many.
 * @param total - Resources that the apply makes.
 */
export function cutPoints(random: Random, count: number, total: number): CutPoint[] {
  return Array.from({ length: count }, (_, part) => ({
    done: Math.floor(((part + random()) / count) * total),
    pause: between(random, 0, LONGEST_PAUSE),
  }));
}
