/* eslint-disable @typescript-eslint/no-non-null-assertion -- each index below is inside its array by construction, and a test for
   undefined would be the inner loop's largest cost */
import {
  BITS_PER_KEY,
  BITS_PER_CHARACTER,
  CHARACTERS,
  CODE_BITS,
  CODE_MASK,
  SUFFIX_LENGTH,
} from "./keypad";
import {
  BIT_COUNT,
  CHILD_SHIFT,
  CLASS_SHIFT,
  DIGIT_MASK,
  END_ONLY,
  HAS_ENTRIES,
  LAST_ENTRY,
  type Trie,
} from "./trie";
import { BESIDE_TABLE, COMPANY_CLASSES, OPENER, POINTS_TABLE, STRONG_STEM } from "./weights";

/**
 * The first half of the fast path: reads seven digits and notes every piece in them.
 *
 * A piece is one integer, `points << 21 | text`, with the text where it stands in the number, packed as `keypad.ts` says. So pieces
 * beside each other are added, and ranking ways to write the number is comparing integers.
 *
 * The state below belongs to one search at a time: `read` begins it, and nothing here waits for anything.
 */

const LAST = SUFFIX_LENGTH - 1;

/** The most pieces that seven digits have room for; far above what any word list and name offer. */
const MOST_PIECES = 4096;

/** The digits last read. */
export const digits = new Uint8Array(SUFFIX_LENGTH);

/** What a piece's points depend on: a part of the company's name stands in the same number, or none does. */
export interface Points {
  /** The pieces found, those with the latest start first and, of one start and source, the shortest first. */
  readonly ways: Int32Array;
  /** The best way to write the digits from each position on: no search finds a better one. */
  readonly bestFrom: Int32Array;
}

const points = (): Points => ({
  ways: new Int32Array(MOST_PIECES),
  bestFrom: new Int32Array(SUFFIX_LENGTH + 1),
});

/** The points where no part of the company's name is shown. */
export const ALONE = points();

/** The points beside a part of the company's name. */
export const BESIDE_NAME = points();

/** Where each piece starts, and the position behind it. */
export const pieceStarts = new Uint8Array(MOST_PIECES);
export const pieceEnds = new Uint8Array(MOST_PIECES);

export const pieceClasses = new Uint8Array(MOST_PIECES);

/** How many pieces start at a position or behind it: they are the first ones. */
export const piecesFrom = new Int32Array(SUFFIX_LENGTH + 1);

/** The most stems that seven digits could spell; far above what `offensive.ts` holds. */
const MOST_STEMS = 256;

/** The stems of `offensive.ts` that the digits could spell: where each stands, packed, and the bits to compare with it. */
export const stemTexts = new Int32Array(MOST_STEMS);
export const stemMasks = new Int32Array(MOST_STEMS);
const stemStarts = new Uint8Array(MOST_STEMS);
const stemEnds = new Uint8Array(MOST_STEMS);
const stemClasses = new Uint8Array(MOST_STEMS);
let stems = 0;
let companyPieces = 0;

/** The digits last read as one integer, four bits a digit. */
let allDigits = 0;

/** The bits of the characters from `start` to before `end` in a packed text. */
export function bitsOf(start: number, end: number): number {
  return (
    ((1 << (BITS_PER_CHARACTER * (end - start))) - 1) <<
    (BITS_PER_CHARACTER * (SUFFIX_LENGTH - end))
  );
}

/** Notes a piece that starts at `start`; returns how many there are now. */
function note(
  start: number,
  end: number,
  text: number,
  weightClass: number,
  pieces: number,
): number {
  const place = (weightClass << 3) | (end - start);
  const alone = (POINTS_TABLE[place]! << CODE_BITS) + text;
  const beside = (BESIDE_TABLE[place]! << CODE_BITS) + text;
  ALONE.ways[pieces] = alone;
  BESIDE_NAME.ways[pieces] = beside;
  pieceStarts[pieces] = start;
  pieceEnds[pieces] = end;
  pieceClasses[pieces] = weightClass;
  const bestBeside = beside + BESIDE_NAME.bestFrom[end]!;
  if (bestBeside > BESIDE_NAME.bestFrom[start]!) BESIDE_NAME.bestFrom[start] = bestBeside;
  if (weightClass < COMPANY_CLASSES) companyPieces++;
  else {
    const bestAlone = alone + ALONE.bestFrom[end]!;
    if (bestAlone > ALONE.bestFrom[start]!) ALONE.bestFrom[start] = bestAlone;
  }
  return pieces + 1;
}

/** A few texts to be compared with digits one by one: for a company's name, building a trie would take longer than all its searches. */
export interface FewTexts {
  /** The keys that dial each, four bits a key; the shortest first. */
  readonly keys: Int32Array;
  /** Each as `keypad.ts` packs it. */
  readonly codes: Int32Array;
  readonly lengths: Uint8Array;
  readonly weightClasses: Uint8Array;
  readonly endOnly: Uint8Array;
}

/** Notes each of a few texts that the digits from `start` dial. */
function collectFew(texts: FewTexts, start: number, pieces: number): number {
  const { keys, codes, lengths, weightClasses, endOnly } = texts;
  const room = SUFFIX_LENGTH - start;
  for (let t = 0; t < keys.length && lengths[t]! <= room; t++) {
    const length = lengths[t]!;
    const behind = room - length;
    const dialled = (allDigits >>> (BITS_PER_KEY * behind)) & ((1 << (BITS_PER_KEY * length)) - 1);
    if (dialled !== keys[t]! || (endOnly[t] === 1 && behind > 0)) continue;
    const text = codes[t]! << (BITS_PER_CHARACTER * behind);
    pieces = note(start, start + length, text, weightClasses[t]!, pieces);
  }
  return pieces;
}

/** Walks a trie along the digits from `start` and notes each entry on the way; returns how many pieces there are now. */
function collect(cells: Trie, start: number, pieces: number): number {
  let node = cells[0]!;
  for (let at = start; at < SUFFIX_LENGTH; at++) {
    const bit = 1 << digits[at]!;
    if ((node & bit) === 0) break;
    node = cells[(node >>> CHILD_SHIFT) + BIT_COUNT[node & DIGIT_MASK & (bit - 1)]!]!;
    if ((node & HAS_ENTRIES) === 0) continue;
    let next = node >>> CHILD_SHIFT;
    for (let entry = 0; (entry & LAST_ENTRY) === 0;) {
      entry = cells[--next]!;
      if ((entry & END_ONLY) !== 0 && at !== LAST) continue;
      const weightClass = (entry >>> CLASS_SHIFT) & 0xff;
      const text = (entry & CODE_MASK) << (BITS_PER_CHARACTER * (LAST - at));
      if (weightClass >= STRONG_STEM) {
        stemTexts[stems] = text;
        stemMasks[stems] = bitsOf(start, at + 1);
        stemStarts[stems] = start;
        stemEnds[stems] = at + 1;
        stemClasses[stems++] = weightClass;
        continue;
      }
      if (weightClass === OPENER && start !== 0) continue;
      pieces = note(start, at + 1, text, weightClass, pieces);
    }
  }
  return pieces;
}

/**
 * Reads seven digits and finds the pieces in them.
 * @param suffix exactly seven digits
 * @param words the texts that every company shares
 * @param company the company's own texts
 * @throws Error if `suffix` is not seven digits
 */
export function read(suffix: string, words: Trie, company: FewTexts): void {
  stems = 0;
  companyPieces = 0;
  allDigits = 0;
  let valid = suffix.length === SUFFIX_LENGTH;
  for (let at = 0; at < SUFFIX_LENGTH; at++) {
    const digit = suffix.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) valid = false;
    digits[at] = digit;
    allDigits = (allDigits << BITS_PER_KEY) | digit;
  }
  if (!valid) throw new Error(`digits must be seven digits, got ${JSON.stringify(suffix)}`);
  let pieces = 0;
  for (let start = LAST; start >= 0; start--) {
    ALONE.bestFrom[start] = ALONE.bestFrom[start + 1]!;
    BESIDE_NAME.bestFrom[start] = BESIDE_NAME.bestFrom[start + 1]!;
    pieces = collectFew(company, start, pieces);
    pieces = collect(words, start, pieces);
    piecesFrom[start] = pieces;
  }
  if (pieces > MOST_PIECES || stems > MOST_STEMS)
    throw new Error(
      `seven digits must hold at most ${MOST_PIECES} pieces and ${MOST_STEMS} stems, got ${pieces} and ${stems}: shorten the lists`,
    );
}

/** Whether the digits last read could show a part of the company's name. */
export function showsCompany(): boolean {
  return companyPieces > 0;
}

/** How many stems the digits last read could spell: mostly none. */
export function stemCount(): number {
  return stems;
}

/** A stem that the digits last read could spell: the slow view. */
export interface FoundStem {
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
}

/**
 * One of the stems found.
 * @param index below `stemCount()`
 */
export function foundStem(index: number): FoundStem {
  const strong = stemClasses[index] === STRONG_STEM;
  return { start: stemStarts[index]!, end: stemEnds[index]!, strong };
}

/** A piece's characters. */
function textOf(piece: number): string {
  let text = "";
  for (let at = pieceStarts[piece]!; at < pieceEnds[piece]!; at++) {
    const code = (ALONE.ways[piece]! >>> (BITS_PER_CHARACTER * (LAST - at))) & 7;
    text += String.fromCharCode(CHARACTERS[(digits[at]! << BITS_PER_CHARACTER) | code]!);
  }
  return text;
}

/** A piece found by `read`. */
export interface FoundPiece {
  readonly start: number;
  readonly end: number;
  /** The piece's text where it stands, packed. */
  readonly text: number;
  readonly points: number;
  /** Its points beside a part of the company's name. */
  readonly pointsBeside: number;
  readonly weightClass: number;
}

/** The pieces in the digits last read: the slow view, for explanations and the guard. */
export function foundPieces(): FoundPiece[] {
  return Array.from({ length: piecesFrom[0]! }, (_, p) => ({
    start: pieceStarts[p]!,
    end: pieceEnds[p]!,
    text: ALONE.ways[p]! & CODE_MASK,
    points: ALONE.ways[p]! >> CODE_BITS,
    pointsBeside: BESIDE_NAME.ways[p]! >> CODE_BITS,
    weightClass: pieceClasses[p]!,
  }));
}

/**
 * Whether a way shows a piece that runs over a stretch of it, in this cutting or another.
 * @param way of the digits last read
 * @param start the stretch's first position, and `end` the one after it
 * @param accepts which pieces count, by weight class, length and, where it is asked for, text
 */
export function isCovered(
  way: number,
  start: number,
  end: number,
  accepts: (weightClass: number, length: number, text: () => string) => boolean,
): boolean {
  for (let p = 0; p < piecesFrom[0]!; p++) {
    const first = pieceStarts[p]!;
    const last = pieceEnds[p]!;
    const runsOver = first <= start && end <= last;
    if (!runsOver || ((way ^ ALONE.ways[p]!) & bitsOf(first, last)) !== 0) continue;
    if (accepts(pieceClasses[p]!, last - first, () => textOf(p))) return true;
  }
  return false;
}
