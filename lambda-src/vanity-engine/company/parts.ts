import { SUFFIX_LENGTH } from "../keypad";
import { holdsStrongStem } from "../offensive";
import { pointsOf, type SourceKind } from "../weights";
import { phonetic, skeleton } from "./forms";
import { hasSpelledLetters, readCompanyName, spelledOut, type CompanyName } from "./name";

/** A text made from a company's name that may become a piece of its vanity number. */
export interface CompanyPart {
  /** A–Z and 0–9, one to seven characters. */
  readonly text: string;
  readonly kind: SourceKind;
  /** What the text stands for: the whole name or word, of which it may be a part or another spelling. */
  readonly of: string;
  /** The text is the beginning of `of`, so it only makes sense where the number ends. */
  readonly endOnly: boolean;
}

/** Words that say nothing about a company when they stand alone. */
const STOP_WORDS = new Set("THE OF AND FOR A AN IN ON AT TO BY N DE LA LE EL".split(" "));

const SHORTEST_FORM = 3;
const SHORTEST_PREFIX = 2;
const SHORTEST_SINGULAR = 3;
const SHORTEST_OVERDIAL = 4;

/** Words that advertisements spell with one character. */
const SPELLINGS: Readonly<Record<string, string>> = {
  FOR: "4",
  FOUR: "4",
  TO: "2",
  TOO: "2",
  TWO: "2",
  EIGHT: "8",
  YOU: "U",
  ARE: "R",
};

/** The texts of all runs of consecutive chunks, but parts of the name that begin or end with a word that says nothing. */
function runs(chunks: readonly string[]): string[] {
  return chunks.flatMap((first, from) =>
    chunks.slice(from).flatMap((last, count) => {
      const isPart = count + 1 < chunks.length;
      if (isPart && (STOP_WORDS.has(first) || STOP_WORDS.has(last))) return [];
      return [chunks.slice(from, from + count + 1).join("")];
    }),
  );
}

/** The words as written, `PETMEDS` of PET, MEDS. */
function writtenWords({ chunks, wordLengths }: CompanyName): string[] {
  let at = 0;
  return wordLengths.map((length) => chunks.slice(at, (at += length)).join(""));
}

/** What ends words that companies make of two: Southwest, Mastercard, Facebook. */
const COMPOUND =
  /^([A-Z]{3,})(WEST|EAST|SOUTH|NORTH|WIDE|LINE|LINES|LAND|WAY|WAYS|CARD|BANK|BOOK|MART|SOFT|TECH|FARE|HOUSE|WORKS|STATE|TIME|LIFE|ONE)$/;

/** A word, or the two that it is made of; only for initials, since a wrong cut says nothing there. */
function compoundParts(word: string): string[] {
  const [, first, second] = COMPOUND.exec(word) ?? [];
  return first === undefined || second === undefined ? [word] : [first, second];
}

function initials(words: readonly string[]): string {
  return words.map((word) => (/^\d/.test(word) ? word : word.slice(0, 1))).join("");
}

function partsOfName(name: CompanyName): CompanyPart[] {
  const { chunks } = name;
  const whole = chunks.join("");
  if (whole === "") return [];
  const parts: CompanyPart[] = [];
  const offer = (kind: SourceKind, text: string, of: string, endOnly = false): void => {
    if (text.length <= SUFFIX_LENGTH) parts.push({ kind, text, of, endOnly });
  };
  const words = writtenWords(name);
  const firstWord = words[0]?.length ?? 0;
  /** JENNYC: one letter more than the first word only looks like a mistake. */
  const cutsAfterInitial = (text: string, length: number): boolean =>
    text === whole && firstWord >= SHORTEST_OVERDIAL && length === firstWord + 1;
  const spoken = [...new Set([whole, ...words, ...chunks])].filter((text) => !STOP_WORDS.has(text));

  for (const text of runs(chunks))
    if (text === whole) {
      if (text.length > 1) offer("company-name", text, whole);
    } else if (text.length > 1) offer("company-word", text, text);

  for (const list of [chunks, words, words.filter((word) => !STOP_WORDS.has(word))])
    for (const some of [list, list.flatMap(compoundParts)])
      for (let count = 2; count <= some.length; count++)
        offer("company-initials", initials(some.slice(0, count)), some.slice(0, count).join(" "));

  const shownOf = (text: string): number => Math.min(SUFFIX_LENGTH, text.length - 1);
  const complete = new Set([...runs(chunks), ...words]);
  for (const text of complete)
    for (let length = SHORTEST_OVERDIAL; length <= shownOf(text); length++)
      if (!complete.has(text.slice(0, length)))
        offer("company-overdial", text.slice(0, length), text, true);

  for (const text of spoken) {
    // Its parts only remind of the stem: NEGR-664.
    if (holdsStrongStem(text)) continue;
    const shown = shownOf(text);
    for (let length = SHORTEST_PREFIX; length <= shown; length++)
      if (!cutsAfterInitial(text, length)) offer("company-prefix", text.slice(0, length), text);
    if (text.length >= SHORTEST_SINGULAR && /[A-RT-Z]$/.test(text))
      offer("company-plural", `${text}S`, text);
    for (const [kind, form] of [
      ["company-skeleton", skeleton(text)],
      ["company-phonetic", phonetic(text)],
    ] as const)
      if (form !== text && form.length >= SHORTEST_FORM)
        offer(kind, form.slice(0, SUFFIX_LENGTH), text);
  }
  return parts;
}

/**
 * Every text that a company's name offers, each once, with the kind that is worth most.
 * @param companyName as people write it; an empty or unreadable name offers nothing
 */
export function companyParts(companyName: string): CompanyPart[] {
  const readings = /[&+]/.test(companyName) ? (["", "N", "AND"] as const) : ([""] as const);
  const spellings = hasSpelledLetters(companyName)
    ? [companyName, spelledOut(companyName)]
    : [companyName];
  const read = spellings.flatMap((spelling) =>
    readings.map((reading) => readCompanyName(spelling, reading)),
  );
  const names = read.flatMap((name) => {
    const respelled = name.chunks.map((chunk) => SPELLINGS[chunk] ?? chunk);
    const isOther = name.chunks.length > 1 && respelled.join() !== name.chunks.join();
    return isOther ? [name, { ...name, chunks: respelled }] : [name];
  });
  const best = new Map<string, CompanyPart>();
  for (const name of names)
    for (const part of partsOfName(name)) {
      const key = `${part.text}${part.endOnly ? "+" : ""}`;
      const known = best.get(key);
      const points = pointsOf(part.kind, part.text.length);
      if (known === undefined || points > pointsOf(known.kind, known.text.length))
        best.set(key, part);
    }
  return [...best.values()];
}
