import { type JsonObject, listOf, objectOf } from "../../values.ts";

/** A holiday beside what the schedule does on that day of the week. */
export interface OpenDay {
  readonly date: string;
  /** Without the date, which constructs/value/holidays.ts writes behind it: the same name comes each year. */
  readonly name: string;
  /**
   * `closed`, or hardly open; `short`: a part of the usual hours; `usual`: all of them; `other`: at hours that
   * aren't usual.
   */
  readonly kind: "closed" | "short" | "usual" | "other";
  /** Tells two days apart, whatever their order. */
  readonly text: string;
}

/** Who is open for less than these minutes is closed for nearly everybody. */
const HARDLY_OPEN = 120;

/** Minutes. */
const DAY = 24 * 60;

/** Milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000;

const DATE = / ?\d{4}-\d{2}-\d{2}$/;

/** Days by which a mistake in a date is mended. */
const CORRECTED = 7;

/** Days by which a holiday moves from one year to another: Easter, or the Chinese New Year. */
const FROM_YEAR_TO_YEAR = 35;

/**
 * @param week - Minutes of the week at which the schedule is open, from Monday on; undefined where that isn't
 * known.
 */
export function openDay(
  { date, name, config }: JsonObject,
  week: ReadonlySet<number> | undefined,
): OpenDay {
  const day = String(date);
  const first = ((new Date(day).getUTCDay() + 6) % 7) * DAY;
  return {
    date: day,
    name: String(name).replace(DATE, ""),
    kind: kindOf(minutesIn(config), (minute) => week?.has(first + minute)),
    text: JSON.stringify([date, name, config]),
  };
}

/** @param isUsual - Undefined for a schedule that isn't in the stack: every hour may be usual. */
function kindOf(
  minutes: ReadonlySet<number> | undefined,
  isUsual: (minute: number) => boolean | undefined,
): OpenDay["kind"] {
  if (minutes === undefined || minutes.size < HARDLY_OPEN) return "closed";
  if ([...minutes].some((minute) => isUsual(minute) === false)) return "other";
  const isShorter = Array.from({ length: DAY }, (_, minute) => minute).some(
    (minute) => !minutes.has(minute) && isUsual(minute) !== false,
  );
  return isShorter ? "short" : "usual";
}

/** Minutes of the day; undefined where they can't be read. */
function minutesIn(config: unknown): ReadonlySet<number> | undefined {
  const minutes = new Set<number>();
  for (const { StartTime: start, EndTime: end } of listOf(config).map(objectOf)) {
    // Midnight at the end is 0:00.
    const [from, last] = [minuteOf(start), minuteOf(end)];
    const to = last === 0 ? DAY : last;
    if (!(from >= 0 && from < to && to <= DAY)) return undefined;
    for (let minute = from; minute < to; minute++) minutes.add(minute);
  }
  return minutes;
}

function minuteOf(time: unknown): number {
  const { Hours: hour, Minutes: minute } = objectOf(time);
  return Number(hour) * 60 + Number(minute);
}

/** Milliseconds after a day's beginning in UTC until it has ended in each time zone. */
const ENDED = 1.5 * A_DAY;

/**
 * Whether a holiday is past.
 *
 * @param now - Milliseconds since 1970; undefined where that isn't known: then none is.
 */
export function isPast({ date }: OpenDay, now: number | undefined): boolean {
  return now !== undefined && Date.parse(date) + ENDED <= now;
}

/** Whether a holiday is there again: on its date, or at about that time of another year. */
export function isKept(day: OpenDay, next: readonly OpenDay[]): boolean {
  return next.some(
    (each) =>
      (each.kind === day.kind || each.kind === "closed" || each.kind === "short") &&
      (each.date === day.date || isOfAnotherYear(day, each)),
  );
}

/** To which of the days that come a holiday was moved: one of its name, at quite another time. */
export function movedTo({ name, date }: OpenDay, added: readonly OpenDay[]): string[] {
  const same = added.filter((each) => each.name === name);
  const isNear = same.some((each) => daysBetween(date, each.date) <= CORRECTED);
  return isNear || same.length === 0
    ? []
    : [`${name} from ${date} to ${same.map((each) => each.date).join(", ")}`];
}

function isOfAnotherYear({ date: old }: OpenDay, { date }: OpenDay): boolean {
  const year = Number(date.slice(0, 4));
  if (!(year > Number(old.slice(0, 4)))) return false;
  // A holiday about New Year may belong to the year before, or to the next.
  return [-1, 0, 1].some(
    (more) => daysBetween(`${year + more}${old.slice(4)}`, date) <= FROM_YEAR_TO_YEAR,
  );
}

function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / A_DAY;
}
