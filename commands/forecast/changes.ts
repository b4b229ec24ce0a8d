import { isObject } from "../../contact-flow/json";
import type { ServiceChange } from "../../plan-review/report/service-changes";
import { OperatorError } from "../../sandbox/machine/errors";

/** Points of the service level from which on a change is news; below, another draw of chance would make it. */
const MATTERS = 0.05;

/** Calls from which on their service matters, and it is no chance that there were some, or none. */
const FEWEST = 1;

/** A queue's service in a half hour, or over all. */
interface Service {
  readonly queue: string;
  readonly start?: string;
  /** Calls that entered the queue. */
  readonly offered: number;
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

/** What `npm run forecast --json` has printed, as far as it is compared. */
export interface ForecastFigures {
  readonly intervals: readonly Service[];
  readonly totals: readonly Service[];
}

/**
 * How the expected service changes: of each queue the half hour that changes most, or all of them together where
 * no half hour does. Two figures differ if they are 5 points apart and neither lies in the other's 95 % interval.
 */
export function serviceChanges(before: ForecastFigures, after: ForecastFigures): ServiceChange[] {
  const queues = [...after.totals, ...before.totals].map(({ queue }) => queue);
  return [...new Set(queues)].flatMap((queue) => {
    const of = (list: readonly Service[]) => list.filter((each) => each.queue === queue);
    const worst = differences(of(before.intervals), of(after.intervals))[0];
    return worst ?? differences(of(before.totals), of(after.totals))[0] ?? [];
  });
}

/** What differs of one queue, the greatest first. */
function differences(before: readonly Service[], after: readonly Service[]): ServiceChange[] {
  const starts = new Set([...before, ...after].map(({ start }) => start));
  return [...starts]
    .map((start) => {
      const at = (list: readonly Service[]) => list.find((each) => each.start === start);
      return { start, old: at(before), now: at(after) };
    })
    .filter(({ old, now }) => isNews(old, now))
    .sort((one, other) => size(other.old, other.now) - size(one.old, one.now))
    .map(({ start, old, now }) => ({
      queue: (now ?? old)?.queue ?? "",
      ...(start !== undefined && { start }),
      serviceLevel: [old?.level ?? null, now?.level ?? null] as const,
    }));
}

/** A queue that gets calls no longer, or for the first time, is as great a change as there can be. */
const size = (old: Service | undefined, now: Service | undefined): number =>
  old === undefined || now === undefined ? 1 : Math.abs(now.level - old.level);

function isNews(old: Service | undefined, now: Service | undefined): boolean {
  if (Math.max(old?.offered ?? 0, now?.offered ?? 0) < FEWEST) return false;
  if (old === undefined || now === undefined) return true;
  const differs = !isWithin(now.level, old) && !isWithin(old.level, now);
  return differs && size(old, now) >= MATTERS;
}

const isWithin = (level: number, { low, high }: Service): boolean => level >= low && level <= high;

/**
 * Reads what `npm run forecast --json` has printed. What had no calls is left out.
 *
 * @param name - The file's, for a message.
 * @throws OperatorError if it is something else.
 */
export function readForecast(text: string, name: string): ForecastFigures {
  const json = parsed(text);
  const { intervals, totals } = isObject(json) ? json : {};
  if (!Array.isArray(intervals) || !Array.isArray(totals))
    throw new OperatorError(
      `${name}: must be what npm run forecast --json prints, with intervals and totals`,
    );
  return { intervals: intervals.flatMap(serviceOf), totals: totals.flatMap(serviceOf) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function serviceOf(row: unknown): Service[] {
  if (!isObject(row)) return [];
  const { queue, start, offered, serviceLevel: level, serviceLevel95: range } = row;
  if (typeof queue !== "string" || typeof level !== "number" || !Array.isArray(range)) return [];
  const [low, high] = range.map(Number);
  return [
    {
      queue,
      ...(typeof start === "string" && { start }),
      offered: Number(offered),
      level,
      low: low ?? level,
      high: high ?? level,
    },
  ];
}
