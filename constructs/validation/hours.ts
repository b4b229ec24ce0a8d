import type { Day } from "../../contact-flow/hours";
import type { HoursOfOperationValue } from "../value/contact-center-value";
import { WEEK } from "../value/week";
import type { Report } from "./fault";
import { checkLimit } from "./limits";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const END = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Says how to write a schedule that is open through the night, without a closed minute. */
const THROUGH_THE_NIGHT = 'until "24:00", and from "00:00" on the next day';

/** The place that a fault of a schedule names. */
export function placeOfHours({ name }: HoursOfOperationValue): string {
  return `hours of operation "${name}"`;
}

/** Hours run forward within a day, do not overlap, and stand in a time zone that exists. */
export function checkHours(hoursOfOperation: readonly HoursOfOperationValue[], report: Report) {
  for (const hours of hoursOfOperation) {
    const place = placeOfHours(hours);
    if (!isTimeZone(hours.timeZone)) {
      report(
        place,
        `timeZone must be an IANA name such as "America/Los_Angeles", got "${hours.timeZone}"`,
      );
    }
    checkDays(hours, (problem) => {
      report(place, problem);
    });
    checkHolidays(hours, report);
  }
}

function checkDays({ open }: HoursOfOperationValue, report: (problem: string) => void): void {
  const byDay = new Map<Day, { from: string; to: string }[]>();
  for (const { days, from, to } of open) {
    if (!TIME.test(from) || !END.test(to)) {
      report(`times must be HH:MM from 00:00 to 24:00, got "${from}" to "${to}"`);
    } else if (from >= to) {
      report(
        `must close after it opens on the same day, got ${from} to ${to}: swap them, or open through the night ${THROUGH_THE_NIGHT}`,
      );
    }
    if (days.length === 0) {
      report(`${from} to ${to} needs at least one day`);
    }
    for (const day of days) {
      if (!WEEK.includes(day)) {
        report(`days must be among ${WEEK.join(", ")}, got "${day}"`);
      }
      const earlier = byDay.get(day) ?? [];
      for (const other of earlier.filter((each) => each.from < to && from < each.to)) {
        report(
          `hours must not overlap: ${day} has ${other.from} to ${other.to} and ${from} to ${to}`,
        );
      }
      byDay.set(day, [...earlier, { from, to }]);
    }
  }
}

function checkHolidays(hours: HoursOfOperationValue, report: Report): void {
  const { name, holidays = [] } = hours;
  checkLimit("HoursOfOperationValue.holidays", holidays, placeOfHours(hours), report, {
    reason: "AWS doesn't raise this quota; take out those that are over",
  });
  const dates = new Map<string, string>();
  for (const holiday of holidays) {
    const { date, open } = holiday;
    const place = `hours of operation "${name}", holiday "${holiday.name}"`;
    checkLimit("HolidayValue.name", holiday.name.trim(), place, report);
    if (!isDate(date)) {
      report(place, `date must be a day such as "2026-12-25", got "${date}"`);
    }
    const other = dates.get(date);
    if (other !== undefined) {
      report(place, `${date} has hours of its own already, those of "${other}": drop one`);
    }
    dates.set(date, holiday.name);
    if (open !== undefined) {
      if (!TIME.test(open.from) || !END.test(open.to) || open.from >= open.to) {
        report(
          place,
          `open must be times HH:MM of which the second is later, 24:00 at most, got "${open.from}" to "${open.to}"; leave it out to be closed`,
        );
      }
    }
  }
}

/** Checks the date itself, since `Date` turns February 30 into March 2. */
function isDate(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Whether it is an IANA name, or another name of the same zone. */
export function isTimeZone(name: string): boolean {
  // The list lacks other names of the same zone (Asia/Kolkata), but looking it up is ten times as fast.
  if (Intl.supportedValuesOf("timeZone").includes(name)) {
    return true;
  }
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
