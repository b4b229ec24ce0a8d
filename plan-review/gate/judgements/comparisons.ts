import { isDeepStrictEqual } from "node:util";

/**
 * Whether a number gets smaller.
 *
 * @param byDefault - What AWS takes where the plan has none.
 */
export function lowered(byDefault: number): (before: unknown, after: unknown) => boolean {
  const number = (value: unknown): number => (typeof value === "number" ? value : byDefault);
  return (before, after) => number(after) < number(before);
}

/** Whether two texts of JSON differ in more than spaces or the order of their keys. */
export function changesJson(before: unknown, after: unknown): boolean {
  return before !== after && !isDeepStrictEqual(parsed(before), parsed(after));
}

function parsed(text: unknown): unknown {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the texts themselves are compared.
    return text;
  }
}
