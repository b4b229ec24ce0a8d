import type { ContactCenterValue, HoursOfOperationValue } from "./contact-center-value";
import { WEEK } from "./week";

/** A stretch of whole hours of a day in UTC, first and last hour included. */
export interface WatchedHours {
  /** 1 for Monday to 7 for Sunday, as CloudWatch's DAY has it. */
  readonly day: number;
  /** The first hour, 0 to 23. */
  readonly from: number;
  /** The last hour, 0 to 23. */
  readonly to: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK_MINUTES = 7 * DAY;
/** An alarm's hour may begin at any minute, so this hour and the next must be open. */
const LOOK = 2 * HOUR;

/** The schedules of the queues: when callers are served. */
export function schedulesInUse({
  queues,
  hoursOfOperation,
}: ContactCenterValue): HoursOfOperationValue[] {
  return hoursOfOperation.filter(({ name }) =>
    queues.some((queue) => queue.hoursOfOperation === name),
  );
}

/**
 * The hours of the week in UTC in which some schedule is open, in winter and in summer. An hour counts only
 * if the schedule is open in the next hour too. Holidays are ignored.
 */
export function watchedHours(schedules: readonly HoursOfOperationValue[]): readonly WatchedHours[] {
  const clocks = schedules.map(openMinutes);
  const isOpen = (minute: number) => clocks.some((open) => open(minute));
  return WEEK.flatMap((_, index) => {
    const found: WatchedHours[] = [];
    for (let hour = 0; hour < 24; hour++) {
      if (!isOpen(index * DAY + hour * HOUR)) continue;
      const last = found.at(-1);
      if (last?.to === hour - 1) found.splice(-1, 1, { ...last, to: hour });
      else found.push({ day: index + 1, from: hour, to: hour });
    }
    return found;
  });
}

/** The longest number of watched hours in a row. */
export function longestStretch(open: readonly WatchedHours[]): number {
  const hours = new Set(
    open.flatMap(({ day, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, index) => (day - 1) * 24 + from + index),
    ),
  );
  let [longest, length] = [0, 0];
  // Twice the week, for a stretch that crosses the week's end.
  for (let hour = 0; hour < 2 * 7 * 24; hour++) {
    length = hours.has(hour % (7 * 24)) ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return Math.min(longest, 7 * 24);
}

/**
 * The watched hours in CloudWatch's metric math, whose HOUR and DAY have a value for every period, with data
 * or without.
 *
 * @param id - The id of a metric in the same alarm.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function watchedHoursExpression(open: readonly WatchedHours[], id: string): string {
  const byHours = new Map<string, number[]>();
  for (const { day, from, to } of open) {
    const hours = `HOUR(${id}) >= ${from} AND HOUR(${id}) <= ${to}`;
    byHours.set(hours, [...(byHours.get(hours) ?? []), day]);
  }
  return [...byHours]
    .map(([hours, days]) => {
      const onDays = runs(days).map(([first, last]) =>
        first === last
          ? `DAY(${id}) == ${first}`
          : `(DAY(${id}) >= ${first} AND DAY(${id}) <= ${last})`,
      );
      return `((${onDays.join(" OR ")}) AND ${hours})`;
    })
    .join(" OR ");
}

/** Days that follow each other, as first and last. */
function runs(days: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last?.[1] === day - 1) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}

/** Whether a schedule is open for that long, from a minute of the week in UTC, in winter and in summer. */
function openMinutes({ timeZone, open }: HoursOfOperationValue): (minute: number) => boolean {
  const minutes = new Set<number>();
  for (const { days, from, to } of open) {
    const [start, end] = [minuteOf(from), minuteOf(to)];
    const length = end - start;
    for (const day of days) {
      const first = WEEK.indexOf(day) * DAY + start;
      for (let minute = first; minute < first + length; minute++)
        minutes.add(minute % WEEK_MINUTES);
    }
  }
  const ahead = [0, 6].map((month) => minutesAhead(timeZone, new Date(Date.UTC(2026, month, 15))));
  return (minute) =>
    ahead.every((offset) => {
      for (let later = 0; later < LOOK; later++) {
        const local = (minute + later + offset + WEEK_MINUTES) % WEEK_MINUTES;
        if (!minutes.has(local)) return false;
      }
      return true;
    });
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * HOUR + minutes;
}

/** How far a zone's clock is ahead of UTC. */
function minutesAhead(timeZone: string, at: Date): number {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at);
  return (Date.parse(`${text.replace(" ", "T")}Z`) - at.getTime()) / 60_000;
}
