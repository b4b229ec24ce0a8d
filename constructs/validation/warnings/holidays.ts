import type { ContactCenterValue } from "../../value/contact-center-value";
import { placeOfHours } from "../hours";
import type { Warning } from "./warning";

/** Warns of each schedule that is open on every holiday of the next twelve months. */
export function holidayWarnings(
  { hoursOfOperation, phoneNumber }: ContactCenterValue,
  today: Date,
): Warning[] {
  const from = day(today);
  const inAYear = new Date(today);
  inAYear.setUTCFullYear(inAYear.getUTCFullYear() + 1);
  const till = day(inAYear);
  return hoursOfOperation
    .filter(({ holidays = [] }) => !holidays.some(({ date }) => date >= from && date <= till))
    .map((hours) => ({
      rule: "no-holidays",
      place: placeOfHours(hours),
      problem: `it has no holiday until ${till}: callers of a holiday wait for agents who aren't there`,
      cure: `list them in its holidays (npm run holidays -- ${phoneNumber.country} proposes them)`,
    }));
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
