/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { readFileSync } from "node:fs";
import { Company } from "./company/company";
import { explain, type Piece, type Texts } from "./explain";
import { isInoffensive } from "./guard";
import { CODE_MASK } from "./keypad";
import { OwnWordList, type OwnWords } from "./own-words";
import { dialledPairs, digits, findPieces, readDigits, stemCount } from "./pieces";
import {
  findPlainWays,
  findSeededWays,
  plainCut,
  plainMain,
  plainWay,
  seededCut,
  seededWay,
} from "./search";
import { groupsOf, lettersOf, numbersOf } from "./texts";
import { indexed, readTrie, type Trie } from "./trie";
import { MOST_OF_ONE_WORD, WAYS_CONSIDERED } from "./weights";
import { wordsFile } from "./words-file";

/** How many vanity numbers are made of one phone number. */
export const RESULTS = 5;

/** How many ways are searched for at first: mostly, five that differ are among them. */
const FIRST_WAYS = 8;

/** The last seven digits of a phone number, written as well as they can be. */
export interface VanitySuffix {
  /** Seven characters, A–Z and 0–9, that dial the seven digits. */
  readonly letters: string;
  /** The same as people read it: pieces of more than one letter stand apart, `98-JOYS-0`. */
  readonly groups: string;
  /** The points of the pieces together. */
  readonly score: number;
  readonly pieces: readonly Piece[];
  /** One line for a person: `FLOWERS — the whole company name`. */
  readonly explanation: string;
}

/** Makes vanity numbers. Pure: the same digits and company give the same results, to the byte. */
export interface VanityEngine {
  /**
   * The five best ways to write seven digits, best first; fewer only if the digits allow fewer (a 0 or 1 has no letters).
   * @param digits exactly seven digits
   * @param companyName as people write it; may be empty
   * @throws Error if `digits` is not seven digits
   */
  letters(digits: string, companyName: string): string[];
  /**
   * The same as people read them.
   * @param beginning what stands before each, `1-302-`
   */
  numbers(digits: string, companyName: string, beginning: string): string[];
  /** The same, each with its score, its pieces and the reason for its rank. */
  suffixes(digits: string, companyName: string): VanitySuffix[];
}

/** The seed of the letters by chance: the same number and company give the same letters. */
function seedOf({ seed }: Company): number {
  let number = 0;
  for (const digit of digits) number = number * 10 + digit;
  return seed ^ number;
}

/** The ways last found by `search`, best first, and how each is cut. */
const resultWays = new Int32Array(RESULTS);
const resultCuts = new Int32Array(RESULTS);

/** The places in the search's ranking of the ways that are fit to be shown, best first, and which of them are taken. */
let fitting = new Int32Array(WAYS_CONSIDERED);
let taken = new Uint8Array(WAYS_CONSIDERED);
let fittingCount = 0;

/** The main words of the ways that are taken because they differ. */
const mains = new Int32Array(RESULTS);

/**
 * Takes ways that differ, as long as they are worth as much as their digits; then those that are left, best first.
 * @returns how many of them differ
 */
function takeDifferent(): number {
  const [places, isTaken, all] = [fitting, taken, fittingCount];
  let differing = 0;
  for (let at = 0; at < all; at++) {
    const place = places[at]!;
    isTaken[at] = 0;
    if (differing === RESULTS || plainWay(place) < 0) continue;
    const main = plainMain(place);
    let same = 0;
    for (let n = 0; n < differing; n++) if (mains[n] === main) same++;
    if (same >= MOST_OF_ONE_WORD) continue;
    isTaken[at] = 1;
    mains[differing++] = main;
  }
  for (let at = 0, count = differing; at < all && count < RESULTS; at++) {
    if (isTaken[at] === 1) continue;
    isTaken[at] = 1;
    count++;
  }
  return differing;
}

/** Finds the ways without a letter by chance. When the guard refuses one, or too many share a word, more are searched for. */
function findFitting(own: OwnWordList | undefined): void {
  const isClean = stemCount() === 0;
  for (let k = FIRST_WAYS; ; k *= 2) {
    const found = findPlainWays(k);
    if (k > fitting.length) {
      fitting = new Int32Array(k);
      taken = new Uint8Array(k);
    }
    const places = fitting;
    let count = 0;
    for (let place = 0; place < found; place++) {
      if (place >= WAYS_CONSIDERED && count >= RESULTS) break;
      if (isClean || isInoffensive(plainWay(place), plainCut(place), own)) places[count++] = place;
    }
    fittingCount = count;
    if (found < k && fittingCount <= RESULTS) {
      for (let at = 0; at < fittingCount; at++) taken[at] = 1;
      return;
    }
    const differing = takeDifferent();
    if (found < k || differing === RESULTS) return;
    if (k >= WAYS_CONSIDERED && fittingCount >= RESULTS) return;
  }
}

function isKnown(way: number): boolean {
  for (let at = 0; at < fittingCount; at++)
    if (((plainWay(fitting[at]!) ^ way) & CODE_MASK) === 0) return true;
  return false;
}

/** Fills the results with ways that have a letter by chance: where fewer than five ways have none. */
function fillByChance(first: number, seed: number, own: OwnWordList | undefined): number {
  for (let k = RESULTS - first; ; k *= 2) {
    let count = first;
    const found = findSeededWays(k, seed);
    for (let place = 0; place < found && count < RESULTS; place++) {
      const way = seededWay(place);
      if (isKnown(way) || !isInoffensive(way, seededCut(place), own)) continue;
      resultWays[count] = way;
      resultCuts[count++] = seededCut(place);
    }
    if (count === RESULTS || found < k) return count;
  }
}

/**
 * Finds the five best: ways without a letter by chance, the digits themselves among them, then ways with one.
 * @returns how many there are
 */
function search(digits: string, { words, company, own }: Texts, companyName: string): number {
  company.read(companyName);
  own?.read(companyName);
  readDigits(digits);
  findPieces(words, company.partsFor(dialledPairs), own?.words);
  findFitting(own);
  let count = 0;
  for (let at = 0; at < fittingCount; at++) {
    if (taken[at] === 0) continue;
    const place = fitting[at]!;
    resultWays[count] = plainWay(place);
    resultCuts[count++] = plainCut(place);
  }
  return count === RESULTS ? count : fillByChance(count, seedOf(company), own);
}

/**
 * Makes an engine.
 * @param trie the texts that every company shares: `readTrie` of `words.bin`
 * @param ownWords the operator's own words; absent where there are none
 */
export function createEngine(trie: Trie, ownWords?: OwnWords): VanityEngine {
  const company = new Company(trie);
  const own = ownWords === undefined ? undefined : new OwnWordList(ownWords);
  const texts: Texts = { words: indexed(trie), company, own };
  return {
    letters(digits, companyName) {
      const count = search(digits, texts, companyName);
      const five = new Array<string>(count);
      for (let rank = 0; rank < count; rank++) five[rank] = lettersOf(resultWays[rank]!);
      return five;
    },
    numbers(digits, companyName, beginning) {
      const count = search(digits, texts, companyName);
      return numbersOf(beginning, resultWays, resultCuts, count);
    },
    suffixes(digits, companyName) {
      const count = search(digits, texts, companyName);
      return Array.from({ length: count }, (_, rank) => {
        const [way, cut] = [resultWays[rank]!, resultCuts[rank]!];
        const letters = lettersOf(way);
        const reason = explain({ way, cut, letters }, texts, seedOf(company));
        return { letters, groups: groupsOf(way, cut), ...reason };
      });
    },
  };
}

let trie: Trie | undefined;
const engines = new Map<OwnWords | undefined, VanityEngine>();

/**
 * The engine with the project's word list, which is read from its file once.
 * @param own the operator's own words; the same object gives the same engine
 */
export function vanityEngine(own?: OwnWords): VanityEngine {
  trie ??= readTrie(readFileSync(wordsFile));
  let engine = engines.get(own);
  if (engine === undefined) engines.set(own, (engine = createEngine(trie, own)));
  return engine;
}
