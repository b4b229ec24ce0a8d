import {
  DAYS,
  type HoursOfOperationOverride,
  localTimeOf,
  momentOf,
} from "../../contact-flow/hours";
import { timeOfDay } from "../../constructs/value/time-of-day";

/** Until when a message is spoken. */
export interface Until {
  /** Milliseconds since 1970. */
  readonly moment: number;
  /** `YYYY-MM-DD` in the center's time zone. */
  readonly date: string;
  /** `HH:MM` there, 24 hours; `24:00` is the midnight that ends the day. */
  readonly time: string;
}

const MINUTE = 60_000;
const A_DAY = 24 * 60 * MINUTE;

/** From today on: an override names days of the week, each of which it may hold only once. */
export const MOST_DAYS = 7;

const FORM = /^(?:(\d{4}-\d{2}-\d{2})[T ])?((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** An end that can't be: what was wrong, and what would be right. */
export class UntilError extends Error {}

/**
 * Reads the end of a message.
 *
 * @param text - `14:00` today, or `2026-11-28 14:00`, on the clock of the center.
 * @throws UntilError if it is no time, or not within the days to come.
 */
export function readUntil(text: string, now: number, timeZone: string): Until {
  const [, day, time = ""] = FORM.exec(text.trim()) ?? [];
  const today = dateOf(now, timeZone);
  const last = dayAfter(today, MOST_DAYS - 1);
  const right = `a time of today such as 14:00, or a day and a time up to "${last} 24:00" (${timeZone})`;
  if (time === "") throw new UntilError(`must be ${right}, got "${text}"`);
  const date = day ?? today;
  if (dayAfter(date, 0) !== date) {
    throw new UntilError(`must be ${right}, got "${text}", and there is no such day`);
  }
  const moment =
    time === "24:00"
      ? momentOf(`${dayAfter(date, 1)}T00:00`, timeZone)
      : momentOf(`${date}T${time}`, timeZone);
  if (moment < now + MINUTE) {
    const clock = localTimeOf(now, timeZone).slice(0, 16).replace("T", " ");
    const other = day === undefined ? `; for tomorrow write "${dayAfter(today, 1)} ${time}"` : "";
    throw new UntilError(
      `must be to come: ${text} has passed, it is ${clock} in ${timeZone}${other}`,
    );
  }
  if (date > last) {
    throw new UntilError(
      `must be ${right}, got "${text}": what lasts longer is an edit of a prompt`,
    );
  }
  return { moment, date, time };
}

/**
 * The override that closes the message's schedule, which is always open else, from the beginning of today
 * until then. Nobody has to take it back: it covers no later day.
 */
export function closedUntil(
  { date, time }: Until,
  now: number,
  timeZone: string,
): HoursOfOperationOverride {
  const today = dateOf(now, timeZone);
  if (time === "24:00") return { EffectiveFrom: today, EffectiveTill: date, Config: [] };
  if (time === "00:00") {
    return { EffectiveFrom: today, EffectiveTill: dayAfter(date, -1), Config: [] };
  }
  const Day = DAYS[new Date(date).getUTCDay()] ?? "SUNDAY";
  return {
    EffectiveFrom: today,
    EffectiveTill: date,
    Config: [{ Day, StartTime: timeOfDay(time), EndTime: timeOfDay("24:00") }],
  };
}

const dateOf = (at: number, timeZone: string): string => localTimeOf(at, timeZone).slice(0, 10);

/** A date so many days later; of a day that no calendar has, another one or none. */
function dayAfter(date: string, days: number): string {
  const moment = Date.parse(`${date}T00:00:00Z`) + days * A_DAY;
  return Number.isNaN(moment) ? "" : new Date(moment).toISOString().slice(0, 10);
}
