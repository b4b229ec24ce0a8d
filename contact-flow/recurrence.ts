/**
 * How an override of hours recurs, in the shape of Connect's API. Its lists hold one number at most.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_RecurrencePattern.html
 */
export interface RecurrencePattern {
  readonly Frequency: "WEEKLY" | "MONTHLY" | "YEARLY";
  /** Every so many weeks, months or years, 1 to 6. */
  readonly Interval: number;
  /** 1 to 12; of a year only. @default - the month of the override's first day */
  readonly ByMonth?: number[];
  /** 1 to 31, or -1 for a month's last day. @default - the day of the override's first day */
  readonly ByMonthDay?: number[];
  /** 1 to 4, or -1 for the last one: which of a month's Mondays, where the hours are of a Monday. */
  readonly ByWeekdayOccurrence?: number[];
}

const DAY = 24 * 60 * 60_000;

/** A date by the calendar; months count from the year 0, days from 1. */
interface CalendarDay {
  readonly year: number;
  readonly months: number;
  readonly day: number;
  /** Days of its month. */
  readonly length: number;
}

/**
 * Whether a pattern that begins on one day meets another, as far as months, weeks and numbers of days go:
 * the hours themselves say on which days of the week. A day that a month lacks is skipped. Weeks begin on
 * Sunday, as Connect lists the days; AWS doesn't say from which day on it counts every other week.
 *
 * @param first - The day of the override's EffectiveFrom, in days since 1970, as is `date`.
 */
export function recursOn(pattern: RecurrencePattern, first: number, date: number): boolean {
  const { Frequency, Interval, ByMonth: [month] = [] } = pattern;
  if (Frequency === "WEEKLY") return (weekOf(date) - weekOf(first)) % Interval === 0;
  const [start, day] = [calendarDay(first), calendarDay(date)];
  if (!isOnDay(pattern, start, day)) return false;
  if (Frequency === "MONTHLY") return (day.months - start.months) % Interval === 0;
  const wanted = month === undefined ? start.months % 12 : month - 1;
  return (day.year - start.year) % Interval === 0 && day.months % 12 === wanted;
}

function isOnDay(
  { ByMonthDay: [monthDay] = [], ByWeekdayOccurrence: [occurrence] = [] }: RecurrencePattern,
  start: CalendarDay,
  { day, length }: CalendarDay,
): boolean {
  if (occurrence === -1) return day > length - 7;
  if (occurrence !== undefined) return Math.ceil(day / 7) === occurrence;
  return day === (monthDay === -1 ? length : (monthDay ?? start.day));
}

/** 1970 began on a Thursday. */
const weekOf = (date: number): number => Math.floor((date + 4) / 7);

function calendarDay(date: number): CalendarDay {
  const at = new Date(date * DAY);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  return {
    year,
    months: year * 12 + month,
    day: at.getUTCDate(),
    length: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
  };
}
