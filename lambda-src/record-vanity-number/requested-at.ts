/** ISO 8601 with its zone: without one, nobody knows which of two names is the newer. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** Clocks differ, but a name from next week would keep every other out until then. */
const MOST_AHEAD_MS = 24 * 60 * 60 * 1000;

/**
 * The time of a request as it is kept: UTC, as `Date.toISOString` writes it.
 * @param text as it came
 * @returns undefined for a text that is no time with a zone, or lies more than a day ahead
 */
export function timeOf(text: string): string | undefined {
  const time = TIME.test(text) ? Date.parse(text) : NaN;
  return time < Date.now() + MOST_AHEAD_MS ? new Date(time).toISOString() : undefined;
}
