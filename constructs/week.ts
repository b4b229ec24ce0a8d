import type { Day } from "./contact-center-value";

/** The days of the week, Monday first. */
export const WEEK: readonly Day[] = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
];
