import { isOpen, type HoursOfOperation } from "../../../contact-flow/hours";
import type {
  ContactCenterValue,
  HierarchyGroupValue,
  HoursOfOperationValue,
  UserValue,
} from "../../value/contact-center-value";
import { connectHours } from "../../connect/hours-of-operation";
import { whoServes } from "./staffing";
import type { Warning } from "./warning";

const QUARTER = 15 * 60_000;
const QUARTERS_A_WEEK = 7 * 24 * 4;
const QUARTERS_AN_HOUR = 4;

/**
 * Warns of each queue that is open at a time that is outside working hours for all of its agents. Agents are
 * assumed to work the schedule's hours in the time zone of their own region; an agent whose groups have no
 * time zone is assumed to work at any time.
 *
 * @param today - A week of January and one of July of its year are checked, since clocks change.
 */
export function regionWarnings(center: ContactCenterValue, today: Date): Warning[] {
  return center.queues.flatMap((queue) => {
    const hours = center.hoursOfOperation.find(({ name }) => name === queue.hoursOfOperation);
    const agents = whoServes(center, queue.name);
    const zones = agents.map((agent) => ({ agent, zone: zoneOf(center, agent) }));
    if (hours === undefined || agents.length === 0) return [];
    if (zones.some(({ zone }) => zone === undefined)) return [];
    const { open, unstaffed } = worstWeek(
      hours,
      new Set(zones.flatMap(({ zone }) => zone ?? [])),
      today.getUTCFullYear(),
    );
    if (unstaffed === 0) return [];
    return [
      {
        rule: "queue-hours-unstaffed",
        place: `queue "${queue.name}"`,
        problem: `${unstaffed === open ? "all" : `${hoursText(unstaffed)} of the`} ${hoursText(open)} hours a week that it is open in ${hours.timeZone} ("${hours.name}") are outside of these hours by the clock where its agents work (${zones.map(({ agent, zone }) => `${agent.username}: ${zone ?? ""}`).join(", ")})`,
        cure: "give the queue hours of operation of that region, or an agent who works in these",
      },
    ];
  });
}

/** The time zone of the user's group, or else of the nearest group above it that has one. */
export function zoneOf(
  { hierarchy }: ContactCenterValue,
  { hierarchyGroup }: UserValue,
): string | undefined {
  let groups: readonly HierarchyGroupValue[] = hierarchy.groups;
  let zone: string | undefined;
  for (const name of hierarchyGroup) {
    const group = groups.find((each) => each.name === name);
    zone = group?.timeZone ?? zone;
    groups = group?.groups ?? [];
  }
  return zone;
}

/** The uncovered quarters of an hour in the worse of the two weeks, holidays excepted. */
function worstWeek(
  { holidays: _, ...value }: HoursOfOperationValue,
  zones: ReadonlySet<string>,
  year: number,
): { open: number; unstaffed: number } {
  const hours = connectHours(value);
  const shifts = [...zones].map((TimeZone) => ({ ...hours, TimeZone }));
  const [winter, summer] = [0, 6].map((month) =>
    weekFrom(Date.UTC(year, month, 10), hours, shifts),
  ) as [ReturnType<typeof weekFrom>, ReturnType<typeof weekFrom>];
  return summer.unstaffed > winter.unstaffed ? summer : winter;
}

function weekFrom(start: number, hours: HoursOfOperation, shifts: readonly HoursOfOperation[]) {
  let [open, unstaffed] = [0, 0];
  for (let quarter = 0; quarter < QUARTERS_A_WEEK; quarter++) {
    const at = start + quarter * QUARTER;
    if (!isOpen(hours, at)) continue;
    open++;
    if (!shifts.some((shift) => isOpen(shift, at))) unstaffed++;
  }
  return { open, unstaffed };
}

const hoursText = (quarters: number): string => String(quarters / QUARTERS_AN_HOUR);
