/* eslint-disable @typescript-eslint/no-non-null-assertion -- each index below is inside its array by construction, and a test for
   undefined would be the inner loop's largest cost */
import * as keypad from "./keypad";
import * as trie from "./trie";
import * as weights from "./weights";

/**
 * The fast inner loop: the exact K best ways to write seven digits, under the points of `weights.ts`.
 *
 * A way to write the digits from position i on is one integer, `score << 21 | text`, with the text packed as `keypad.ts` says. So
 * putting a piece before it is one addition, ranking is one comparison, and two ways are the same text when the low bits are.
 *
 * List i holds the K best distinct ways from position i, best first. It is made from the lists after it: digit i kept in front of
 * each way of list i + 1, and each piece from i to j in front of each way of list j. Only K ways of each list can matter,
 * because distinct endings behind the same beginning stay distinct.
 *
 * The state below belongs to one search at a time: `read` begins it, and nothing here waits for anything.
 */

// Imported names are looked up at each use when modules are not bundled; these are not.
const { BITS_PER_CHARACTER, CODE_BITS, CODE_MASK, KEY_LETTERS, SUFFIX_LENGTH } = keypad;
const { BIT_COUNT, CHILD_SHIFT, CLASS_SHIFT, DIGIT_MASK, END_ONLY, HAS_ENTRIES, LAST_ENTRY } = trie;
const { POINTS_TABLE, SEEDED_SPREAD, STRONG_STEM } = weights;
const LAST = SUFFIX_LENGTH - 1;
const LETTER_COUNTS = Uint8Array.from(KEY_LETTERS, (letters) => letters.length);

/** The most pieces that seven digits have room for; far above what any word list and name offer. */
const MOST_PIECES = 4096;

/** The pieces found: `pieceWays[p]` goes in front of a way of list `pieceEnds[p]`. Those of one start are together. */
const pieceWays = new Int32Array(MOST_PIECES);
const pieceEnds = new Uint8Array(MOST_PIECES);
const pieceClasses = new Uint8Array(MOST_PIECES);
const firstPiece = new Int32Array(SUFFIX_LENGTH + 1);

const digits = new Uint8Array(SUFFIX_LENGTH);

/** A stem of `offensive.ts` that the digits could spell. */
export interface Stem {
  /** The stem where it stands, packed, and the bits to compare with it. */
  readonly text: number;
  readonly mask: number;
  readonly start: number;
  readonly length: number;
  readonly strong: boolean;
}

let stems: Stem[] = [];

function addStem(text: number, start: number, end: number, weightClass: number): void {
  const length = end - start;
  const ones = (1 << (BITS_PER_CHARACTER * length)) - 1;
  const mask = ones << (BITS_PER_CHARACTER * (SUFFIX_LENGTH - end));
  stems.push({ text, mask, start, length, strong: weightClass === STRONG_STEM });
}

/** Walks a trie along the digits from `start` and notes each entry on the way; returns how many pieces there are now. */
function collect(
  { nodes, firstEntries, entries }: trie.Trie,
  start: number,
  pieces: number,
): number {
  let node = 0;
  for (let at = start; at < SUFFIX_LENGTH; at++) {
    const bit = 1 << digits[at]!;
    const parent = nodes[node]!;
    if ((parent & bit) === 0) break;
    node = (parent >>> CHILD_SHIFT) + BIT_COUNT[parent & DIGIT_MASK & (bit - 1)]!;
    if ((nodes[node]! & HAS_ENTRIES) === 0) continue;
    let next = firstEntries[node]!;
    for (let entry = 0; (entry & LAST_ENTRY) === 0;) {
      entry = entries[next++]!;
      if ((entry & END_ONLY) !== 0 && at !== LAST) continue;
      const weightClass = (entry >>> CLASS_SHIFT) & 0xff;
      const text = (entry & CODE_MASK) << (BITS_PER_CHARACTER * (LAST - at));
      if (weightClass >= STRONG_STEM) {
        addStem(text, start, at + 1, weightClass);
        continue;
      }
      const points = POINTS_TABLE[(weightClass << 3) | (at - start + 1)]!;
      pieceWays[pieces] = (points << CODE_BITS) | text;
      pieceEnds[pieces] = at + 1;
      pieceClasses[pieces++] = weightClass;
    }
  }
  return pieces;
}

/**
 * Reads seven digits and finds the pieces in them.
 * @param suffix exactly seven digits
 * @param words the texts that every company shares
 * @param company the company's own texts, or undefined
 * @throws Error if `suffix` is not seven digits
 */
export function read(suffix: string, words: trie.Trie, company: trie.Trie | undefined): void {
  if (stems.length > 0) stems = [];
  let valid = suffix.length === SUFFIX_LENGTH;
  for (let at = 0; at < SUFFIX_LENGTH; at++) {
    const digit = suffix.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) valid = false;
    digits[at] = digit;
  }
  if (!valid) throw new Error(`digits must be seven digits, got ${JSON.stringify(suffix)}`);
  let pieces = 0;
  for (let start = 0; start < SUFFIX_LENGTH; start++) {
    firstPiece[start] = pieces;
    if (company !== undefined) pieces = collect(company, start, pieces);
    pieces = collect(words, start, pieces);
  }
  firstPiece[SUFFIX_LENGTH] = pieces;
  if (pieces > MOST_PIECES)
    throw new Error(`pieces must be at most ${MOST_PIECES}, got ${pieces}: shorten the word list`);
}

/** Lists for each position, one behind the other, each with room for `room` ways. */
class Lists {
  public readonly ways: Int32Array;
  public readonly counts = new Int32Array(SUFFIX_LENGTH + 1);

  public constructor(public readonly room: number) {
    this.ways = new Int32Array((SUFFIX_LENGTH + 1) * room);
  }
}

let plain = new Lists(8);
let seeded = new Lists(8);

/**
 * Puts a piece before each way of a list and keeps the best K in another, sorted and each text once.
 * @returns the other list's new length
 */
function extend(
  from: Int32Array,
  first: number,
  last: number,
  to: Int32Array,
  base: number,
  length: number,
  k: number,
  piece: number,
): number {
  let count = length;
  next: for (let f = first; f < last; f++) {
    let moving = from[f]! + piece;
    const text = moving & CODE_MASK;
    const end = base + count;
    // The ways of `from` only get worse.
    if (count === k && moving <= to[end - 1]!) break;
    let at = base;
    for (; at < end; at++) {
      const known = to[at]!;
      if (known < moving) break;
      if ((known & CODE_MASK) === text) continue next;
    }
    // From here on the ways are worse: each moves down by one, over the same text if it is there, else into the free place.
    for (; at < end; at++) {
      const worse = to[at]!;
      to[at] = moving;
      if ((worse & CODE_MASK) === text) continue next;
      moving = worse;
    }
    if (count < k) {
      to[at] = moving;
      count++;
    }
  }
  return count;
}

/**
 * Finds the K best ways without a letter by chance in the digits last read. The digits themselves, if they are among them, are the
 * way with nothing in its low 21 bits.
 * @param k how many
 * @returns how many were found: fewer than K only if there are no more. `plainWay` tells them
 */
export function findPlainWays(k: number): number {
  if (k > plain.room) {
    plain = new Lists(k);
    seeded = new Lists(k);
  }
  const { ways, counts, room } = plain;
  counts[SUFFIX_LENGTH] = 1;
  for (let start = LAST; start >= 0; start--) {
    const base = start * room;
    let count = counts[start + 1]!;
    for (let at = base; at < base + count; at++) ways[at] = ways[at + room]!;
    // Backwards, because the longer pieces come later and mostly leave the shorter ones no place.
    for (let p = firstPiece[start + 1]! - 1; p >= firstPiece[start]!; p--) {
      const end = pieceEnds[p]!;
      const from = end * room;
      const piece = pieceWays[p]!;
      if (count === k && ways[from]! + piece <= ways[base + k - 1]!) continue;
      count = extend(ways, from, from + counts[end]!, ways, base, count, k, piece);
    }
    counts[start] = count;
  }
  return counts[0]!;
}

/**
 * One of the ways last found by `findPlainWays`.
 * @param rank 0 for the best
 */
export function plainWay(rank: number): number {
  return plain.ways[rank]!;
}

/** Mixes a seed and a position into 32 bits, four for each letter (the finalizer of MurmurHash3). */
function mix(seed: number, position: number): number {
  let hash = seed ^ Math.imul(position + 1, 0x9e3779b9);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * The points by chance of one letter at one position.
 * @param seed of the phone number and the company
 * @param position 0–6
 * @param letter 1–4, the letter's code
 */
export function chance(seed: number, position: number, letter: number): number {
  return (mix(seed, position) >>> (4 * letter)) & (SEEDED_SPREAD - 1);
}

/**
 * Finds the K best ways with exactly one letter by chance, in the digits last read. Their scores leave out
 * `SEEDED_LETTER_POINTS`. One such letter is enough for five results whenever the digits allow five: two keys with letters make six.
 * @param k how many, at most as many as `findPlainWays` was last asked for: its lists are used
 * @param seed of the phone number and the company
 * @returns how many were found: fewer than K only if there are no more. `seededWay` tells them
 */
export function findSeededWays(k: number, seed: number): number {
  const { ways, counts, room } = seeded;
  const { ways: plainWays, counts: plainCounts } = plain;
  counts[SUFFIX_LENGTH] = 0;
  for (let start = LAST; start >= 0; start--) {
    const base = start * room;
    let count = counts[start + 1]!;
    for (let at = base; at < base + count; at++) ways[at] = ways[at + room]!;
    for (let p = firstPiece[start + 1]! - 1; p >= firstPiece[start]!; p--) {
      const end = pieceEnds[p]!;
      const from = end * room;
      const piece = pieceWays[p]!;
      if (counts[end] === 0 || (count === k && ways[from]! + piece <= ways[base + k - 1]!))
        continue;
      count = extend(ways, from, from + counts[end]!, ways, base, count, k, piece);
    }
    const next = base + room;
    const letters = LETTER_COUNTS[digits[start]!]!;
    const drawn = mix(seed, start);
    for (let letter = 4; letter > 4 - letters; letter--) {
      const points = (drawn >>> (4 * letter)) & (SEEDED_SPREAD - 1);
      const way = (points << CODE_BITS) | (letter << (BITS_PER_CHARACTER * (LAST - start)));
      if (count === k && plainWays[next]! + way <= ways[base + k - 1]!) continue;
      count = extend(plainWays, next, next + plainCounts[start + 1]!, ways, base, count, k, way);
    }
    counts[start] = count;
  }
  return counts[0]!;
}

/**
 * One of the ways last found by `findSeededWays`.
 * @param rank 0 for the best
 */
export function seededWay(rank: number): number {
  return seeded.ways[rank]!;
}

/**
 * Whether a way shows a piece that runs over a stretch of it, in this cutting or another.
 * @param way of the digits last read
 * @param start the stretch's first position, and `end` the one after it
 * @param accepts which pieces count, by weight class and length
 */
export function isCovered(
  way: number,
  start: number,
  end: number,
  accepts: (weightClass: number, length: number) => boolean,
): boolean {
  for (let first = 0; first <= start; first++)
    for (let p = firstPiece[first]!; p < firstPiece[first + 1]!; p++) {
      const last = pieceEnds[p]!;
      if (last < end || !accepts(pieceClasses[p]!, last - first)) continue;
      const ones = (1 << (BITS_PER_CHARACTER * (last - first))) - 1;
      const mask = ones << (BITS_PER_CHARACTER * (SUFFIX_LENGTH - last));
      if (((way ^ pieceWays[p]!) & mask) === 0) return true;
    }
  return false;
}

/** A piece found by `read`. */
export interface FoundPiece {
  readonly start: number;
  readonly end: number;
  /** The piece's text where it stands, packed. */
  readonly text: number;
  readonly points: number;
  readonly weightClass: number;
}

/** The pieces in the digits last read: the slow view, for explanations and the guard. */
export function foundPieces(): FoundPiece[] {
  const found: FoundPiece[] = [];
  for (let start = 0; start < SUFFIX_LENGTH; start++)
    for (let p = firstPiece[start]!; p < firstPiece[start + 1]!; p++)
      found.push({
        start,
        end: pieceEnds[p]!,
        text: pieceWays[p]! & CODE_MASK,
        points: pieceWays[p]! >> CODE_BITS,
        weightClass: pieceClasses[p]!,
      });
  return found;
}

/** The stems that the digits last read could spell, mostly none. */
export function foundStems(): readonly Stem[] {
  return stems;
}
