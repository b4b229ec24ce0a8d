import type { TimeOfDay } from "../../contact-flow/hours";

/**
 * A time in the shape of Amazon Connect's API, made from `HH:MM`: `24:00`, the end of a day, becomes 0:00.
 */
export function timeOfDay(text: string): TimeOfDay {
  const [Hours = 0, Minutes = 0] = text.split(":").map(Number);
  return { Hours: Hours % 24, Minutes };
}
