import { type Day, DAYS } from "../../contact-flow/hours";

/** The days of the week, Monday first as people speak of them. */
export const WEEK: readonly Day[] = [...DAYS.slice(1), DAYS[0]];
