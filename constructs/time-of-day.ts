import type { TimeOfDay } from "../contact-flow/hours";

/** A time in the shape of Amazon Connect's API, from `HH:MM`: the midnight that ends a day is its 0:00. */
export function timeOfDay(text: string): TimeOfDay {
  const [Hours = 0, Minutes = 0] = text.split(":").map(Number);
  return { Hours: Hours % 24, Minutes };
}
