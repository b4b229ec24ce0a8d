import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";

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

/** How Store customer input has a phone number typed. */
export interface NumberFormat {
  /** `Local`: without country code; `E164`: with it, but without the plus sign. */
  readonly format: string;
  /** Of a local number: `GB`, or the calling code, `44`. */
  readonly country?: string;
}

/**
 * The number (E.164) that a caller has typed.
 * @returns undefined if the country has no such numbers
 */
export function typedNumber(
  digits: string,
  { format, country = "" }: NumberFormat,
  { countryCode }: ContactCenter,
): string | undefined {
  const code = country.toUpperCase();
  const known: CountryCode | undefined = isSupportedCountry(code) ? code : undefined;
  const callingCode = code.replace(/\D/g, "") || countryCode;
  const parsed =
    format === "Local"
      ? parsePhoneNumberFromString(
          digits,
          known === undefined ? { defaultCallingCode: callingCode } : { defaultCountry: known },
        )
      : parsePhoneNumberFromString(`+${digits}`);
  return parsed?.isPossible() === true ? parsed.number : undefined;
}

/** Whether the instance may dial the number (E.164). */
export const isDialable = (number: string, { dialable }: ContactCenter): boolean =>
  dialable.some((prefix) => number.startsWith(prefix));
