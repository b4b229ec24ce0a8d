import { readFileSync } from "node:fs";
import { companyOf, type Company } from "./company/company";
import { explain, type Piece } from "./explain";
import { isInoffensive } from "./guard";
import { CODE_MASK } from "./keypad";
import { digits, foundPieces, read } from "./pieces";
import { findPlainWays, findSeededWays, plainWay, seededWay } from "./search";
import { writeTexts } from "./texts";
import { readTrie, type Trie } from "./trie";
import { wordsFile } from "./words-file";

/** How many vanity numbers are made of one phone number. */
export const RESULTS = 5;

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

function isKnown(way: number, plainWays: number): boolean {
  for (let rank = 0; rank < plainWays; rank++)
    if (((plainWay(rank) ^ way) & CODE_MASK) === 0) return true;
  return false;
}

/**
 * Finds the five best: ways with letters, then ways with one letter by chance, then the digits themselves. When the guard refuses
 * one, more are searched for, so that what is left is still the best there is.
 * @returns how many there are
 */
function search(digits: string, words: Trie, company: Company): number {
  read(digits, words, company.trie);
  for (let k = RESULTS; ; k *= 2) {
    let count = 0;
    const plainWays = findPlainWays(k);
    for (let rank = 0; rank < plainWays && count < RESULTS; rank++) {
      const way = plainWay(rank);
      if ((way & CODE_MASK) !== 0 && isInoffensive(way)) results[count++] = way;
    }
    plainResults = count;
    if (count === RESULTS) return count;
    // All are found if there was room for more, or if the last are the bare digits at no points: nothing ranks below them.
    if (plainWays === k && plainWay(k - 1) !== 0) continue;

    const seed = seedOf(company);
    const wanted = k - count;
    const seededWays = findSeededWays(wanted, seed);
    for (let rank = 0; rank < seededWays && count < RESULTS; rank++) {
      const way = seededWay(rank);
      if (!isKnown(way, plainWays) && isInoffensive(way)) results[count++] = way;
    }
    if (count === RESULTS) return count;
    if (seededWays === wanted) continue;
    results[count++] = 0;
    return count;
  }
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
