import { allowed, type Limit, type LimitedField, LIMITS, range } from "../value/limits";
import type { Report } from "./fault";

/** Whether a text, a list or a number is within the limit of its field. */
export function isWithin(
  field: LimitedField,
  value: string | number | readonly unknown[],
): boolean {
  const limit: Limit = LIMITS[field];
  const size = typeof value === "number" ? value : value.length;
  const { least, most = Number.MAX_SAFE_INTEGER } = limit;
  return Number.isInteger(size) && size >= least && size <= most;
}

/**
 * Reports a text, a list or a number that is not within the limit of its field.
 *
 * @param label - The field's name in the message, if its own name isn't clear enough.
 * @param reason - What a reader should know about the limit; it comes at the end of the message.
 */
export function checkLimit(
  field: LimitedField,
  value: string | number | readonly unknown[],
  place: string,
  report: Report,
  { label = field.slice(field.indexOf(".") + 1), reason }: { label?: string; reason?: string } = {},
): void {
  if (isWithin(field, value)) return;
  const limit: Limit = LIMITS[field];
  const end = reason === undefined ? "" : `: ${reason}`;
  if (typeof value === "number") {
    const words = limit.most === undefined ? range(limit) : `from ${range(limit)}`;
    report(place, `${label} must be a whole number ${words}, got ${value}${end}`);
  } else {
    const words = limit.of === "characters" ? allowed(limit) : `${range(limit)} entries`;
    report(place, `${label} must have ${words}, got ${value.length}${end}`);
  }
}
