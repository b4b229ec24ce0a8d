import { PhoneNumberError, type PhoneNumber } from "./types";

const LONGEST_TEXT = 40;
const SHORTEST_NATIONAL = 7;

const KEYS = "22233344455566677778889999";

/** `1-800-FLOWERS`: letters only behind at least three digits, so that `anonymous` or an address does not become a number. */
const VANITY_FORM = /^(\+?[\s\d().-]*?(?:\d[\s().-]*){3})([A-Z0-9][A-Z0-9\s.-]*)$/i;

function withoutLetters(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const [, digits, letters] = VANITY_FORM.exec(text) ?? [];
  if (digits === undefined || letters === undefined)
    throw new PhoneNumberError(
      /[^\p{ASCII}]/u.test(text) ? "phone-unreadable-letters" : "phone-not-a-number",
      `phone must be digits, or A-Z behind an area code as in 1-800-FLOWERS, got ${shown(text)}`,
    );
  return (
    digits +
    letters.replace(/[A-Z]/gi, (letter) => KEYS[letter.toUpperCase().charCodeAt(0) - 65] ?? "")
  );
}

function shown(text: string): string {
  return JSON.stringify(text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}...` : text);
}

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
  const dialled = withoutLetters(trimmed).replace(/^00(?=[1-9])/, "+");
  const { default: parsePhoneNumber } = await import("libphonenumber-js/max");
  const number = parsePhoneNumber(dialled, { defaultCountry: "US", extract: false });
  const digits = dialled.replace(/\D/g, "");
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
  return {
    e164: number.number,
    callingCode: number.countryCallingCode,
    national: number.nationalNumber,
  };
}
