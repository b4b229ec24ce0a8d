import { isObject } from "../../contact-flow/json";

/** What a field holds, as AWS documents it. */
export type Kind = "text" | "moment" | "seconds" | "percentage" | "flag";

/** The fields that are asked for, by name; those of a list's members stand in an array of one. */
export interface Fields {
  readonly [name: string]: Kind | Fields | readonly [Fields];
}

/** A value that was read, told as what is known of it, or as what is wrong with it. */
export type Reading =
  { readonly record: Readonly<Record<string, unknown>> } | { readonly fault: string };

/**
 * Picks the fields that are asked for. Others are passed over, since AWS adds new ones; any may be missing or null.
 *
 * @param value - JSON.
 * @param what - What the value is, for a message: `a record`.
 * @returns what is known, and each fault with the field's name.
 */
export function readFields(
  value: unknown,
  fields: Fields,
  what: string,
): { readonly known: Record<string, unknown>; readonly faults: string[] } {
  const faults: string[] = [];
  if (!isObject(value)) faults.push(`${what} must be an object, got ${shown(value)}`);
  const known = isObject(value) ? pick(value, fields, "", faults) : {};
  return { known, faults };
}

function pick(
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
  path: string,
  faults: string[],
): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const [name, kinds] of Object.entries(fields)) {
    const member = Object.hasOwn(value, name) ? value[name] : null;
    if (member === null) continue;
    const place = `${path}${name}`;
    if (typeof kinds === "string") {
      if (isAllowed(member, kinds))
        known[name] = typeof member === "string" ? wellFormed(member) : member;
      else faults.push(`${place} must be ${MUST_BE[kinds]}, got ${shown(member)}`);
    } else if (isList(kinds)) {
      if (Array.isArray(member)) known[name] = pickEach(member, kinds[0], place, faults);
      else faults.push(`${place} must be an array, got ${shown(member)}`);
    } else if (isObject(member)) {
      known[name] = pick(member, kinds, `${place}.`, faults);
    } else faults.push(`${place} must be an object, got ${shown(member)}`);
  }
  return known;
}

function pickEach(members: readonly unknown[], fields: Fields, place: string, faults: string[]) {
  return members.map((each, at) => {
    if (isObject(each)) return pick(each, fields, `${place}[${at}].`, faults);
    faults.push(`${place}[${at}] must be an object, got ${shown(each)}`);
    return {};
  });
}

const isList = (kinds: Fields | readonly [Fields]): kinds is readonly [Fields] =>
  Array.isArray(kinds);

/** Half a character can't be written as UTF-8. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

const MUST_BE: Readonly<Record<Kind, string>> = {
  text: "text",
  moment: "a moment such as 2026-11-24T17:00:05Z",
  seconds: "whole seconds, at most 9 digits",
  percentage: "a number from 0 to 100",
  flag: "true or false",
};

function isAllowed(value: unknown, kind: Kind): boolean {
  if (kind === "text") return typeof value === "string";
  if (kind === "flag") return typeof value === "boolean";
  if (kind === "percentage") return typeof value === "number" && value >= 0 && value <= 100;
  if (kind === "seconds")
    return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1e9;
  if (typeof value !== "string") return false;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value)) return false;
  const seconds = value.slice(0, 19);
  const date = new Date(`${seconds}Z`);
  // February 30 would become March 2.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(seconds);
}

/** A value for a message, no longer than a line; contact records name callers, so only its beginning. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (isObject(value)) return "an object";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
