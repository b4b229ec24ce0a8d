/* eslint-disable @typescript-eslint/no-non-null-assertion -- each index below is inside its array by construction, and a test for
   undefined would be the inner loop's largest cost */
import { noPairs } from "./dialled-pairs";
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
  type Words,
} from "./trie";
import {
  BESIDE_TABLE,
  COMPANY_CLASSES,
  isScrap,
  OPENER,
  PARTED_TABLE,
  POINTS_TABLE,
  NEVER_BEGINNING,
  SCRAP_POINTS,
} from "./weights";

/**
 * The first half of the fast path: reads seven digits and notes every piece in them.
 *
 * A piece is one integer, `points << 21 | text`, with the text where it stands in the number, packed as `keypad.ts` says. So pieces
 * beside each other are added, and ranking ways to write the number is comparing integers.
 *
 * The state below belongs to one search at a time: `read` begins it, and nothing here waits for anything.
 */

const LAST = SUFFIX_LENGTH - 1;
const CHARACTER_MASK = (1 << BITS_PER_CHARACTER) - 1;

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

/** Where a cutting says which places are covered, and where pieces start. Below lies where it is parted: bit `place` for a hyphen before. */
export const COVER_SHIFT = SUFFIX_LENGTH + 1;
export const START_SHIFT = COVER_SHIFT + SUFFIX_LENGTH;

/**
 * What each piece adds to a cutting: a bit for each place that it covers, for the one where it starts, and for those that it is parted at
 * (`PARTED_TABLE`). So a way's cutting is known without another search.
 */
export const pieceCuts = new Int32Array(MOST_PIECES);

/** How many pieces start at a position or behind it: they are the first ones. */
export const piecesFrom = new Int32Array(SUFFIX_LENGTH + 1);

/** The most stems that seven digits could spell; far above what `offensive.ts` holds and an operator may add. */
const MOST_STEMS = 4096;

/** The stems of `offensive.ts` and `own-words.ts` that the digits could spell: where each stands, packed, and the bits to compare with it. */
export const stemTexts = new Int32Array(MOST_STEMS);
export const stemMasks = new Int32Array(MOST_STEMS);
const stemStarts = new Uint8Array(MOST_STEMS);
const stemEnds = new Uint8Array(MOST_STEMS);
const stemClasses = new Uint8Array(MOST_STEMS);
let stems = 0;
let companyPieces = 0;

/** A bit for each position where a part of the company's name starts. */
let companyStarts = 0;

/** The parts of the company's name that are scraps, and those that show more of it. */
const scraps = new Int32Array(MOST_PIECES);
const fullParts = new Int32Array(MOST_PIECES);
let scrapCount = 0;
let fullCount = 0;

/** The digits last read as one integer, four bits a digit. */
let allDigits = 0;

/** The pairs of the digits last read. */
export const dialledPairs = noPairs();

/** The bits of the characters from `start` to before `end` in a packed text. */
export function bitsOf(start: number, end: number): number {
  return (
    ((1 << (BITS_PER_CHARACTER * (end - start))) - 1) <<
    (BITS_PER_CHARACTER * (SUFFIX_LENGTH - end))
  );
}

/** Whether the company offers the digits last read a text: else nothing stands beside its name. */
let hasParts = false;

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
  ALONE.ways[pieces] = alone;
  pieceStarts[pieces] = start;
  pieceEnds[pieces] = end;
  pieceClasses[pieces] = weightClass;
  pieceCuts[pieces] =
    (((1 << end) - (1 << start)) << COVER_SHIFT) |
    (1 << (START_SHIFT + start)) |
    (PARTED_TABLE[place]! << start);
  if (hasParts) {
    const beside = (BESIDE_TABLE[place]! << CODE_BITS) + text;
    BESIDE_NAME.ways[pieces] = beside;
    const bestBeside = beside + BESIDE_NAME.bestFrom[end]!;
    if (bestBeside > BESIDE_NAME.bestFrom[start]!) BESIDE_NAME.bestFrom[start] = bestBeside;
  }
  if (weightClass < COMPANY_CLASSES) {
    companyPieces++;
    companyStarts |= 1 << start;
    if (isScrap(weightClass, end - start)) scraps[scrapCount++] = pieces;
    else fullParts[fullCount++] = pieces;
  } else {
    const bestAlone = alone + ALONE.bestFrom[end]!;
    if (bestAlone > ALONE.bestFrom[start]!) ALONE.bestFrom[start] = bestAlone;
  }
  return pieces + 1;
}

/** A few texts to be compared with digits one by one: for a company's name, building a trie would take longer than all its searches. */
export interface FewTexts {
  /**
   * Three cells a text: the keys that dial it, four bits a key; its characters as `keypad.ts` packs them; its length, whether it only
   * ends numbers, and its weight class.
   */
  readonly cells: Int32Array;
  readonly count: number;
}

export const CELLS_A_TEXT = 3;
export const TEXT_LENGTH_MASK = 7;
export const END_ONLY_TEXT = 8;
export const TEXT_CLASS_SHIFT = 4;

/** Notes each of a few texts that the digits from `start` dial. */
function collectFew({ cells, count }: FewTexts, start: number, pieces: number): number {
  const room = SUFFIX_LENGTH - start;
  for (let cell = 0; cell < count * CELLS_A_TEXT; cell += CELLS_A_TEXT) {
    const traits = cells[cell + 2]!;
    const length = traits & TEXT_LENGTH_MASK;
    const behind = room - length;
    if (behind < 0) continue;
    const dialled = (allDigits >>> (BITS_PER_KEY * behind)) & ((1 << (BITS_PER_KEY * length)) - 1);
    if (dialled !== cells[cell]! || ((traits & END_ONLY_TEXT) !== 0 && behind > 0)) continue;
    const text = cells[cell + 1]! << (BITS_PER_CHARACTER * behind);
    pieces = note(start, start + length, text, (traits >>> TEXT_CLASS_SHIFT) & 0xff, pieces);
  }
  return pieces;
}

/** Notes each entry of a node, whose digits go from `start` to before `end`; returns how many pieces there are now. */
function noteEntries(
  cells: Trie,
  node: number,
  start: number,
  end: number,
  pieces: number,
): number {
  let next = node >>> CHILD_SHIFT;
  for (let entry = 0; (entry & LAST_ENTRY) === 0;) {
    entry = cells[--next]!;
    if ((entry & END_ONLY) !== 0 && end !== SUFFIX_LENGTH) continue;
    const weightClass = (entry >>> CLASS_SHIFT) & 0xff;
    const text = (entry & CODE_MASK) << (BITS_PER_CHARACTER * (SUFFIX_LENGTH - end));
    if (weightClass >= NEVER_BEGINNING) {
      stemTexts[stems] = text;
      stemMasks[stems] = bitsOf(start, end);
      stemStarts[stems] = start;
      stemEnds[stems] = end;
      stemClasses[stems++] = weightClass;
    } else if (weightClass !== OPENER || (start === 0 && (companyStarts & (1 << end)) !== 0))
      pieces = note(start, end, text, weightClass, pieces);
  }
  return pieces;
}

/** Walks a trie along the digits from `start` and notes each entry on the way; returns how many pieces there are now. */
function collect({ cells, pairs, triples }: Words, start: number, pieces: number): number {
  let index = 10 * digits[start]! + digits[start + 1]!;
  let node = pairs[index]!;
  if ((node & HAS_ENTRIES) !== 0) pieces = noteEntries(cells, node, start, start + 2, pieces);
  if (start + 2 > LAST) return pieces;
  index = 10 * index + digits[start + 2]!;
  node = triples[index]!;
  for (let at = start + 3; ; at++) {
    if ((node & HAS_ENTRIES) !== 0) pieces = noteEntries(cells, node, start, at, pieces);
    if (at > LAST) return pieces;
    const bit = 1 << digits[at]!;
    if ((node & bit) === 0) return pieces;
    node = cells[(node >>> CHILD_SHIFT) + BIT_COUNT[node & DIGIT_MASK & (bit - 1)]!]!;
  }
}

/** Notes whether the digits last read have their pairs. */
function markPairs(mark: number): void {
  for (let at = 0; at < LAST; at++)
    dialledPairs[(digits[at]! << BITS_PER_KEY) | digits[at + 1]!] = mark;
}

/**
 * Reads seven digits.
 * @param suffix exactly seven digits
 * @throws Error if it is not
 */
export function readDigits(suffix: string): void {
  markPairs(0);
  allDigits = 0;
  let valid = suffix.length === SUFFIX_LENGTH;
  for (let at = 0; at < SUFFIX_LENGTH; at++) {
    const digit = suffix.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) valid = false;
    digits[at] = valid ? digit : 0;
    allDigits = (allDigits << BITS_PER_KEY) | digit;
  }
  if (!valid) throw new Error(`digits must be seven digits, got ${JSON.stringify(suffix)}`);
  markPairs(1);
}

/** Whether a part of the company's name, somewhere else in the number, begins with a scrap: WALM with WAL. */
function beginsWith(part: number, scrap: number): boolean {
  const [from, to] = [pieceStarts[part]!, pieceStarts[scrap]!];
  const length = pieceEnds[scrap]! - to;
  if (pieceEnds[part]! - from <= length || from === to) return false;
  for (let at = 0; at < length; at++) {
    const shift = BITS_PER_CHARACTER * (LAST - from - at);
    const otherShift = BITS_PER_CHARACTER * (LAST - to - at);
    const codes = (ALONE.ways[part]! >>> shift) ^ (ALONE.ways[scrap]! >>> otherShift);
    if (digits[from + at] !== digits[to + at] || (codes & CHARACTER_MASK) !== 0) return false;
  }
  return true;
}

/** Lessens what a scrap of the company's name is worth where the digits show more of it. */
function lessenScraps(): void {
  const { ways } = BESIDE_NAME;
  for (let n = 0; n < scrapCount; n++) {
    const scrap = scraps[n]!;
    let full = 0;
    while (full < fullCount && !beginsWith(fullParts[full]!, scrap)) full++;
    if (full < fullCount) ways[scrap] = (SCRAP_POINTS << CODE_BITS) + (ways[scrap]! & CODE_MASK);
  }
}

/**
 * Finds the pieces in the digits last read. What is said before a name (`OPENER`) only counts directly before a part of it.
 * @param words the texts that every company shares
 * @param company the company's own texts
 * @param own the operator's own, if there are any
 */
export function findPieces(words: Words, company: FewTexts, own?: Words): void {
  stems = 0;
  companyPieces = 0;
  companyStarts = 0;
  scrapCount = 0;
  fullCount = 0;
  let pieces = 0;
  hasParts = company.count > 0;
  for (let start = LAST; start >= 0; start--) {
    ALONE.bestFrom[start] = ALONE.bestFrom[start + 1]!;
    BESIDE_NAME.bestFrom[start] = BESIDE_NAME.bestFrom[start + 1]!;
    if (hasParts) pieces = collectFew(company, start, pieces);
    if (start < LAST) {
      pieces = collect(words, start, pieces);
      if (own !== undefined) pieces = collect(own, start, pieces);
    }
    piecesFrom[start] = pieces;
  }
  if (scrapCount > 0 && fullCount > 0) lessenScraps();
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
  readonly weightClass: number;
}

/**
 * One of the stems found.
 * @param index below `stemCount()`
 */
export function foundStem(index: number): FoundStem {
  return { start: stemStarts[index]!, end: stemEnds[index]!, weightClass: stemClasses[index]! };
}

/**
 * The characters of a stretch of a way or piece.
 * @param way of the digits last read
 * @param start the stretch's first position, and `end` the one after it
 */
export function charactersOf(way: number, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) {
    const code = (way >>> (BITS_PER_CHARACTER * (LAST - at))) & 7;
    text += String.fromCharCode(CHARACTERS[(digits[at]! << BITS_PER_CHARACTER) | code]!);
  }
  return text;
}

/** A piece that runs over a stretch of a way. */
export interface CoveringPiece {
  readonly weightClass: number;
  readonly start: number;
  readonly end: number;
  /** Its characters: made where they are asked for. */
  readonly text: () => string;
}

/**
 * Whether a way shows a piece that runs over a stretch of it, in this cutting or another.
 * @param way of the digits last read
 * @param start the stretch's first position, and `end` the one after it
 * @param accepts which pieces count
 */
export function isCovered(
  way: number,
  start: number,
  end: number,
  accepts: (piece: CoveringPiece) => boolean,
): boolean {
  for (let p = 0; p < piecesFrom[0]!; p++) {
    const first = pieceStarts[p]!;
    const last = pieceEnds[p]!;
    const runsOver = first <= start && end <= last;
    if (!runsOver || ((way ^ ALONE.ways[p]!) & bitsOf(first, last)) !== 0) continue;
    const text = () => charactersOf(ALONE.ways[p]!, first, last);
    if (accepts({ weightClass: pieceClasses[p]!, start: first, end: last, text })) return true;
  }
  return false;
}
