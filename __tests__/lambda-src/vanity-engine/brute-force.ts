import { readFileSync } from "node:fs";
import { companyParts } from "../../../lambda-src/vanity-engine/company/company";
import { dial, KEY_LETTERS } from "../../../lambda-src/vanity-engine/keypad";
import {
  AMBIGUOUS_STEMS,
  isInnocentName,
  isRead,
  STRONG_STEMS,
  stems,
} from "../../../lambda-src/vanity-engine/offensive";
import { allEntries } from "../../../lambda-src/vanity-engine/sources";
import {
  isOfCompany,
  kindOf,
  MOST_OF_ONE_WORD,
  pointsOf,
  SCRAP_POINTS,
  STRONG_STEM,
  WAYS_CONSIDERED,
  type SourceKind,
} from "../../../lambda-src/vanity-engine/weights";
import type { SourceText } from "../../../lambda-src/vanity-engine/source";
import { readTrie } from "../../../lambda-src/vanity-engine/trie";
import { wordsFile } from "../../../lambda-src/vanity-engine/words-file";

/** The word list, which tells how a company's name is cut. */
export const wordList = readTrie(readFileSync(wordsFile));

/** A text and what it is worth, looked up by the digits that dial it. */
export interface Offer {
  readonly text: string;
  readonly kind: SourceKind | "digits";
  readonly points: number;
  /** Beside a part of the company's name. */
  readonly pointsBeside: number;
  readonly endOnly: boolean;
}

export type Offers = ReadonlyMap<string, readonly Offer[]>;

/** What is offered from each place of a number on. */
export type Offered = readonly (readonly Offers[])[];

/** One cutting of the digits into offers and bare digits, whatever it is worth. */
interface Cutting {
  readonly text: string;
  readonly score: number;
}

/** An offer in its place. */
interface Placed {
  readonly offer: Offer;
  readonly start: number;
}

/** One cutting with both sums: which of them counts is known when it is whole. */
interface OpenCutting {
  readonly text: string;
  readonly alone: number;
  readonly beside: number;
  readonly hasCompany: boolean;
  readonly pieces: readonly Placed[];
}

/** A cutting with what tells it from others of the same text. */
interface WholeCutting extends Cutting {
  /**
   * Of equal scores the least stays: by where the company's name first shows, if it does; then by the places that pieces begin at; then by
   * those that they cover.
   */
  readonly order: number;
  /** The word that it is remembered by. */
  readonly main: string;
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
      const band = weightClass % 16;
      const points = pointsOf(kind, text.length, band);
      const pointsBeside = pointsOf(kind, text.length, band, true);
      return { text, kind, points, pointsBeside, endOnly };
    }),
  );
}

export function companyOffers(companyName: string): Offers {
  return byDigits(
    [...companyParts(companyName, wordList)].map(({ text, kind, endOnly }) => ({
      text,
      kind,
      points: pointsOf(kind, text.length),
      pointsBeside: pointsOf(kind, text.length, 0, true),
      endOnly,
    })),
  );
}

const isPart = ({ kind }: Offer): boolean => kind !== "digits" && isOfCompany(kind);

/** The parts of the company's name that the digits show from a place on. */
function partsAt(digits: string, sources: readonly Offers[], start: number): Offer[] {
  const all: Offer[] = [];
  for (let end = start + 1; end <= digits.length; end++)
    for (const offers of sources)
      for (const offer of offers.get(digits.slice(start, end)) ?? [])
        if (isPart(offer) && (!offer.endOnly || end === digits.length)) all.push(offer);
  return all;
}

/**
 * What the sources offer some digits: what is said before a name only where a part of it follows, and a scrap of the name at the price of
 * one where a longer part elsewhere begins with it.
 */
export function offersFor(digits: string, sources: readonly Offers[]): Offered {
  const parts = Array.from(digits, (_, start) => partsAt(digits, sources, start));
  const isScrap = ({ kind, text }: Offer): boolean =>
    ["company-prefix", "company-skeleton", "company-phonetic"].includes(kind) && text.length <= 3;
  const isLessened = (offer: Offer, start: number): boolean =>
    isScrap(offer) &&
    parts.some((all, at) =>
      all.some(
        (part) =>
          at !== start &&
          !isScrap(part) &&
          part.text.length > offer.text.length &&
          part.text.startsWith(offer.text),
      ),
    );
  return Array.from(digits, (_, start) =>
    sources.map((offers) => {
      const own = new Map<string, Offer[]>();
      for (let end = start + 1; end <= digits.length; end++) {
        const shown = offers.get(digits.slice(start, end)) ?? [];
        const fitting = shown.filter(
          ({ kind }) => kind !== "opener" || (start === 0 && (parts[end]?.length ?? 0) > 0),
        );
        own.set(
          digits.slice(start, end),
          fitting.map((offer) =>
            isLessened(offer, start) ? { ...offer, pointsBeside: SCRAP_POINTS } : offer,
          ),
        );
      }
      return own;
    }),
  );
}

/** Every cutting of the digits from `start` to before `to`, by plain recursion: no list is ever shortened. */
function openCuttings(
  digits: string,
  offered: Offered,
  start = 0,
  to: number = digits.length,
): OpenCutting[] {
  if (start === to) return [{ text: "", alone: 0, beside: 0, hasCompany: false, pieces: [] }];
  const all: OpenCutting[] = [];
  const before = (offer: Offer, end: number): void => {
    for (const rest of openCuttings(digits, offered, end, to))
      all.push({
        text: offer.text + rest.text,
        alone: offer.points + rest.alone,
        beside: offer.pointsBeside + rest.beside,
        hasCompany: isPart(offer) || rest.hasCompany,
        pieces: offer.kind === "digits" ? rest.pieces : [{ offer, start }, ...rest.pieces],
      });
  };
  const digit = { text: digits.charAt(start), points: 0, pointsBeside: 0, endOnly: false };
  before({ ...digit, kind: "digits" }, start + 1);
  for (let end = start + 1; end <= to; end++)
    for (const offers of offered[start] ?? [])
      for (const offer of offers.get(digits.slice(start, end)) ?? [])
        if (!offer.endOnly || end === digits.length) before(offer, end);
  return all;
}

const scoreOf = ({ hasCompany, alone, beside }: OpenCutting): number =>
  hasCompany ? beside : alone;

/**
 * The word that pieces are remembered by: of those with letters, the one that is worth most; of equal ones the first. The digits in it
 * and behind it make no other word of it: KARS4 is KARS.
 */
function mainOf({ hasCompany, pieces }: OpenCutting): string {
  let main = "digits";
  let most = -Infinity;
  for (const { offer, start } of pieces) {
    const points = hasCompany ? offer.pointsBeside : offer.points;
    if (points <= most || !/[A-Z]/.test(offer.text)) continue;
    most = points;
    main = `${offer.text.replace(/\d+$/, "").replace(/\d/g, ".")} at ${start}`;
  }
  return main;
}

function whole(cutting: OpenCutting): WholeCutting {
  const name = cutting.pieces.find(({ offer: { kind } }) => kind !== "digits" && isOfCompany(kind));
  let order = (name?.start ?? 7) << 14;
  for (const { offer, start } of cutting.pieces) {
    order += 1 << (7 + start);
    for (let place = start; place < start + offer.text.length; place++) order += 1 << place;
  }
  return { text: cutting.text, score: scoreOf(cutting), order, main: mainOf(cutting) };
}

const found = (list: string): RegExp[] =>
  stems(list).map((stem) => {
    const letters = stem.replace(/O/g, "[O0]").replace(/I/g, "[I1]").replace(/L/g, "[L1]");
    return new RegExp(`(?=(${letters}))`, "g");
  });
const WHOLE_WORDS = [
  "word",
  "negative-word",
  "phrase",
  "opener",
  "closer",
  "company-name",
  "company-plural",
  "company-word",
];
const STRONG = found(STRONG_STEMS);
const AMBIGUOUS = found(AMBIGUOUS_STEMS);

/** Whether a text may be shown, said once more in other words: by regular expressions over the text. */
export function isClean(text: string, offered: Offered): boolean {
  const hits = (patterns: RegExp[]): { start: number; end: number }[] =>
    patterns
      .flatMap((pattern) =>
        Array.from(text.matchAll(pattern), (match) => ({
          start: match.index,
          end: match.index + (match[1] ?? "").length,
        })),
      )
      .filter(({ start, end }) => isRead(text.slice(start, end)));
  const innocents = (start: number, end: number): Offer[] =>
    (offered[start] ?? [])
      .flatMap((offers) => offers.get(dial(text.slice(start, end))) ?? [])
      .filter((offer) => offer.text === text.slice(start, end))
      .filter((offer) => !offer.endOnly || end === text.length);
  const isNamed = (hit: { start: number; end: number }): boolean => {
    for (let start = 0; start <= hit.start; start++)
      for (let end = hit.end; end <= text.length; end++)
        for (const { kind, text: shown } of innocents(start, end))
          if (kind.startsWith("company-") && isInnocentName(shown)) return true;
    return false;
  };
  if (!hits(STRONG).every(isNamed)) return false;
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
function best<Kind extends Cutting & { readonly order?: number }>(all: readonly Kind[]): Kind[] {
  const byText = new Map<string, Kind>();
  for (const cutting of all) {
    const known = byText.get(cutting.text);
    const isBetter =
      known === undefined ||
      cutting.score > known.score ||
      (cutting.score === known.score && (cutting.order ?? 0) < (known.order ?? 0));
    if (isBetter) byText.set(cutting.text, cutting);
  }
  return [...byText.values()].sort(inOrder);
}

/** Every cutting with exactly one letter by chance in the place of a digit. */
function cuttingsWithChance(
  digits: string,
  offered: Offered,
  pointsOfLetter: (at: number, letter: string) => number,
): Cutting[] {
  return Array.from(digits).flatMap((digit, at) => {
    const letters = Array.from(KEY_LETTERS[Number(digit)] ?? "");
    if (letters.length === 0) return [];
    // A digit that no piece may run across: each side is cut on its own.
    const before = openCuttings(digits, offered, 0, at);
    const after = openCuttings(digits, offered, at + 1);
    return letters.flatMap((letter) =>
      before.flatMap((left) =>
        after.map((right) => ({
          text: left.text + letter + right.text,
          score:
            pointsOfLetter(at, letter) +
            scoreOf({
              text: "",
              alone: left.alone + right.alone,
              beside: left.beside + right.beside,
              hasCompany: left.hasCompany || right.hasCompany,
              pieces: [],
            }),
        })),
      ),
    );
  });
}

/**
 * The five best, by definition: of those without a letter by chance, the best that differ in their main word and are worth as much as
 * their digits; then what else there is of them; then those with such a letter.
 */
export function fiveBest(
  digits: string,
  sources: readonly Offers[],
  pointsOfLetter: (at: number, letter: string) => number,
): { letters: string; score: number }[] {
  const offered = offersFor(digits, sources);
  const all = best(openCuttings(digits, offered).map(whole));
  const clean: WholeCutting[] = [];
  all.forEach((cutting, rank) => {
    if (rank >= WAYS_CONSIDERED && clean.length >= 5) return;
    if (isClean(cutting.text, offered)) clean.push(cutting);
  });
  const mains: string[] = [];
  const taken = new Set<WholeCutting>();
  for (const cutting of clean) {
    if (taken.size === 5 || cutting.score < 0) break;
    if (mains.filter((each) => each === cutting.main).length >= MOST_OF_ONE_WORD) continue;
    mains.push(cutting.main);
    taken.add(cutting);
  }
  for (const cutting of clean) if (taken.size < 5) taken.add(cutting);
  const results: Cutting[] = clean.filter((cutting) => taken.has(cutting));
  if (results.length < 5) {
    const known = new Set(all.map(({ text }) => text));
    for (const cutting of best(cuttingsWithChance(digits, offered, pointsOfLetter)))
      if (results.length < 5 && !known.has(cutting.text) && isClean(cutting.text, offered))
        results.push(cutting);
  }
  return results.map(({ text, score }) => ({ letters: text, score }));
}

/** How many texts seven digits have: each key's letters and its digit. */
export function textCount(digits: string): number {
  return Array.from(digits).reduce(
    (count, digit) => count * ((KEY_LETTERS[Number(digit)] ?? "").length + 1),
    1,
  );
}
