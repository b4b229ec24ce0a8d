import { isObject } from "../../contact-flow/json";
import type { Caller } from "./caller";

/** What is to become of a line. */
export type Fate =
  | { readonly what: "stays" }
  /** It is of the caller. */
  | { readonly what: "goes" }
  /** It is of somebody else, and names the caller's number: in it something else stands. */
  | { readonly what: "changes"; readonly into: string };

/** What a line of contact records says of a caller. */
export interface LineReading {
  readonly fate: Fate;
  /** Contacts of the caller that the line names. */
  readonly contacts: readonly string[];
  /** It isn't the JSON of a record, so that only the number's text can be found in it. */
  readonly unreadable: boolean;
}

/** Stands where a caller's number stood. */
const ERASED = "erased";

/** Where a record names other contacts of the same conversation. */
const RELATED = ["InitialContactId", "PreviousContactId", "NextContactId", "RelatedContactId"];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a line of contact records.
 *
 * @param line - A record as Amazon Connect sends it, or Firehose's report of one that it could not
 *   deliver, with the record in `rawData`.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
 * @see https://docs.aws.amazon.com/firehose/latest/dev/retry.html
 */
export function readRecordLine(line: string, caller: Caller): LineReading {
  if (line.trim() === "") return { fate: { what: "stays" }, contacts: [], unreadable: false };
  const record = fieldsIn(line);
  const raw = typeof record?.rawData === "string" ? record.rawData : undefined;
  if (raw !== undefined) return readFailure(Buffer.from(raw, "base64").toString("utf8"), caller);
  if (record === undefined) return { ...untold(line, caller), unreadable: true };
  if (isOf(record, caller)) return told(record);
  return untold(JSON.stringify(record), caller);
}

/** What could not be delivered is of no use to anybody, so that it goes if it names the number. */
function readFailure(text: string, caller: Caller): LineReading {
  const record = fieldsIn(text);
  if (record !== undefined && isOf(record, caller)) return told(record);
  const fate = caller.isIn(text) ? ({ what: "goes" } as const) : ({ what: "stays" } as const);
  return { fate, contacts: [], unreadable: record === undefined };
}

function told(record: Fields): LineReading {
  const ids = ["ContactId", ...RELATED].map((name) => record[name]);
  const contacts = ids.filter((id) => typeof id === "string");
  return { fate: { what: "goes" }, contacts, unreadable: false };
}

function untold(line: string, caller: Caller): LineReading {
  const fate: Fate = caller.isIn(line)
    ? { what: "changes", into: caller.replacedIn(line, ERASED) }
    : { what: "stays" };
  return { fate, contacts: [], unreadable: false };
}

function isOf(record: Fields, caller: Caller): boolean {
  const { ContactId: id, InitialContactId: whole, CustomerEndpoint: endpoint } = record;
  const { phone } = caller;
  return caller.has(id) || caller.has(whole) || (isObject(endpoint) && endpoint.Address === phone);
}

function fieldsIn(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
