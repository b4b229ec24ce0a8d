/** A company's name, ready to be compared with a telephone's keys. */
export interface CompanyName {
  /** The name's smallest parts in order, A–Z or 0–9: `KWGlobal Ltd` is KW, GLOBAL. Empty if the name has none. */
  readonly chunks: readonly string[];
  /** How many chunks each written word has: `PetMeds Express` is 2, 1. */
  readonly wordLengths: readonly number[];
}

/** Longer names are cut: nothing so far along fits into seven keys. */
const LONGEST = 80;
const MOST_CHUNKS = 10;

const LEGAL_FORMS = new Set(
  (
    "INC INCORPORATED LLC LLP LP LTD LIMITED CORP CORPORATION CO COMPANY PLC GMBH AG KG SA SAS SARL SRL BV NV AB AS OY " +
    "PTY PTE KK PC PA"
  ).split(" "),
);

/** Italy's form is a word everywhere else: only `SpA` and `S.p.A.` are it. */
const ITALIAN_FORM = /\bS\.?p\.?A\.?\s*$/;

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

/**
 * Whether a name has letters that are spelled in another way, too.
 * @param name as people write it
 */
export const hasSpelledLetters = (name: string): boolean =>
  /[^ -~]/.test(name) && name.normalize("NFC").search(HAS_SPELLED) >= 0;

/**
 * A name with those letters spelled out.
 * @param name as people write it
 */
export const spelledOut = (name: string): string =>
  name.normalize("NFC").replace(HAS_SPELLED, (letter) => SPELLED[letter] ?? letter);

function plainLetters(name: string): string {
  const shortened = name.slice(0, LONGEST);
  // Most names are plain already, and Unicode's tables take a cold start 2 MB.
  const isPlain = /^[ -~]*$/.test(shortened);
  return (isPlain ? shortened : withoutMarks(shortened)).replace(/['’‘`´]/g, "");
}

/** É as E, Ø as O, ß as ss. */
function withoutMarks(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæÆœŒøØłŁđĐþÞı]/g, (letter) => LETTERS_WITHOUT_MARKS[letter] ?? letter);
}

/** Cuts a word where a capital or a digit begins another one: KWGlobal is KW, Global; Kars4Kids is Kars, 4, Kids. */
function chunksOf(word: string): string[] {
  const cut = word.replace(/([a-z])(?=[A-Z])/g, "$1 ").replace(/([A-Z])(?=[A-Z][a-z])/g, "$1 ");
  return (cut.match(/[A-Za-z]+|\d+/g) ?? []).map((chunk) => chunk.toUpperCase());
}

/** Legal forms go where they end a name, but never all of it: The Limited, PC. */
function withoutLegalForms(words: readonly string[][], isItalian: boolean): string[][] {
  const rest = [...words];
  const wordAt = (at: number): string => rest.at(at)?.join("") ?? "";
  const isForm = (): boolean => LEGAL_FORMS.has(wordAt(-1)) || (isItalian && wordAt(-1) === "SPA");
  while (rest.length > (wordAt(0) === "THE" ? 2 : 1) && isForm()) rest.pop();
  if (rest.length > 1 && wordAt(0) === "THE") rest.shift();
  return rest;
}

/**
 * Reads a company's name: marks stripped, "1-800-" and ".com" and the legal form dropped, cut into words and chunks.
 * @param name as people write it, any script; letters that are not Latin are left out
 * @param ampersand what `&` and `+` are read as: nothing, N or AND
 */
export function readCompanyName(name: string, ampersand: "" | "N" | "AND" = ""): CompanyName {
  const spoken = plainLetters(name)
    .replace(PHONE_PREFIX, "")
    .replace(SITE, "$3 ")
    .replace(/[&+]/g, ` ${ampersand} `);
  const words = spoken
    .replace(/(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)/g, "")
    .split(/[^A-Za-z0-9]+/)
    .map(chunksOf)
    .filter((chunks) => chunks.length > 0);
  let room = MOST_CHUNKS;
  const kept = withoutLegalForms(words, ITALIAN_FORM.test(name)).flatMap((word) => {
    const shown = word.slice(0, room);
    room -= shown.length;
    return shown.length === 0 ? [] : [shown];
  });
  return { chunks: kept.flat(), wordLengths: kept.map((word) => word.length) };
}
