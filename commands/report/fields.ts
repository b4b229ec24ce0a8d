import { isObject } from "../../contact-flow/json";

/** What a field of a contact record holds. */
type Kind = "text" | "moment" | "seconds";

/**
 * The fields of a contact record that the questions ask for. Others are passed over, since AWS adds
 * new ones. Any may be missing or null but the contact's id.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
 */
const FIELDS: Readonly<Record<string, Kind | Readonly<Record<string, Kind>>>> = {
  ContactId: "text",
  InitiationMethod: "text",
  InitiationTimestamp: "moment",
  DisconnectTimestamp: "moment",
  DisconnectReason: "text",
  PreDisconnectState: "text",
  TransferCompletedTimestamp: "moment",
  NextContactId: "text",
  LastUpdateTimestamp: "moment",
  Queue: { Name: "text", EnqueueTimestamp: "moment", Duration: "seconds" },
  Agent: {
    Username: "text",
    ConnectedToAgentTimestamp: "moment",
    AgentInteractionDuration: "seconds",
    CustomerHoldDuration: "seconds",
    AfterContactWorkDuration: "seconds",
  },
  // Set by the main menu.
  Attributes: { menuKey: "text" },
};

/** One of them says when a contact was. */
const MOMENTS = ["DisconnectTimestamp", "InitiationTimestamp", "LastUpdateTimestamp"];

/** Whether a field holds what it must, in DuckDB; `json` is the value's text as it stands in the file. */
const ALLOWED: Readonly<Record<Kind, (json: string) => string>> = {
  text: (json) => `starts_with(${json}, '"')`,
  moment: (json) =>
    `regexp_full_match(${json}, '"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z"') AND try_cast(substr(${json}, 2, 19) AS TIMESTAMP) IS NOT NULL`,
  seconds: (json) => `regexp_full_match(${json}, '\\d{1,9}')`,
};

const VALUES: Readonly<Record<Kind, (json: string) => string>> = {
  text: (json) => `${json} ->> '$'`,
  moment: (json) => `substr(${json}, 2, strlen(${json}) - 2)`,
  seconds: (json) => `CAST(${json} AS INTEGER)`,
};

/** For `read_json`: each value as the text that stands in the file, so that 5 and "5" differ. */
export const JSON_COLUMNS = `{${Object.entries(FIELDS)
  .map(([name, kinds]) => {
    if (typeof kinds === "string") return `${name}: 'JSON'`;
    const members = Object.keys(kinds).map((member) => `"${member}" JSON`);
    return `${name}: 'STRUCT(${members.join(", ")})'`;
  })
  .join(", ")}}`;

/** What is selected from them: the columns of the table `contact_records`. */
export const TYPED_COLUMNS = Object.entries(FIELDS)
  .map(([name, kinds]) => {
    if (typeof kinds === "string") return `${VALUES[kinds](name)} AS ${name}`;
    const members = Object.entries(kinds).map(
      ([member, kind]) => `"${member}" := ${VALUES[kind](`${name}."${member}"`)}`,
    );
    return `struct_pack(${members.join(", ")}) AS ${name}`;
  })
  .join(", ");

/** A condition that is true for a row whose fields are as AWS documents them. */
export const IS_RECORD = [
  `coalesce(strlen(ContactId) > 2, false)`,
  `coalesce(${MOMENTS.join(", ")}) IS NOT NULL`,
  ...Object.entries(FIELDS).flatMap(([name, kinds]) =>
    typeof kinds === "string"
      ? [ifPresent(name, kinds)]
      : Object.entries(kinds).map(([member, kind]) => ifPresent(`${name}."${member}"`, kind)),
  ),
].join("\n  AND ");

function ifPresent(json: string, kind: Kind): string {
  return `(${json} IS NULL OR ${ALLOWED[kind](json)})`;
}

/** A value that was read, told as a record or as what is wrong with it. */
export type Reading =
  { readonly record: Readonly<Record<string, unknown>> } | { readonly fault: string };

/**
 * Reads a contact record as {@link IS_RECORD} does, and says what is wrong with one that is none.
 *
 * @param value - JSON.
 * @returns its known fields, or each fault with the field's name.
 */
export function readRecord(value: unknown): Reading {
  if (!isObject(value)) return { fault: `a record must be an object, got ${shown(value)}` };
  const faults: string[] = [];
  const record = pick(value, FIELDS, "", faults);
  const { ContactId: id } = record;
  if (id === "" || (value.ContactId ?? null) === null) faults.unshift("ContactId is missing");
  if (faults.length === 0 && MOMENTS.every((name) => record[name] === undefined))
    faults.push(`one of ${MOMENTS.join(", ")} must be there`);
  return faults.length === 0 ? { record } : { fault: faults.join("; ") };
}

function pick(
  value: Readonly<Record<string, unknown>>,
  fields: typeof FIELDS,
  path: string,
  faults: string[],
): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const [name, kinds] of Object.entries(fields)) {
    const member = Object.hasOwn(value, name) ? value[name] : null;
    if (member === null) continue;
    if (typeof kinds !== "string") {
      if (isObject(member)) known[name] = pick(member, kinds, `${name}.`, faults);
      else faults.push(`${path}${name} must be an object, got ${shown(member)}`);
    } else if (isAllowed(member, kinds)) {
      known[name] = typeof member === "string" ? wellFormed(member) : member;
    } else faults.push(`${path}${name} must be ${MUST_BE[kinds]}, got ${shown(member)}`);
  }
  return known;
}

/** Half a character can't be written as UTF-8. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

const MUST_BE: Readonly<Record<Kind, string>> = {
  text: "text",
  moment: "a moment such as 2026-11-24T17:00:05Z",
  seconds: "whole seconds, at most 9 digits",
};

function isAllowed(value: unknown, kind: Kind): boolean {
  if (kind === "text") return typeof value === "string";
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
