import { PhoneNumberError, type PhoneNumber } from "./types";
import { dialledOf, LONGEST_TEXT, shown } from "./written";

const SHORTEST_NATIONAL = 7;

/** Numbers that are dialled inside one country only, where they look like none of North America: Australia's 13, a trunk's 0. */
const NEEDS_COUNTRY = /^(13\d{4}|1300\d{6,}|0[1-9]\d{6,})$/;

/**
 * Reads whatever is not a clean number of the North American plan. The library is loaded on first use: most numbers never need it.
 * @param text as people write it, in the United States unless it begins with `+` or `00`
 * @throws PhoneNumberError
 */
export async function readAnyNumber(text: string): Promise<PhoneNumber> {
  const trimmed = text.slice(0, 2 * LONGEST_TEXT).trim();
  if (trimmed === "" || trimmed.length > LONGEST_TEXT)
    throw new PhoneNumberError(
      "phone-not-a-number",
      `phone must be a phone number of at most ${LONGEST_TEXT} characters, got ${shown(text)}`,
    );
  const dialled = dialledOf(trimmed);
  const digits = dialled.replace(/\D/g, "");
  if (!dialled.startsWith("+") && NEEDS_COUNTRY.test(digits) && !digits.startsWith("011"))
    throw new PhoneNumberError(
      "phone-needs-country",
      `phone must begin with its country where that is not the United States, such as +61 for ${digits.startsWith("13") ? "Australia's 13 and 1300" : "Australia or +44 for the United Kingdom, without the 0"}, got ${shown(text)}`,
    );
  const { default: parsePhoneNumber } = await import("libphonenumber-js/max");
  const number = parsePhoneNumber(dialled, { defaultCountry: "US", extract: false });
  if (
    digits.length < SHORTEST_NATIONAL ||
    (number && number.nationalNumber.length < SHORTEST_NATIONAL)
  )
    throw new PhoneNumberError(
      "phone-too-short",
      `phone must have at least seven digits after its calling code, got ${shown(text)}`,
    );
  if (!number?.isPossible())
    throw new PhoneNumberError(
      "phone-not-a-number",
      `phone must be a possible number, such as +13029856970, got ${shown(text)}`,
    );
  if (number.countryCallingCode === "1" && !/^[2-9]\d{9}$/.test(number.nationalNumber))
    throw new PhoneNumberError(
      "phone-not-a-number",
      `phone must have an area code of 2 to 9 first, as all of North America have, got ${shown(text)}`,
    );
  return {
    e164: number.number,
    callingCode: number.countryCallingCode,
    national: number.nationalNumber,
  };
}
