import { type Reading, readFields } from "./known-fields";

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
    ARN: "text",
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

/**
 * Reads a contact record as {@link IS_RECORD} does, and says what is wrong with one that is none.
 *
 * @param value - JSON.
 * @returns its known fields, or each fault with the field's name.
 */
export function readRecord(value: unknown): Reading {
  const { known, faults } = readFields(value, FIELDS, "a record");
  if (known.ContactId === "" || (faults.length === 0 && known.ContactId === undefined))
    faults.unshift("ContactId is missing");
  if (faults.length === 0 && MOMENTS.every((name) => known[name] === undefined))
    faults.push(`one of ${MOMENTS.join(", ")} must be there`);
  return faults.length === 0 ? { record: known } : { fault: faults.join("; ") };
}
