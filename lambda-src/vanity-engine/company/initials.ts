/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { SUFFIX_LENGTH } from "../keypad";
import { weightClass } from "../weights";
import type { PartList } from "./part-list";
import { LONGEST, type Reading } from "./reading";
import { isStopWord } from "./stop-words";
import { wordTable } from "./word-table";

const INITIALS = weightClass("company-initials");
const NINE = "9".charCodeAt(0);

/** What ends words that companies make of two: Southwest, Mastercard, Facebook. Their last three letters tell them apart. */
const ENDING_OF = wordTable(
  "WEST EAST SOUTH NORTH WIDE LINE LINES LAND WAY WAYS CARD BANK BOOK MART SOFT TECH FARE HOUSE WORKS STATE TIME LIFE ONE"
    .split(" ")
    .map((ending) => [ending.slice(-3), ending]),
);

const SHORTEST_COMPOUND = 6;
const SHORTEST_FIRST = 3;

/** Where the second word begins in a word that is made of two; 0 if it isn't. A wrong cut says nothing but for initials. */
function secondWordAt(characters: Uint8Array, from: number, to: number): number {
  if (to - from < SHORTEST_COMPOUND) return 0;
  const ending = ENDING_OF(characters, to - 3, to);
  if (ending === undefined || to - ending.length - from < SHORTEST_FIRST) return 0;
  for (let at = from; at < to; at++) {
    const letter = at - to + ending.length;
    if (characters[at]! <= NINE) return 0;
    if (letter >= 0 && characters[at] !== ending.charCodeAt(letter)) return 0;
  }
  return to - ending.length;
}

/** Words whose initials are offered: where each starts and ends, and how many there are. */
const froms = new Uint8Array(LONGEST);
const tos = new Uint8Array(LONGEST);
let count = 0;

/** Adds a word to the row. */
function addWord(from: number, to: number): void {
  froms[count] = from;
  tos[count++] = to;
}

/** The initials of the row's words, and how many they are up to each word. */
const initials = new Uint8Array(SUFFIX_LENGTH + 1);
const lengths = new Uint8Array(LONGEST);

/** Writes the initials of the first words; numbers stand for themselves. Returns of how many words there is room for them. */
function write({ characters }: Reading): number {
  let length = 0;
  for (let word = 0; word < count; word++) {
    const from = froms[word]!;
    const to = characters[from]! <= NINE ? tos[word]! : from + 1;
    if (length + to - from > SUFFIX_LENGTH) return word;
    for (let at = from; at < to; at++) initials[length++] = characters[at]!;
    lengths[word] = length;
  }
  return count;
}

/** What is done with a row of words. */
type UseRow = (reading: Reading, parts: PartList) => void;

/** The same row with the two words that a word is made of. */
function cutRow({ characters }: Reading): boolean {
  let first = 0;
  while (first < count && secondWordAt(characters, froms[first]!, tos[first]!) === 0) first++;
  if (first === count) return false;
  const words = Array.from({ length: count }, (_, word) => [froms[word]!, tos[word]!] as const);
  count = 0;
  for (const [from, to] of words) {
    const second = secondWordAt(characters, from, to);
    if (second > 0) addWord(from, second);
    addWord(second > 0 ? second : from, to);
  }
  return true;
}

function useRow(reading: Reading, parts: PartList, use: UseRow): void {
  use(reading, parts);
  if (cutRow(reading)) use(reading, parts);
}

/** Goes through the rows of words that initials are made of: chunks, words, and words that say something. */
function everyRow(reading: Reading, parts: PartList, use: UseRow): void {
  const { starts, chunkCount, wordCount } = reading;
  count = 0;
  for (let chunk = 0; chunk < chunkCount; chunk++) addWord(starts[chunk]!, starts[chunk + 1]!);
  useRow(reading, parts, use);
  let silent = 0;
  for (let word = 0; word < wordCount; word++) if (isSilent(reading, word)) silent++;
  if (wordCount < chunkCount) {
    addWords(reading, false);
    useRow(reading, parts, use);
  }
  if (silent > 0) {
    addWords(reading, true);
    useRow(reading, parts, use);
  }
}

const isSilent = (reading: Reading, word: number): boolean =>
  isStopWord(reading, reading.wordStart(word), reading.wordStart(word + 1));

function addWords(reading: Reading, onlyTelling: boolean): void {
  count = 0;
  for (let word = 0; word < reading.wordCount; word++)
    if (!onlyTelling || !isSilent(reading, word))
      addWord(reading.wordStart(word), reading.wordStart(word + 1));
}

const noteHead: UseRow = (reading) => {
  if (write(reading) > 1) reading.addHead(initials, 0);
};

const offerRow: UseRow = (reading, parts) => {
  const fitting = write(reading);
  for (let word = 1; word < fitting; word++)
    parts.offer(INITIALS, initials, 0, lengths[word]!, undefined, 0, 0);
};

/**
 * Notes what the initials of a name begin with.
 * @param parts takes nothing
 */
export const noteInitials = (reading: Reading, parts: PartList): void => {
  everyRow(reading, parts, noteHead);
};

/**
 * Offers the initials of a name's words, from the first two on, and the same with the two words that a word is made of.
 * @param reading whose words they are
 * @param parts what takes them
 */
export const offerInitials = (reading: Reading, parts: PartList): void => {
  everyRow(reading, parts, offerRow);
};
