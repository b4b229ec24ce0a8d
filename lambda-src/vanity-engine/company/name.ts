import { AMPERSAND, DOT, FOREIGN, LONGEST, type Reading } from "./reading";
import { wordTable } from "./word-table";

const LEGAL_FORMS = wordTable(
  (
    "INC INCORPORATED LLC LLP LP LTD LIMITED CORP CORPORATION CO COMPANY PLC GMBH AG KG SA SAS SARL SRL BV NV AB AS OY " +
    "PTY PTE KK PC PA"
  )
    .split(" ")
    .map((form) => [form, true]),
);

/** Italy's form is a word everywhere else: only `SpA` and `S.p.A.` are it. */
const ITALIAN_FORM = /\bS\.?p\.?A\.?\s*$/;
const ITALIAN_LETTERS = wordTable([["SPA", true]]);

const LETTERS_WITHOUT_MARKS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  þ: "th",
  Þ: "Th",
  ı: "i",
};

/** "1-800-" before a name, and what follows the name of a site: neither is said on a telephone's keys. */
const PHONE_PREFIX = /^\s*(\+?1[\s.-]*)?(8(00|33|44|55|66|77|88)|900)([\s.-]+|(?=[A-Za-z]))/;
const SITE =
  /^(https?:\/\/)?(www\.)?(.*?[a-z0-9])\.(com|net|org|io|co|biz|info|us|ai|app)\b(\.\w+)?/i;

/** Letters with marks as people spell them where keys have none: MUELLER, FUENF, AAGAARD. */
const SPELLED: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  å: "aa",
  Å: "Aa",
  ø: "oe",
  Ø: "Oe",
};
const HAS_SPELLED = /[äöüÄÖÜåÅøØ]/g;

/** Whether a text has `&` or `+`, which are read in three ways. */
export const hasAmpersand = (specials: number): boolean => (specials & AMPERSAND) !== 0;

/**
 * Whether a name has letters that are spelled in another way, too.
 * @param name as people write it
 * @param specials of the name
 */
export const hasSpelledLetters = (name: string, specials: number): boolean =>
  (specials & FOREIGN) !== 0 && name.normalize("NFC").search(HAS_SPELLED) >= 0;

/**
 * A name with those letters spelled out.
 * @param name as people write it
 */
export const spelledOut = (name: string): string =>
  name.normalize("NFC").replace(HAS_SPELLED, (letter) => SPELLED[letter] ?? letter);

/** É as E, Ø as O, ß as ss. Only where it is needed: Unicode's tables take a cold start 2 MB. */
function withoutMarks(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘´]/g, "")
    .replace(/[ßæÆœŒøØłŁđĐþÞı]/g, (letter) => LETTERS_WITHOUT_MARKS[letter] ?? letter);
}

/** Whether a stretch of a reading is a legal form. */
function isLegalForm({ characters }: Reading, from: number, to: number, name: string): boolean {
  if (LEGAL_FORMS(characters, from, to) !== undefined) return true;
  return ITALIAN_LETTERS(characters, from, to) !== undefined && ITALIAN_FORM.test(name);
}

/** Whether "1-800-" could stand before a name: it begins with a space, a digit or a plus. */
const mayBeginWithPhone = (text: string): boolean => text !== "" && text.charCodeAt(0) <= 57;

/**
 * Reads a company's name: marks stripped, "1-800-" and ".com" and the legal form dropped, cut into words and chunks.
 * @param reading what takes it
 * @param name as people write it, any script; letters that are not Latin are left out
 * @param ampersand what `&` and `+` are read as: nothing, N or AND
 * @returns what `hasAmpersand` and `hasSpelledLetters` want to know
 */
export function readCompanyName(
  reading: Reading,
  name: string,
  ampersand: "" | "N" | "AND" = "",
): number {
  // Most names are plain, and need no second look.
  const specials = reading.read(name, isLegalForm, name);
  if (specials === 0 && !mayBeginWithPhone(name)) return specials;
  let spoken = name.length > LONGEST ? name.slice(0, LONGEST) : name;
  if ((specials & FOREIGN) !== 0) spoken = withoutMarks(spoken);
  if (mayBeginWithPhone(spoken)) spoken = spoken.replace(PHONE_PREFIX, "");
  if ((specials & (DOT | FOREIGN)) !== 0)
    spoken = spoken.replace(SITE, "$3 ").replace(/(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)/g, "");
  if (ampersand !== "") spoken = spoken.replace(/[&+]/g, ` ${ampersand} `);
  reading.read(spoken, isLegalForm, name);
  return specials;
}
