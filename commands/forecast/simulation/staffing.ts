import type { Forecast, Forecaster } from "./forecast";
import type { StaffRow } from "./model";

/** A staffing that reaches a target, and what it gives. */
export interface Staffing {
  readonly staff: readonly StaffRow[];
  readonly forecast: Forecast;
}

/** More than so many agents of a routing profile are not tried in a half hour. */
const MOST_AGENTS = 1000;

const withAgents = (staff: readonly StaffRow[], place: number, agents: number): StaffRow[] =>
  staff.map((row, at) => (at === place ? { ...row, agents } : row));

/** The first half hour and queue below the target; undefined if none is. */
const failing = ({ intervals }: Forecast, target: number) =>
  intervals.find(({ serviceLevel }) => serviceLevel !== undefined && serviceLevel.value < target);

/**
 * The fewest agents, half hour by half hour, with whom each queue reaches the target in each: from the
 * given staffing agents are added where it fails, then taken away wherever it still holds. None of
 * those who are left can go alone; that no other distribution has fewer is not proven.
 *
 * @param staff where to begin: only its half hours and routing profiles are staffed
 * @param target the service level, 0 to 1
 * @returns undefined if the target can't be reached by more agents
 */
export function cheapestStaffing(
  forecaster: Forecaster,
  staff: readonly StaffRow[],
  target: number,
): Staffing | undefined {
  const enough = addAgents(forecaster, staff, target);
  return enough === undefined ? undefined : takeAway(forecaster, enough, target);
}

/** Adds agents where the target fails first, each of the routing profile that helps most. */
function addAgents(
  forecaster: Forecaster,
  staff: readonly StaffRow[],
  target: number,
): readonly StaffRow[] | undefined {
  let added = staff;
  for (;;) {
    const fault = failing(forecaster.forecast(added), target);
    if (fault === undefined) return added;
    const level = fault.serviceLevel?.value ?? 0;
    let best: { staff: readonly StaffRow[]; level: number } | undefined;
    for (const [place, { interval, agents }] of added.entries()) {
      if (interval !== fault.interval || agents >= MOST_AGENTS) continue;
      // Far below the target one agent changes little: more at once.
      const more = level < target / 2 ? Math.ceil((agents + 1) / 2) : 1;
      const tried = withAgents(added, place, agents + more);
      const found = forecaster
        .forecast(tried)
        .intervals.find((each) => each.interval === fault.interval && each.queue === fault.queue);
      const reached = found?.serviceLevel?.value ?? 0;
      if (reached > (best?.level ?? -1)) best = { staff: tried, level: reached };
    }
    if (best === undefined) return undefined;
    added = best.staff;
  }
}

/** Takes agents away, many at once where that goes, until none can go. */
function takeAway(forecaster: Forecaster, staff: readonly StaffRow[], target: number): Staffing {
  let kept: Staffing = { staff, forecast: forecaster.forecast(staff) };
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const place of staff.keys()) {
      let fewer = Math.ceil((kept.staff[place]?.agents ?? 0) / 2);
      while (fewer >= 1) {
        const agents = (kept.staff[place]?.agents ?? 0) - fewer;
        const tried = agents < 0 ? undefined : withAgents(kept.staff, place, agents);
        const forecast = tried === undefined ? undefined : forecaster.forecast(tried);
        if (
          tried !== undefined &&
          forecast !== undefined &&
          failing(forecast, target) === undefined
        ) {
          kept = { staff: tried, forecast };
          isSmaller = true;
        } else fewer = Math.floor(fewer / 2);
      }
    }
  }
  return kept;
}
