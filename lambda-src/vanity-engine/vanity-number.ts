import type { PhoneNumber } from "../phone-number/phone-number";
import { vanityEngine, type VanityEngine, type VanitySuffix } from "./engine";
import type { Piece } from "./explain";
import { SUFFIX_LENGTH } from "./keypad";

/** A phone number written with letters. */
export interface VanityNumber extends VanitySuffix {
  /** The whole number for a person, `1-800-FLOWERS`: pieces of more than one letter stand apart. It dials the phone number. */
  readonly number: string;
}

function standsAlone({ text, kind }: Piece): boolean {
  return text.length > 1 && kind !== "digits" && kind !== "digit-run";
}

/** `98-JOYS-0`; where no piece stands alone, the usual `98K-6970`. */
function withHyphens({ letters, pieces }: VanitySuffix): string {
  const groups: string[] = [];
  let open = false;
  for (const piece of pieces) {
    const alone = standsAlone(piece);
    if (!alone && open) groups.push(`${groups.pop() ?? ""}${piece.text}`);
    else groups.push(piece.text);
    open = !alone;
  }
  return groups.length > 1 || pieces.some(standsAlone)
    ? groups.join("-")
    : `${letters.slice(0, 3)}-${letters.slice(3)}`;
}

/** What stands before the last seven digits: `1-302`, `+44-20-7`. */
function beginning({ callingCode, national }: PhoneNumber): string {
  const rest = national.slice(0, -SUFFIX_LENGTH);
  const country = callingCode === "1" ? "1" : `+${callingCode}`;
  return rest === "" ? country : `${country}-${rest}`;
}

/**
 * The five best vanity numbers of a phone number, best first, each with the reason for its rank.
 * @param phone from `readPhoneNumber`
 * @param companyName as people write it; may be empty
 * @param engine the project's own unless another is given
 */
export function vanityNumbers(
  phone: PhoneNumber,
  companyName: string,
  engine: VanityEngine = vanityEngine(),
): VanityNumber[] {
  const digits = phone.national.slice(-SUFFIX_LENGTH);
  return engine
    .suffixes(digits, companyName)
    .map((suffix) => ({ number: `${beginning(phone)}-${withHyphens(suffix)}`, ...suffix }));
}
