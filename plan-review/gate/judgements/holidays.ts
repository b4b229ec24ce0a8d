import type { JsonObject } from "../../plan.ts";
import { listOf, objectOf } from "../../values.ts";
import type { Harm } from "../finding.ts";

/** How many days more may be closed at once: a year has fewer holidays. */
const CLOSED_DAYS = 20;

/** How many days more may be shorter. */
const SHORT_DAYS = 60;

/** Who is open for less than these minutes is closed for nearly everybody. */
const HARDLY_OPEN = 120;

/** Minutes. */
const DAY = 24 * 60;

/**
 * Holidays that would be lost, or far too many that would come: an emptied list opens the center on
 * days on which nobody works, a full one closes it.
 *
 * @param before - What is wanted until now, as constructs/desired-associations.ts writes it.
 * @param after - What would be wanted; undefined where only the apply tells.
 */
export function lostHolidays(before: JsonObject, after: JsonObject | undefined): readonly Harm[] {
  const [old, next] = [schedulesIn(before), schedulesIn(after)];
  const emptied = [...old].filter(
    ([schedule, { days }]) => (next.get(schedule)?.days.length ?? 0) * 2 < days.length,
  );
  const daysOf = (schedule: string) => old.get(schedule)?.days ?? [];
  const more = [...next].filter(
    ([schedule, { days }]) => closed(days) - closed(daysOf(schedule)) > CLOSED_DAYS,
  );
  const shorter = [...next].filter(
    ([schedule, { days }]) =>
      days.length - closed(days) - (daysOf(schedule).length - closed(daysOf(schedule))) >
      SHORT_DAYS,
  );
  const harm = (happens: string, because: string): Harm => ({
    effect: "disrupt",
    happens,
    because,
    source:
      "https://docs.aws.amazon.com/connect/latest/adminguide/hours-of-operation-overrides.html",
    cure: "look at the schedule's holidays in kwglobal.ts",
  });
  if (after === undefined) {
    const happens = "changes the holidays in a way that isn't known before the apply";
    return [harm(happens, "the center may be closed on days on which callers expect it open")];
  }
  return [
    ...emptied.map(([, { name }]) =>
      harm(
        `takes most of the holidays away from ${name}`,
        "the center is open on days on which nobody works, and callers wait for ever",
      ),
    ),
    ...more.map(([, { name }]) =>
      harm(
        `closes ${name} on more than ${CLOSED_DAYS} more days`,
        "callers hear that the center is closed",
      ),
    ),
    ...shorter.map(([, { name }]) =>
      harm(
        `opens ${name} for a part of the day on more than ${SHORT_DAYS} more days`,
        "callers hear that the center is closed",
      ),
    ),
  ];
}

/** Schedules by their ids: names may change, and lie. */
function schedulesIn(desired: JsonObject | undefined) {
  const schedules = listOf(desired?.schedules).map(objectOf);
  return new Map(
    schedules.map(({ name, hoursOfOperationId = name, holidays }) => {
      const days = listOf(holidays).map(objectOf);
      return [String(hoursOfOperationId), { name: String(name), days }] as const;
    }),
  );
}

/** Days on which it isn't open, or hardly; one that can't be read may be one. */
function closed(days: readonly JsonObject[]): number {
  return days.filter(({ config }) => {
    const lengths = listOf(config)
      .map(objectOf)
      .map(({ StartTime: from, EndTime: to }) => endOf(to) - minuteOf(from));
    return !(lengths.reduce((sum, each) => sum + each, 0) >= HARDLY_OPEN);
  }).length;
}

/** Midnight at the end is 0:00. */
function endOf(time: unknown): number {
  const minute = minuteOf(time);
  return minute === 0 ? DAY : minute;
}

function minuteOf(time: unknown): number {
  const { Hours: hour, Minutes: minute } = objectOf(time);
  return Number(hour) * 60 + Number(minute);
}
