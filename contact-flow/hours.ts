import { type RecurrencePattern, recursOn } from "./recurrence";
import { offsetOf } from "./zone-offset";

/** The days as Connect writes them, Sunday first as in JavaScript. */
export const DAYS = [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
] as const;

/** A day as Connect writes it. */
export type Day = (typeof DAYS)[number];

/** A time of day, 0–23 and 0–59. */
export interface TimeOfDay {
  readonly Hours: number;
  readonly Minutes: number;
}

/**
 * One stretch of opening. An end that is not after the start lies on the next day, so 00:00–00:00
 * is the whole day.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_HoursOfOperationConfig.html
 */
export interface HoursOfOperationConfig {
  readonly Day: Day;
  readonly StartTime: TimeOfDay;
  readonly EndTime: TimeOfDay;
}

/** A schedule in the shape of Connect's API. */
export interface HoursOfOperation {
  /** An IANA name, such as `America/Los_Angeles`. */
  readonly TimeZone: string;
  readonly Config: readonly HoursOfOperationConfig[];
  /** @default - the same every week */
  readonly Overrides?: readonly HoursOfOperationOverride[];
}

/**
 * Days with hours of their own. Where they compete, the first of these counts, minute by minute: recurring
 * closed hours (`CLOSED`), recurring open hours (`OPEN`), temporary hours (`STANDARD`, such as a holiday,
 * which replace the hours of a whole day: what Config doesn't say is closed), the week.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/hours-of-operation-overrides.html
 */
export interface HoursOfOperationOverride {
  /** `YYYY-MM-DD` on the clock of the schedule's zone. */
  readonly EffectiveFrom: string;
  /** `YYYY-MM-DD`, itself included. */
  readonly EffectiveTill: string;
  /** CLOSED without any stretch is the whole day. */
  readonly Config: readonly HoursOfOperationConfig[];
  /** @default "STANDARD" */
  readonly OverrideType?: "STANDARD" | "OPEN" | "CLOSED";
  /** @default - on each day from the first to the last */
  readonly RecurrenceConfig?: { readonly RecurrencePattern: RecurrencePattern };
}

const MINUTES_A_DAY = 24 * 60;

const MINUTE = 60_000;
const DAY = MINUTES_A_DAY * MINUTE;
/** The date, in days since 1970, and the minutes since midnight that a clock in the zone shows. */
function localTime(timeZone: string, at: number): { date: number; minutes: number } {
  const local = Math.floor((at + offsetOf(timeZone, at)) / MINUTE);
  const date = Math.floor(local / MINUTES_A_DAY);
  return { date, minutes: local - date * MINUTES_A_DAY };
}

/** Whole days, whichever day it is. */
const ALL_DAY: readonly HoursOfOperationConfig[] = DAYS.map((Day) => ({
  Day,
  StartTime: { Hours: 0, Minutes: 0 },
  EndTime: { Hours: 0, Minutes: 0 },
}));

/** The overrides of a type that cover a date. */
function overridesOn(
  { Overrides = [] }: HoursOfOperation,
  type: HoursOfOperationOverride["OverrideType"],
  date: number,
): readonly HoursOfOperationOverride[] {
  if (Overrides.length === 0) return Overrides;
  const text = new Date(date * DAY).toISOString().slice(0, 10);
  return Overrides.filter(
    ({ EffectiveFrom, EffectiveTill, OverrideType = "STANDARD", RecurrenceConfig: recurrence }) =>
      OverrideType === type &&
      EffectiveFrom <= text &&
      text <= EffectiveTill &&
      (recurrence === undefined ||
        recursOn(recurrence.RecurrencePattern, Date.parse(EffectiveFrom) / DAY, date)),
  );
}

/** What is closed on a date whatever else says, what is open whatever the next says, and the rest. */
const closedOn = (hours: HoursOfOperation, date: number): readonly HoursOfOperationConfig[] =>
  overridesOn(hours, "CLOSED", date).flatMap(({ Config }) =>
    Config.length === 0 ? ALL_DAY : Config,
  );
const openOn = (hours: HoursOfOperation, date: number): readonly HoursOfOperationConfig[] =>
  overridesOn(hours, "OPEN", date).flatMap(({ Config }) => Config);
const configOf = (hours: HoursOfOperation, date: number): readonly HoursOfOperationConfig[] =>
  overridesOn(hours, "STANDARD", date)[0]?.Config ?? hours.Config;

/** Minutes since midnight. */
export const minutesOf = ({ Hours, Minutes }: TimeOfDay): number => Hours * 60 + Minutes;

/** 1970 began on a Thursday. */
const dayOf = (date: number): Day | undefined => DAYS[(date + 4) % 7];

/**
 * Whether the schedule is open at that moment (milliseconds since 1970), by the clock of its zone:
 * daylight saving is the zone's affair. The end minute itself is closed.
 */
export function isOpen(hours: HoursOfOperation, at: number): boolean {
  const { date, minutes } = localTime(hours.TimeZone, at);
  // What began yesterday may still run.
  const isIn = (config: typeof configOf): boolean =>
    [0, 1].some((daysSince) => {
      const day = dayOf(date - daysSince);
      return config(hours, date - daysSince).some(({ Day, StartTime, EndTime }) => {
        const start = minutesOf(StartTime);
        const end = minutesOf(EndTime);
        const length = end > start ? end - start : end - start + MINUTES_A_DAY;
        const sinceStart = daysSince * MINUTES_A_DAY + minutes - start;
        return Day === day && sinceStart >= 0 && sinceStart < length;
      });
    });
  return !isIn(closedOn) && (isIn(openOn) || isIn(configOf));
}

/**
 * When a schedule that is closed opens next, from that moment on (milliseconds since 1970), within two
 * weeks.
 * @returns undefined if it stays closed
 */
export function nextOpening(hours: HoursOfOperation, at: number): number | undefined {
  const { date: today } = localTime(hours.TimeZone, at);
  const changes = Array.from({ length: 15 }, (_, days) => today + days).flatMap((date) => {
    const isToday = ({ Day }: HoursOfOperationConfig) => Day === dayOf(date);
    const starts = [...openOn(hours, date), ...configOf(hours, date)].filter(isToday);
    return [
      ...starts.map(({ StartTime }) => minutesOf(StartTime)),
      // Where closed hours end, what they have covered goes on.
      ...closedOn(hours, date)
        .filter(isToday)
        .map(({ EndTime }) => minutesOf(EndTime) || MINUTES_A_DAY),
    ].map((minutes) => {
      const local = new Date(date * DAY + minutes * MINUTE).toISOString();
      return momentOf(local.slice(0, 16), hours.TimeZone);
    });
  });
  const openings = changes.filter((change) => change >= at && isOpen(hours, change));
  return openings.length === 0 ? undefined : Math.min(...openings);
}

/** What a clock in the zone shows at that moment: `2026-11-24T10:00`, and seconds unless they are 0. */
export const localTimeOf = (at: number, timeZone: string): string =>
  new Date(at + offsetOf(timeZone, at)).toISOString().slice(0, 19).replace(/:00$/, "");

/**
 * The moment (milliseconds since 1970) that a text names: an ISO date with its offset, or one
 * without, read on the clock of the zone. A time that summer time skips is the one an hour later.
 * @throws Error if the text is no date
 */
export function momentOf(text: string, timeZone: string): number {
  if (/(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    return validMoment(Date.parse(text), text);
  }
  const asUtc = validMoment(Date.parse(`${text}Z`), text);
  let moment = asUtc;
  // The zone's offset at the guess corrects the guess; twice, for a guess across a change of time.
  for (let round = 0; round < 2; round++) {
    moment = asUtc - offsetOf(timeZone, moment);
  }
  return moment;
}

function validMoment(moment: number, text: string): number {
  if (Number.isNaN(moment)) {
    throw new Error(`a moment must be a date such as 2026-11-24T10:00, got ${text}`);
  }
  return moment;
}
