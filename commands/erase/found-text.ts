import { KEPT_MONTHS } from "./connect-contacts";
import type { Found } from "./found";
import type { Places } from "../support/places";
import type { Version } from "./versions";

const DAY = 24 * 60 * 60 * 1000;

/** DynamoDB's longest, which the table has. */
const BACKUP_DAYS = 35;

/** Whether there is anything that can be erased. */
export function isEmpty({ row, known, records, conversations }: Found): boolean {
  return !row && known.length + records.files.length + conversations.length === 0;
}

/** What was found and would be erased: counts first, then the names. */
export function foundText(found: Found, places: Places, since: Date): string {
  const { row, contacts, known, searched, records, conversations } = found;
  const lines = records.files.reduce((sum, file) => sum + file.lines, 0);
  const mentions = records.files.reduce((sum, file) => sum + file.mentions, 0);
  const others = mentions === 0 ? "" : `, and the number in ${count(mentions, "line")} of others`;
  return [
    `  table ${places.table}: ${row ? "1 row" : "no row"}`,
    `  Amazon Connect: the number of ${count(known.length, "contact")} (of ${searched} looked at, since ${dayOf(since)})`,
    `  contact records: ${count(lines, "line")}${others} in ${count(records.files.length, "file")} (of ${records.read} read)`,
    ...records.files.map(({ version }) => `    ${nameOf(version)}`),
    `  recordings, transcripts, analyses: ${count(conversations.length, "version")} of files of ${count(contacts.length, "contact")}`,
    ...conversations.map((version) => `    ${nameOf(version)}`),
  ].join("\n");
}

/** What no call of an API erases, and when it ends by itself. */
export function leftText(found: Found, places: Places): string {
  const { events, last = 0, days } = found.logs;
  const end = days === undefined ? "is kept for ever" : `ends on ${dayOf(last + days * DAY)}`;
  const left = [
    events > 0 &&
      `${count(events, "event")} of the log group ${places.flowLogGroup}, the last of which ${end}: events can't be deleted one by one`,
    found.row && `backups of the table: ${BACKUP_DAYS} days after the row is gone`,
    found.contacts.length > 0 &&
      `what else Amazon Connect itself knows of a contact, such as its times: ${KEPT_MONTHS} months after it`,
    found.conversations.length > 0 &&
      `names of recordings, with ids of contacts, in ${places.accessLogBucket}: ${places.accessLogDays} days after each request`,
    places.listFolder !== undefined &&
      `lists that people have brought, below ${places.bucket}/${places.listFolder}: look through them yourself`,
  ].filter((each) => each !== false);
  return left.map((each) => `  ${each}`).join("\n");
}

/** Days are UTC's. */
function dayOf(time: Date | number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

function nameOf({ key, versionId, isLatest, isMarker }: Version): string {
  if (isMarker) return `${key} (the mark that it was deleted)`;
  return isLatest ? key : `${key} (old version ${versionId})`;
}
