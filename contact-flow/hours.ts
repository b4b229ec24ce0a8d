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
}

const MINUTES_A_DAY = 24 * 60;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone,
      weekday: "long",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** The weekday and the minutes since midnight that a clock in the zone shows. */
export function localTime(timeZone: string, at: number): { day: number; minutes: number } {
  let day = 0;
  let minutes = 0;
  for (const { type, value } of formatterFor(timeZone).formatToParts(at)) {
    if (type === "weekday") {
      day = DAYS.indexOf(value.toUpperCase() as Day);
    } else if (type === "hour") {
      minutes += Number(value) * 60;
    } else if (type === "minute") {
      minutes += Number(value);
    }
  }
  return { day, minutes };
}

/** Minutes since midnight. */
export const minutesOf = ({ Hours, Minutes }: TimeOfDay): number => Hours * 60 + Minutes;

/**
 * Whether the schedule is open at that moment (milliseconds since 1970), by the clock of its zone:
 * daylight saving is the zone's affair. The end minute itself is closed.
 */
export function isOpen(hours: HoursOfOperation, at: number): boolean {
  const { day, minutes } = localTime(hours.TimeZone, at);
  return hours.Config.some(({ Day, StartTime, EndTime }) => {
    const start = minutesOf(StartTime);
    const end = minutesOf(EndTime);
    const length = end > start ? end - start : end - start + MINUTES_A_DAY;
    const daysSince = (day - DAYS.indexOf(Day) + 7) % 7;
    const sinceStart = daysSince * MINUTES_A_DAY + minutes - start;
    return sinceStart >= 0 && sinceStart < length;
  });
}

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

/** How far the zone's clock is ahead of UTC at that moment, in milliseconds. */
function offsetOf(timeZone: string, at: number): number {
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at);
  return Date.parse(`${shown.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;
}
