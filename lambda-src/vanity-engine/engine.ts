import { readFileSync } from "node:fs";
import { companyOf, type Company } from "./company/company";
import { explain, type Piece } from "./explain";
import { isInoffensive } from "./guard";
import { CODE_MASK } from "./keypad";
import { digits, foundPieces, read } from "./pieces";
import { mainWord } from "./main-word";
import { findPlainWays, findSeededWays, plainWay, seededWay } from "./search";
import { writeTexts } from "./texts";
import { readTrie, type Trie } from "./trie";
import { MOST_OF_ONE_WORD, WAYS_CONSIDERED } from "./weights";
import { wordsFile } from "./words-file";

/** How many vanity numbers are made of one phone number. */
export const RESULTS = 5;

/** How many ways are searched for at first: mostly, five that differ are among them. */
const FIRST_WAYS = 16;

/** The last seven digits of a phone number, written as well as they can be. */
export interface VanitySuffix {
  /** Seven characters, A–Z and 0–9, that dial the seven digits. */
  readonly letters: string;
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
  /** The same, each with its score, its pieces and the reason for its rank. */
  suffixes(digits: string, companyName: string): VanitySuffix[];
}

/** The seed of the letters by chance: the same number and company give the same letters. */
function seedOf({ seed }: Company): number {
  let number = 0;
  for (const digit of digits) number = number * 10 + digit;
  return seed ^ number;
}

/** The ways last found by `search`, best first. The first `plainResults` of them hold no letter by chance. */
const results = new Int32Array(RESULTS);
let plainResults = 0;

/** The ways without a letter by chance that are fit to be shown, best first, and which of them are taken. */
const fitting: number[] = [];
const taken: boolean[] = [];
const mains: number[] = [];

/** How many of the ways taken share a main word. */
function countOf(main: number): number {
  let count = 0;
  for (const each of mains) if (each === main) count++;
  return count;
}

/** Takes ways that differ, as long as they are worth more than their digits; then those that are left, best first. */
function takeDifferent(): number {
  let count = 0;
  taken.length = mains.length = 0;
  for (const way of fitting) {
    const main = count < RESULTS && way >= 0 ? mainWord(way) : -1;
    const isTaken = main >= 0 && countOf(main) < MOST_OF_ONE_WORD;
    taken.push(isTaken);
    if (!isTaken) continue;
    mains.push(main);
    count++;
  }
  for (let at = 0; at < fitting.length && count < RESULTS; at++) {
    if (taken[at] === true) continue;
    taken[at] = true;
    count++;
  }
  return count;
}

/** Finds the ways without a letter by chance. When the guard refuses one, or too many share a word, more are searched for. */
function findFitting(): number {
  for (let k = FIRST_WAYS; ; k *= 2) {
    const found = findPlainWays(k);
    fitting.length = 0;
    for (let rank = 0; rank < found; rank++) {
      if (rank >= WAYS_CONSIDERED && fitting.length >= RESULTS) break;
      if (isInoffensive(plainWay(rank))) fitting.push(plainWay(rank));
    }
    const count = takeDifferent();
    const differ = mains.length === RESULTS;
    if (found < k || differ || (k >= WAYS_CONSIDERED && count === RESULTS)) return count;
  }
}

function isKnown(way: number): boolean {
  for (const plain of fitting) if (((plain ^ way) & CODE_MASK) === 0) return true;
  return false;
}

/** Fills the results with ways that have a letter by chance: where fewer than five ways have none. */
function fillByChance(first: number, seed: number): number {
  for (let k = RESULTS; ; k *= 2) {
    let count = first;
    const found = findSeededWays(k, seed);
    for (let rank = 0; rank < found && count < RESULTS; rank++) {
      const way = seededWay(rank);
      if (!isKnown(way) && isInoffensive(way)) results[count++] = way;
    }
    if (count === RESULTS || found < k) return count;
  }
}

/**
 * Finds the five best: ways without a letter by chance, the digits themselves among them, then ways with one.
 * @returns how many there are
 */
function search(digits: string, words: Trie, company: Company): number {
  read(digits, words, company.texts);
  plainResults = findFitting();
  let count = 0;
  for (let at = 0; at < fitting.length && count < plainResults; at++)
    if (taken[at] === true) results[count++] = fitting[at] ?? 0;
  return count === RESULTS ? count : fillByChance(count, seedOf(company));
}

/**
 * Makes an engine.
 * @param words the texts that every company shares: `readTrie` of `words.bin`
 */
export function createEngine(words: Trie): VanityEngine {
  return {
    letters: (digits, companyName) =>
      writeTexts(results, search(digits, words, companyOf(companyName))),
    suffixes: (digits, companyName) => {
      const company = companyOf(companyName);
      const texts = writeTexts(results, search(digits, words, company));
      const pieces = foundPieces();
      return texts.map((letters, rank) => {
        const way = results[rank] ?? 0;
        const byChance = rank >= plainResults && (way & CODE_MASK) !== 0;
        const seed = byChance ? seedOf(company) : undefined;
        return { letters, ...explain(way, letters, pieces, words, company, seed) };
      });
    },
  };
}

let shared: VanityEngine | undefined;

/** The engine with the project's own word list, read from its file once. */
export function vanityEngine(): VanityEngine {
  shared ??= createEngine(readTrie(readFileSync(wordsFile)));
  return shared;
}
