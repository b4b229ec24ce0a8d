import type { JsonObject } from "../../plan.ts";
import { listOf, objectOf } from "../../values.ts";
import type { Harm } from "../finding.ts";

/** How many days more may be closed at once: a year has fewer holidays. */
const CLOSED_DAYS = 20;

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
    ([schedule, days]) => (next.get(schedule)?.length ?? 0) * 2 < days.length,
  );
  const more = [...next].filter(
    ([schedule, days]) => closed(days) - closed(old.get(schedule) ?? []) > CLOSED_DAYS,
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
    ...emptied.map(([schedule]) =>
      harm(
        `takes most of the holidays away from ${schedule}`,
        "the center is open on days on which nobody works, and callers wait for ever",
      ),
    ),
    ...more.map(([schedule]) =>
      harm(
        `closes ${schedule} on more than ${CLOSED_DAYS} more days`,
        "callers hear that the center is closed",
      ),
    ),
  ];
}

function schedulesIn(desired: JsonObject | undefined): ReadonlyMap<string, readonly JsonObject[]> {
  const schedules = listOf(desired?.schedules).map(objectOf);
  return new Map(
    schedules.map(({ name, holidays }) => [String(name), listOf(holidays).map(objectOf)]),
  );
}

/** Days on which it isn't open at all. */
function closed(days: readonly JsonObject[]): number {
  return days.filter(({ config }) => listOf(config).length === 0).length;
}
