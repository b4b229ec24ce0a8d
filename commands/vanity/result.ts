import type { PhoneNumber } from "../../lambda-src/phone-number/phone-number";
import { vanityEngine } from "../../lambda-src/vanity-engine/engine";
import type { OwnWords } from "../../lambda-src/vanity-engine/own-words";
import {
  explainedVanityNumbers,
  vanityNumbers,
  type VanityNumber,
} from "../../lambda-src/vanity-engine/vanity-number";

/** The five best vanity numbers of one phone number, or fewer where its digits allow no more. */
export interface VanityResult {
  /** E.164. */
  readonly phone: string;
  readonly companyName: string;
  /** Best first. */
  readonly numbers: readonly string[];
  /** When the company's name was given, as it is kept; absent where the list doesn't tell. */
  readonly requestedAt?: string;
}

/** What is printed of one phone number as JSON, in this order of fields. */
export interface ExplainedResult {
  /** E.164. */
  readonly phone: string;
  readonly companyName: string;
  /** The best one. */
  readonly vanityNumber: string;
  /** The five best, best first, each with its points and why. */
  readonly vanityNumbers: readonly VanityNumber[];
}

/**
 * The result for one phone number.
 * @param phone from `readPhoneNumber`
 * @param companyName as people write it; may be empty
 * @param ownWords the operator's own, if there are any
 */
export function resultOf(
  phone: PhoneNumber,
  companyName: string,
  ownWords?: OwnWords,
): VanityResult {
  const numbers = vanityNumbers(phone, companyName, vanityEngine(ownWords));
  return { phone: phone.e164, companyName, numbers };
}

/** The same with reasons, which take longer. */
export function explainedResultOf(
  phone: PhoneNumber,
  companyName: string,
  ownWords?: OwnWords,
): ExplainedResult {
  const five = explainedVanityNumbers(phone, companyName, vanityEngine(ownWords));
  return {
    phone: phone.e164,
    companyName,
    vanityNumber: five[0]?.number ?? "",
    vanityNumbers: five,
  };
}
