import type { Random } from "../../contact-flow/simulation/random";

/**
 * Random moments, one in each of as many equal parts of an apply: spread over all of it.
 *
 * @param count - How many.
 * @param seconds - How long the apply takes.
 */
export function moments(random: Random, count: number, seconds: number): number[] {
  return Array.from({ length: count }, (_, part) => ((part + random()) / count) * seconds);
}
