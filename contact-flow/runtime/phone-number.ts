import type { ContactCenter } from "./center";

/** @see https://www.itu.int/rec/T-REC-E.164: at most 15 digits, none of them a leading zero. */
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * A number as Connect dials it; a number without country code gets the center's.
 * @returns undefined if it cannot be a phone number (withheld, too short, letters)
 */
export function toE164(text: string, { countryCode }: ContactCenter): string | undefined {
  const number = text.startsWith("+")
    ? text
    : `+${text.startsWith(countryCode) && text.length > 10 ? "" : countryCode}${text}`;
  return E164.test(number) ? number : undefined;
}

/** Whether the instance may dial the number (E.164). */
export const isDialable = (number: string, { dialable }: ContactCenter): boolean =>
  dialable.some((prefix) => number.startsWith(prefix));
