import type { PlannedChange } from "../../plan.ts";
import type { Context } from "../context.ts";
import { minutesOf } from "./hours.ts";

const HOUR = 60;
const WEEK = 7 * 24 * HOUR;

/**
 * The hours of UTC's week, from Monday on, in which the center is open, in winter and in summer: a schedule
 * other than the message's, which is always open.
 */
export function openHours({ resources }: Context): ReadonlySet<number> {
  const of = (wanted: string) => resources.filter(({ type }) => type === wanted);
  const messages = of("aws_connect_contact_flow_module").map(({ after }) => after?.name);
  const schedules = of("aws_connect_hours_of_operation")
    .map(({ after }) => after)
    .filter((after) => after !== null && !messages.includes(after.name ?? null))
    .map(isOpenAt);
  const hours = Array.from({ length: WEEK / HOUR }, (_, hour) => hour);
  return new Set(hours.filter((hour) => schedules.some((isOpen) => isOpen(hour))));
}

function isOpenAt(schedule: PlannedChange["after"]): (hour: number) => boolean {
  const minutes = minutesOf(schedule?.config) ?? new Set();
  const ahead = [0, 6].map((month) =>
    minutesAhead(String(schedule?.time_zone), new Date(Date.UTC(2026, month, 15))),
  );
  return (hour) =>
    ahead.every((offset) =>
      Array.from({ length: HOUR }, (_, minute) => minute).every((minute) =>
        minutes.has((hour * HOUR + minute + offset + WEEK) % WEEK),
      ),
    );
}

/** How far a zone's clock is ahead of UTC; a zone that isn't known is open at no time. */
function minutesAhead(timeZone: string, at: Date): number {
  try {
    const text = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      dateStyle: "short",
      timeStyle: "medium",
    }).format(at);
    return (Date.parse(`${text.replace(" ", "T")}Z`) - at.getTime()) / 60_000;
  } catch {
    return Number.NaN;
  }
}
