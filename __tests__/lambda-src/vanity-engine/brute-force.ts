import { companyParts } from "../../../lambda-src/vanity-engine/company/parts";
import { dial, KEY_LETTERS } from "../../../lambda-src/vanity-engine/keypad";
import {
  AMBIGUOUS_STEMS,
  isRead,
  STRONG_STEMS,
  stems,
} from "../../../lambda-src/vanity-engine/offensive";
import { allEntries } from "../../../lambda-src/vanity-engine/sources";
import { kindOf, pointsOf, STRONG_STEM } from "../../../lambda-src/vanity-engine/weights";
import type { SourceText } from "../../../lambda-src/vanity-engine/source";

/** A text and what it is worth, looked up by the digits that dial it. */
export interface Offer {
  readonly text: string;
  readonly kind: string;
  readonly points: number;
  readonly endOnly: boolean;
}

export type Offers = ReadonlyMap<string, readonly Offer[]>;

/** One cutting of the digits into offers and bare digits, whatever it is worth. */
interface Cutting {
  readonly text: string;
  readonly score: number;
}

function byDigits(offers: readonly Offer[]): Offers {
  const map = new Map<string, Offer[]>();
  for (const offer of offers) {
    const digits = dial(offer.text);
    const list = map.get(digits);
    if (list === undefined) map.set(digits, [offer]);
    else list.push(offer);
  }
  return map;
}

/** The word list's offers, from the sources' texts: neither trie nor file takes part. */
export function wordOffers(words: readonly SourceText[]): Offers {
  const entries = allEntries(words).filter(({ weightClass }) => weightClass < STRONG_STEM);
  return byDigits(
    entries.map(({ text, weightClass, endOnly }) => {
      const kind = kindOf(weightClass);
      return { text, kind, points: pointsOf(kind, text.length, weightClass % 16), endOnly };
    }),
  );
}

export function companyOffers(companyName: string): Offers {
  return byDigits(
    companyParts(companyName).map(({ text, kind, endOnly }) => ({
      text,
      kind,
      points: pointsOf(kind, text.length),
      endOnly,
    })),
  );
}

/** Every cutting of the digits, by plain recursion: no list is ever shortened. */
export function cuttings(
  digits: string,
  sources: readonly Offers[],
  start = 0,
  endsNumber = true,
): Cutting[] {
  if (start === digits.length) return [{ text: "", score: 0 }];
  const all: Cutting[] = [];
  const before = (offer: Offer, end: number): void => {
    for (const rest of cuttings(digits, sources, end, endsNumber))
      all.push({
        text: offer.text + rest.text,
        score: offer.points + rest.score,
      });
  };
  before({ text: digits.charAt(start), kind: "digits", points: 0, endOnly: false }, start + 1);
  for (let end = start + 1; end <= digits.length; end++)
    for (const offers of sources)
      for (const offer of offers.get(digits.slice(start, end)) ?? [])
        if (!offer.endOnly || (endsNumber && end === digits.length)) before(offer, end);
  return all;
}

const found = (list: string): RegExp[] =>
  stems(list).map((stem) => {
    const letters = stem.replace(/O/g, "[O0]").replace(/I/g, "[I1]").replace(/L/g, "[L1]");
    return new RegExp(`(?=(${letters}))`, "g");
  });
const WHOLE_WORDS = ["word", "company-name", "company-plural", "company-word"];
const STRONG = found(STRONG_STEMS);
const AMBIGUOUS = found(AMBIGUOUS_STEMS);

/** Whether a text may be shown, said once more in other words: by regular expressions over the text. */
export function isClean(text: string, sources: readonly Offers[]): boolean {
  const hits = (patterns: RegExp[]): { start: number; end: number }[] =>
    patterns
      .flatMap((pattern) =>
        Array.from(text.matchAll(pattern), (match) => ({
          start: match.index,
          end: match.index + (match[1] ?? "").length,
        })),
      )
      .filter(({ start, end }) => isRead(text.slice(start, end)));
  if (hits(STRONG).length > 0) return false;
  const innocents = (start: number, end: number): Offer[] =>
    sources
      .flatMap((offers) => offers.get(dial(text.slice(start, end))) ?? [])
      .filter((offer) => offer.text === text.slice(start, end))
      .filter((offer) => !offer.endOnly || end === text.length);
  return hits(AMBIGUOUS).every((hit) => {
    for (let start = 0; start <= hit.start; start++)
      for (let end = hit.end; end <= text.length; end++) {
        const more = end - start - (hit.end - hit.start);
        for (const { kind } of innocents(start, end)) {
          if (WHOLE_WORDS.includes(kind)) return true;
          if (["overdial", "company-overdial"].includes(kind) && more >= 2) return true;
        }
      }
    return false;
  });
}

/** Equal scores are ordered by the alphabet, any letter before its key's digit. */
function inOrder(a: Cutting, b: Cutting): number {
  const spelled = (text: string): string => text.replace(/\d/g, "~");
  return b.score - a.score || (spelled(a.text) < spelled(b.text) ? -1 : 1);
}

/** The best cutting of each text, best first. */
function best(all: readonly Cutting[]): Cutting[] {
  const byText = new Map<string, Cutting>();
  for (const cutting of all) {
    const known = byText.get(cutting.text);
    if (known === undefined || cutting.score > known.score) byText.set(cutting.text, cutting);
  }
  return [...byText.values()].sort(inOrder);
}

/** Every cutting with exactly one letter by chance in the place of a digit. */
function cuttingsWithChance(
  digits: string,
  sources: readonly Offers[],
  pointsOfLetter: (at: number, letter: string) => number,
): Cutting[] {
  return Array.from(digits).flatMap((digit, at) => {
    const letters = Array.from(KEY_LETTERS[Number(digit)] ?? "");
    if (letters.length === 0) return [];
    // Digits that no piece may run across: each side is cut on its own, and only the right one ends the number.
    const before = cuttings(digits.slice(0, at), sources, 0, false);
    const after = cuttings(digits.slice(at + 1), sources);
    return letters.flatMap((letter) =>
      before.flatMap((left) =>
        after.map((right) => ({
          text: left.text + letter + right.text,
          score: left.score + pointsOfLetter(at, letter) + right.score,
        })),
      ),
    );
  });
}

/** The five best, by definition: those without a letter by chance, those with one, the digits themselves. */
export function fiveBest(
  digits: string,
  sources: readonly Offers[],
  pointsOfLetter: (at: number, letter: string) => number,
): { letters: string; score: number }[] {
  const results: Cutting[] = [];
  const take = (texts: readonly Cutting[]): void => {
    for (const cutting of texts)
      if (results.length < 5 && isClean(cutting.text, sources)) results.push(cutting);
  };
  const all = best(cuttings(digits, sources));
  take(all.filter(({ text }) => text !== digits));
  if (results.length < 5) {
    const taken = new Set(all.map(({ text }) => text));
    const withChance = best(cuttingsWithChance(digits, sources, pointsOfLetter));
    take(withChance.filter(({ text }) => !taken.has(text)));
  }
  take(all.filter(({ text }) => text === digits));
  return results.map(({ text, score }) => ({ letters: text, score }));
}

/** How many texts seven digits have: each key's letters and its digit. */
export function textCount(digits: string): number {
  return Array.from(digits).reduce(
    (count, digit) => count * ((KEY_LETTERS[Number(digit)] ?? "").length + 1),
    1,
  );
}
