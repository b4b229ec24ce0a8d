import type { Part } from "./parts.ts";
import type { JsonObject } from "../values.ts";

/** A policy, or a part of it, that can't be understood. The message says why, as a clause. */
export class PolicyError extends Error {
  public override readonly name = "PolicyError";
}

/** ARNs, which are the longest of all, have no more characters. */
const LONGEST_TEXT = 2048;

/** @throws PolicyError if an object has a key that isn't among these. */
export function onlyKeys(object: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(object).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new PolicyError(`${unknown} is unknown here`);
}

/**
 * What an element names, or by its twin with `Not` all but which.
 *
 * @param name - `Action`, `Resource` or `Principal`.
 * @param read - Makes patterns of the element's value.
 * @throws PolicyError unless there is one of the two.
 */
export function partsOf(
  statement: JsonObject,
  name: string,
  read: (value: unknown) => readonly string[],
): Part[] {
  const [some, but] = [statement[name], statement[`Not${name}`]];
  if ((some === undefined) === (but === undefined)) {
    throw new PolicyError(`it must have either ${name} or Not${name}`);
  }
  return some === undefined ? [{ but: read(but) }] : read(some).map((is) => ({ is }));
}

/** @throws PolicyError unless it is a text, or a list of some. */
export function textsIn(value: unknown): string[] {
  const texts = scalarsIn(value);
  const other = [value].flat().find((each) => typeof each !== "string");
  if (other !== undefined) throw new PolicyError(`${JSON.stringify(other)} is no text`);
  return texts;
}

/** Texts, numbers and switches as texts. @throws PolicyError for anything else, and for no value. */
export function scalarsIn(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) throw new PolicyError("a list is empty");
  return list.map((each) => {
    if (!["string", "number", "boolean"].includes(typeof each)) {
      throw new PolicyError(`${JSON.stringify(each)} is no value`);
    }
    const text = String(each);
    if (text.length > LONGEST_TEXT) throw new PolicyError("a value is longer than AWS takes");
    return text;
  });
}
