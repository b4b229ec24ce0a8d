import type { PhoneNumber } from "../../lambda-src/phone-number/phone-number";
import { vanityNumbers, type VanityNumber } from "../../lambda-src/vanity-engine/vanity-number";

/** What is printed of one phone number, in this order of fields. */
export interface VanityResult {
  /** E.164. */
  readonly phone: string;
  readonly companyName: string;
  /** The best one. */
  readonly vanityNumber: string;
  /** The five best, best first. */
  readonly vanityNumbers: readonly VanityNumber[];
}

/**
 * The result for one phone number.
 * @param phone from `readPhoneNumber`
 * @param companyName as people write it; may be empty
 */
export function resultOf(phone: PhoneNumber, companyName: string): VanityResult {
  const five = vanityNumbers(phone, companyName).map(
    ({ number, letters, score, pieces, explanation }) => ({
      number,
      letters,
      score,
      pieces,
      explanation,
    }),
  );
  return {
    phone: phone.e164,
    companyName,
    vanityNumber: five[0]?.number ?? "",
    vanityNumbers: five,
  };
}
