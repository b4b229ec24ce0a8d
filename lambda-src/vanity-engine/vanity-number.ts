import type { PhoneNumber } from "../phone-number/phone-number";
import { vanityEngine, type VanityEngine, type VanitySuffix } from "./engine";
import { SUFFIX_LENGTH } from "./keypad";

/** A phone number written with letters. */
export interface VanityNumber extends Omit<VanitySuffix, "groups"> {
  /** The whole number for a person, `1-800-FLOWERS`; it dials the phone number. */
  readonly number: string;
}

/** What stands before the last seven digits: `1-302-`, `+44-20-7-`. */
function beginning({ callingCode, national }: PhoneNumber): string {
  const rest = national.slice(0, -SUFFIX_LENGTH);
  const country = callingCode === "1" ? "1" : `+${callingCode}`;
  return rest === "" ? `${country}-` : `${country}-${rest}-`;
}

const lastSeven = ({ national }: PhoneNumber): string => national.slice(-SUFFIX_LENGTH);

/**
 * The five best vanity numbers of a phone number, best first.
 * @param phone from `readPhoneNumber`
 * @param companyName as people write it; may be empty
 * @param engine the project's own unless another is given
 */
export function vanityNumbers(
  phone: PhoneNumber,
  companyName: string,
  engine: VanityEngine = vanityEngine(),
): string[] {
  return engine.numbers(lastSeven(phone), companyName, beginning(phone));
}

/** The same, each with the reason for its rank: for whoever asks why. */
export function explainedVanityNumbers(
  phone: PhoneNumber,
  companyName: string,
  engine: VanityEngine = vanityEngine(),
): VanityNumber[] {
  return engine
    .suffixes(lastSeven(phone), companyName)
    .map(({ groups, ...reason }) => ({ number: `${beginning(phone)}${groups}`, ...reason }));
}
