/**
 * Whether a number gets smaller.
 *
 * @param byDefault - What AWS takes where the plan has none.
 */
export function lowered(byDefault: number): (before: unknown, after: unknown) => boolean {
  const number = (value: unknown): number => (typeof value === "number" ? value : byDefault);
  return (before, after) => number(after) < number(before);
}
