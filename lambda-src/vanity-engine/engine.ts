import { readFileSync } from "node:fs";
import { companyOf, type Company } from "./company/company";
import { explain, type Piece } from "./explain";
import { isInoffensive } from "./guard";
import { BITS_PER_CHARACTER, CHARACTERS, CODE_MASK, SUFFIX_LENGTH } from "./keypad";
import { bestSeededWays, bestWays, foundStems, read } from "./search";
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

interface Found {
  readonly way: number;
  /** Set if the way holds a letter by chance. */
  readonly seed?: number;
}

function lettersOf(way: number, digits: string): string {
  const key = (at: number): number =>
    CHARACTERS[
      ((digits.charCodeAt(at) - 48) << BITS_PER_CHARACTER) |
        ((way >>> (BITS_PER_CHARACTER * (SUFFIX_LENGTH - 1 - at))) & 7)
    ] ?? 0;
  return String.fromCharCode(key(0), key(1), key(2), key(3), key(4), key(5), key(6));
}

/**
 * The five best: ways with letters, then ways with one letter by chance, then the digits themselves. When the guard refuses one,
 * more are searched for, so that what is left is still the best there is.
 */
function search(digits: string, words: Trie, company: Company): Found[] {
  read(digits, words, company.trie);
  const guarded = foundStems().length > 0;
  for (let k = RESULTS; ; k *= 2) {
    const found: Found[] = [];
    const ways = bestWays(k);
    for (const way of ways) {
      if ((way & CODE_MASK) === 0 || (guarded && !isInoffensive(way))) continue;
      if (found.push({ way }) === RESULTS) return found;
    }
    // The list is whole if it isn't full, or if it ends with the bare digits at no points: nothing ranks below them.
    if (ways.length === k && ways[k - 1] !== 0) continue;

    const seed = company.seed ^ Number(digits);
    const seededWays = bestSeededWays(k, seed);
    for (const way of seededWays) {
      if (ways.some((known) => ((known ^ way) & CODE_MASK) === 0)) continue;
      if (guarded && !isInoffensive(way, seed)) continue;
      if (found.push({ way, seed }) === RESULTS) return found;
    }
    if (seededWays.length === k) continue;
    found.push({ way: 0 });
    return found;
  }
}

/**
 * Makes an engine.
 * @param words the texts that every company shares: `readTrie` of `words.bin`
 */
export function createEngine(words: Trie): VanityEngine {
  const find = (digits: string, companyName: string): [Found[], Company] => {
    if (!/^\d{7}$/.test(digits))
      throw new Error(`digits must be seven digits, got ${JSON.stringify(digits)}`);
    const company = companyOf(companyName);
    return [search(digits, words, company), company];
  };
  return {
    letters: (digits, companyName) =>
      find(digits, companyName)[0].map(({ way }) => lettersOf(way, digits)),
    suffixes: (digits, companyName) => {
      const [found, company] = find(digits, companyName);
      return found.map(({ way, seed }) => {
        const letters = lettersOf(way, digits);
        return { letters, ...explain(way, letters, words, company, seed) };
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
