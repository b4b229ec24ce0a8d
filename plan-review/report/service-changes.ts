import { isObject } from "../values.ts";
import { prose } from "./markdown.ts";

/**
 * What service a queue is expected to give before and after: the share of the calls that are answered in time, from 0
 * to 1; null where there are none. `commands/forecast-changes` writes it.
 */
export interface ServiceChange {
  readonly queue: string;
  /** The half hour that changes most, local time: `2026-12-01T10:00`; absent where only the whole does. */
  readonly start?: string;
  readonly serviceLevel: readonly [before: number | null, after: number | null];
}

/** The file with all of them, a JSON list. */
export const SERVICE_CHANGES = "service.json";

/** Bytes of that file. */
export const SERVICE_CHANGES_LIMIT = 100_000;

/** The longest name of a queue. */
const LONGEST = 127;

/**
 * Reads how the expected service changes. The pull request's own code has written it, so nothing is taken for granted.
 *
 * @param text - The file's.
 * @throws Error that says what is wrong.
 */
export function parseServiceChanges(text: string): readonly ServiceChange[] {
  const json: unknown = JSON.parse(text);
  if (!Array.isArray(json) || !json.every(isServiceChange)) {
    throw new Error(
      `${SERVICE_CHANGES} must be a list of service levels, as commands/forecast-changes.ts writes it`,
    );
  }
  return json;
}

function isServiceChange(json: unknown): json is ServiceChange {
  if (!isObject(json)) return false;
  const { queue, start, serviceLevel } = json;
  return (
    typeof queue === "string" &&
    queue.length >= 1 &&
    queue.length <= LONGEST &&
    (start === undefined || (typeof start === "string" && isHalfHour(start))) &&
    Array.isArray(serviceLevel) &&
    serviceLevel.length === 2 &&
    serviceLevel.every(isShare)
  );
}

const isHalfHour = (start: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:(00|30)$/.test(start) && !Number.isNaN(Date.parse(`${start}Z`));

const isShare = (value: unknown): boolean =>
  value === null || (typeof value === "number" && value >= 0 && value <= 1);

/** A line for each queue whose service changes; empty where none does. */
export function serviceSection(changes: readonly ServiceChange[]): string {
  if (changes.length === 0) return "";
  const lines = changes.map(({ queue, start, serviceLevel: [before, after] }) => {
    const when = start === undefined ? "over all" : timeOf(start);
    return `- expected service ${percent(before)} → ${percent(after)} (${prose(queue)}, ${when})`;
  });
  return ["### Service, forecast by the change's own code", "", ...lines].join("\n");
}

const percent = (share: number | null): string =>
  share === null ? "–" : `${Math.round(share * 100)} %`;

/** The weekday, as a forecast is of any week: `Tuesday 10:00`. */
function timeOf(start: string): string {
  const [day = "", time = ""] = start.split("T");
  const weekday = new Intl.DateTimeFormat("en-US", { weekday: "long", timeZone: "UTC" });
  return `${weekday.format(new Date(`${day}T00:00:00Z`))} ${time}`;
}
