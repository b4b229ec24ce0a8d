/**
 * Whether a number gets smaller.
 *
 * @param byDefault - The default of AWS if the plan has no number.
 */
export function lowered(byDefault: number): (before: unknown, after: unknown) => boolean {
  const number = (value: unknown): number => (typeof value === "number" ? value : byDefault);
  return (before, after) => number(after) < number(before);
}
