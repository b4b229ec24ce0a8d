/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { CODE_MASK, CODE_OF, BITS_PER_CHARACTER, KEY_OF, SUFFIX_LENGTH } from "../keypad";
import {
  BIT_COUNT,
  CHILD_SHIFT,
  CLASS_SHIFT,
  DIGIT_MASK,
  HAS_ENTRIES,
  LAST_ENTRY,
  type Trie,
} from "../trie";
import { COMPANY_CLASSES, RARITY_BANDS } from "../weights";
import { MOST_CHUNKS, type Reading } from "./reading";
import { wordTable, type WordTable } from "./word-table";

/*
 * A name that is written together in one case (HOMEDEPOT, homedepot.com) is cut into the words of the word
 * list that it is made of, as capitals would cut it (HomeDepot).
 */

const SHORTEST_COMPOUND = 6;
const SHORTEST_WORD = 3;

/** How common a word must be to be seen in a compound, by `rarityBand`; of three letters, more so: HUM-ANA is no compound. */
const RAREST = 11;
const RAREST_SHORT = 8;

const tableOf = (words: string): WordTable<true> =>
  wordTable(words.split(" ").map((word) => [word, true]));

/** Trades and countries that the word list has not: it holds no names, and no word of more than seven letters. */
const TRADES = tableOf(
  "MORTGAGE INSURANCE SERVICES SECURITY NATIONAL AMERICA CANADA AUSTRALIA UNIVERSITY HOSPITAL BUSINESS FINANCIAL FURNITURE " +
    "PROPERTY PLUMBING ELECTRIC DELIVERY INTERNATIONAL AIRLINES CLEANERS ATTORNEY MATTRESS WAREHOUSE CHILDREN PHARMACY",
);
const OF_COUNTRIES = tableOf("AMERICAN CANADIAN AUSTRALIAN");

/** Words between others: BANKOFAMERICA. */
const BETWEEN = tableOf("OF TO");

/** Beginnings and endings of single words, though the list has them as words, too: CON-TEXT, PRODUCT-ION, DISC-OVER. */
const NO_FIRST = tableOf("CON PER SUB DAM PAR PAS NON");
const NO_LATER = tableOf(
  "ION IONS ABLE ATE AGE AGES AGED LESS FULLY SHIP SHIPS LED RED RING RATE RATES TIES LIST MENTAL ABILITY ANT ANTS OVER HER ENTER",
);

/** The weight classes of common words: one for each band. */
const isCommon = (weightClass: number, length: number): boolean => {
  const band = weightClass - COMPANY_CLASSES;
  if (band < 0 || band >= RARITY_BANDS) return false;
  return band <= (length === SHORTEST_WORD ? RAREST_SHORT : RAREST);
};

/** Whether a stretch is a common word of the list. */
function isListed(cells: Trie, characters: Uint8Array, from: number, to: number): boolean {
  if (to - from > SUFFIX_LENGTH) return false;
  let node = cells[0]!;
  let text = 0;
  for (let at = from; at < to; at++) {
    const bit = 1 << KEY_OF[characters[at]!]!;
    if ((node & bit) === 0) return false;
    node = cells[(node >>> CHILD_SHIFT) + BIT_COUNT[node & DIGIT_MASK & (bit - 1)]!]!;
    text = (text << BITS_PER_CHARACTER) | CODE_OF[characters[at]!]!;
  }
  if ((node & HAS_ENTRIES) === 0) return false;
  for (let place = (node >>> CHILD_SHIFT) - 1, entry = 0; (entry & LAST_ENTRY) === 0; place--) {
    entry = cells[place]!;
    if ((entry & CODE_MASK) === text && isCommon((entry >>> CLASS_SHIFT) & 0xff, to - from))
      return true;
  }
  return false;
}

/** Where the words of a compound begin, but the first; as many as were found. */
const cuts = new Uint8Array(MOST_CHUNKS);

/** Finds so many words that make up a stretch, the longest first word first. */
function cutInto(
  words: number,
  cells: Trie,
  characters: Uint8Array,
  from: number,
  to: number,
  found: number,
): boolean {
  const isWord = (end: number): boolean => {
    if (found === 0 ? NO_FIRST(characters, from, end) : NO_LATER(characters, from, end))
      return false;
    if (end - from < SHORTEST_WORD)
      return found > 0 && end < to && BETWEEN(characters, from, end) === true;
    const isTrade = (TRADES(characters, from, end) ?? OF_COUNTRIES(characters, from, end)) === true;
    return isTrade || isListed(cells, characters, from, end);
  };
  if (words === 1) return isWord(to);
  for (let end = to - SHORTEST_WORD; end > from; end--) {
    if (!isWord(end)) continue;
    cuts[found] = end;
    if (cutInto(words - 1, cells, characters, end, to, found + 1)) return true;
  }
  return false;
}

/** More would be found by chance. */
const MOST_WORDS = 3;

/**
 * Cuts the words of a reading that are written in one case, and made of two or three common words.
 * @param reading is changed
 * @param cells the word list
 */
export function cutCompounds(reading: Reading, cells: Trie): void {
  const { characters } = reading;
  for (let word = reading.wordCount - 1; word >= 0; word--) {
    if (!reading.isInOneCase(word)) continue;
    const [from, to] = [reading.wordStart(word), reading.wordStart(word + 1)];
    if (to - from < SHORTEST_COMPOUND || isListed(cells, characters, from, to)) continue;
    for (let words = 2; words <= MOST_WORDS; words++)
      if (cutInto(words, cells, characters, from, to, 0)) {
        reading.cutWord(word, cuts, words - 1);
        break;
      }
  }
}
