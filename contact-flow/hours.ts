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
 * Days with hours of their own, such as a holiday: what Config says of a day counts, and where it says
 * nothing the day is closed.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_HoursOfOperationOverride.html
 */
export interface HoursOfOperationOverride {
  /** `YYYY-MM-DD` on the clock of the schedule's zone. */
  readonly EffectiveFrom: string;
  /** `YYYY-MM-DD`, itself included. */
  readonly EffectiveTill: string;
  readonly Config: readonly HoursOfOperationConfig[];
}

const MINUTES_A_DAY = 24 * 60;

const MINUTE = 60_000;
const DAY = MINUTES_A_DAY * MINUTE;
/** No zone changes its clock but on a quarter of an hour. */
const QUARTER = 15 * MINUTE;

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** How far the clock is ahead of UTC (milliseconds), by quarter of an hour: Intl is slow to ask. */
  readonly offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();
const MAX_OFFSETS = 10_000;

/** How far the zone's clock is ahead of UTC at that moment, in milliseconds. */
function offsetOf(timeZone: string, at: number): number {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    const formatter = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      dateStyle: "short",
      timeStyle: "medium",
    });
    zone = { formatter, offsets: new Map() };
    zones.set(timeZone, zone);
  }
  const quarter = Math.floor(at / QUARTER) * QUARTER;
  let offset = zone.offsets.get(quarter);
  if (offset === undefined) {
    if (zone.offsets.size >= MAX_OFFSETS) {
      zone.offsets.clear();
    }
    offset = Date.parse(`${zone.formatter.format(quarter).replace(" ", "T")}Z`) - quarter;
    zone.offsets.set(quarter, offset);
  }
  return offset;
}

/** The date, in days since 1970, and the minutes since midnight that a clock in the zone shows. */
function localTime(timeZone: string, at: number): { date: number; minutes: number } {
  const local = Math.floor((at + offsetOf(timeZone, at)) / MINUTE);
  const date = Math.floor(local / MINUTES_A_DAY);
  return { date, minutes: local - date * MINUTES_A_DAY };
}

/** The hours of a date: an override's, where one covers it. */
function configOf({ Config, Overrides = [] }: HoursOfOperation, date: number) {
  const text = Overrides.length === 0 ? "" : new Date(date * DAY).toISOString().slice(0, 10);
  const override = Overrides.find(
    ({ EffectiveFrom, EffectiveTill }) => EffectiveFrom <= text && text <= EffectiveTill,
  );
  return override?.Config ?? Config;
}

/** Minutes since midnight. */
export const minutesOf = ({ Hours, Minutes }: TimeOfDay): number => Hours * 60 + Minutes;

/**
 * Whether the schedule is open at that moment (milliseconds since 1970), by the clock of its zone:
 * daylight saving is the zone's affair. The end minute itself is closed.
 */
export function isOpen(hours: HoursOfOperation, at: number): boolean {
  const { date, minutes } = localTime(hours.TimeZone, at);
  // What began yesterday may still run.
  return [0, 1].some((daysSince) => {
    // 1970 began on a Thursday.
    const day = DAYS[(date - daysSince + 4) % 7];
    return configOf(hours, date - daysSince).some(({ Day, StartTime, EndTime }) => {
      const start = minutesOf(StartTime);
      const end = minutesOf(EndTime);
      const length = end > start ? end - start : end - start + MINUTES_A_DAY;
      const sinceStart = daysSince * MINUTES_A_DAY + minutes - start;
      return Day === day && sinceStart >= 0 && sinceStart < length;
    });
  });
}

/**
 * When a schedule that is closed opens next, from that moment on (milliseconds since 1970), within two
 * weeks.
 * @returns undefined if it stays closed
 */
export function nextOpening(hours: HoursOfOperation, at: number): number | undefined {
  const { date: today } = localTime(hours.TimeZone, at);
  const starts = Array.from({ length: 15 }, (_, days) => today + days).flatMap((date) =>
    configOf(hours, date)
      .filter(({ Day }) => Day === DAYS[(date + 4) % 7])
      .map(({ StartTime }) => {
        const local = new Date(date * DAY + minutesOf(StartTime) * MINUTE).toISOString();
        return momentOf(local.slice(0, 16), hours.TimeZone);
      }),
  );
  const openings = starts.filter((start) => start >= at && isOpen(hours, start));
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
