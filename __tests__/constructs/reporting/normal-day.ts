import type { AlarmDefinition } from "../../../constructs/reporting/alarm";
import type { Metric } from "../../../constructs/reporting/metrics";
import { watchedBy } from "./kinds-of-alarms";

export const MINUTES = 24 * 60;
const OPENS = 9 * 60;
const CLOSES = 18 * 60;

/** What CloudWatch is sent, a figure a minute, by metric and what it is of. */
export type Day = Map<string, number[]>;

export const keyOf = ({ name, dimensions }: Metric) =>
  [name, dimensions.QueueName ?? dimensions.ContactFlowName].filter(Boolean).join(" of ");

export const minutesOf = (day: Day, key: string): number[] => {
  const minutes = day.get(key) ?? Array.from({ length: MINUTES }, () => 0);
  day.set(key, minutes);
  return minutes;
};

/** The same numbers in each run: a day that is normal once is so always. */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/**
 * A day of a center with two agents: 100 calls between nine and six, four minutes each and one for the
 * work after it. One caller in five presses no key at first; who waits is asked every two minutes and
 * presses nothing. A callback that is left at closing waits through the night.
 */
export function normalDay(seed: number): Day {
  const roll = dice(seed);
  const day: Day = new Map();
  const add = (key: string, minute: number, count = 1) => {
    const minutes = minutesOf(day, key);
    minutes[minute] = (minutes[minute] ?? 0) + count;
  };
  const arrivals = Array.from({ length: 100 }, () => OPENS + roll() * (CLOSES - OPENS - 30)).sort(
    (a, b) => a - b,
  );
  const free = [OPENS, OPENS];
  for (const arrival of arrivals) {
    const agent = (free[0] ?? 0) <= (free[1] ?? 0) ? 0 : 1;
    const answered = Math.max(arrival, free[agent] ?? 0);
    const ended = answered + 1 + roll() * 6;
    free[agent] = ended + 1;
    add("CallsPerInterval", Math.floor(arrival));
    if (roll() < 0.2) add("ContactFlowErrors of Flow", Math.floor(arrival));
    for (let asked = arrival + 2; asked < answered; asked += 2) {
      add("ContactFlowErrors of Waiting", Math.floor(asked));
    }
    for (let minute = Math.floor(arrival); minute < ended; minute++) {
      add("ConcurrentCalls", minute);
      add("ConcurrentCallsPercentage", minute, 0.1);
      if (minute >= answered) continue;
      add("QueueSize of Queue", minute);
      const waits = minutesOf(day, "LongestQueueWaitTime of Queue");
      waits[minute] = Math.max(waits[minute] ?? 0, (minute - arrival) * 60);
    }
  }
  return day;
}

/** How often the alarm goes off in a day. */
export function rings(definition: AlarmDefinition, day: Day): number {
  const { statistic, threshold, periodSeconds, periods = 1 } = definition;
  const watched = watchedBy(definition);
  const silent = "during" in watched ? watched.during : undefined;
  const condition = "whileAny" in watched ? minutesOf(day, keyOf(watched.whileAny)) : undefined;
  const length = periodSeconds / 60;
  const minutes = minutesOf(day, keyOf(watched.of));
  const bad = Array.from({ length: MINUTES / length }, (_, index) => {
    const of = (all: readonly number[]) => all.slice(index * length, (index + 1) * length);
    if (condition !== undefined && Math.max(...of(condition)) === 0) return false;
    const figures = of(minutes);
    if (silent !== undefined) {
      const isOpen = silent.some(({ from, to }) => index >= from && index <= to);
      return isOpen && Math.max(...figures) === 0;
    }
    const figure =
      statistic === "Sum" ? figures.reduce((sum, each) => sum + each, 0) : Math.max(...figures);
    return figure >= threshold;
  });
  const alarmed = bad.map(
    (_, index) =>
      bad.slice(Math.max(0, index - periods + 1), index + 1).every(Boolean) && index >= periods - 1,
  );
  return alarmed.filter((now, index) => now && alarmed[index - 1] !== true).length;
}
