/* eslint-disable @typescript-eslint/no-non-null-assertion -- each index below is inside its array by construction; a test for undefined would be the inner loop's largest cost */
import { BITS_PER_CHARACTER, CODE_BITS, CODE_MASK, KEY_LETTERS, SUFFIX_LENGTH } from "./keypad";
import { BIT_COUNT, CHILD_SHIFT, CLASS_SHIFT, DIGIT_MASK, END_ONLY, type Trie } from "./trie";
import { POINTS_TABLE, SEEDED_SPREAD, STRONG_STEM } from "./weights";

/**
 * The fast inner loop: the exact K best ways to write seven digits, under the points of `weights.ts`.
 *
 * A way to write the digits from position i on is one integer, `score << 21 | text`, with the text packed as `keypad.ts` says. So
 * putting a piece before it is one addition, ranking is one comparison, and two ways are the same text when the low bits are.
 *
 * `lists[i]` holds the K best distinct ways from position i, best first. It is made from the lists after it: digit i kept in front
 * of each way of `lists[i + 1]`, and each piece from i to j in front of each way of `lists[j]`. Only K ways of each list
 * can matter, because distinct endings behind the same beginning stay distinct.
 */

const STARTS = SUFFIX_LENGTH + 1;
const LAST = SUFFIX_LENGTH - 1;

/** Ways kept for each position. Grown (never below five) when more are asked for. */
let capacity = 8;
let plain = new Int32Array(STARTS * capacity);
let seeded = new Int32Array(STARTS * capacity);
const plainCount = new Int32Array(STARTS);
const seededCount = new Int32Array(STARTS);

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

/** The pieces found in the seven digits, those of one start together: `added[p]` goes in front of `lists[end[p]]`. */
let added = new Int32Array(256);
let end = new Uint8Array(256);
let weights = new Uint8Array(256);
const firstPiece = new Int32Array(STARTS + 1);
let pieces = 0;

const digits = new Uint8Array(SUFFIX_LENGTH);

function grown<T extends Int32Array | Uint8Array>(array: T, larger: T): T {
  larger.set(array);
  return larger;
}

function addPiece(value: number, to: number, weight: number): void {
  if (pieces === added.length) {
    added = grown(added, new Int32Array(2 * pieces));
    end = grown(end, new Uint8Array(2 * pieces));
    weights = grown(weights, new Uint8Array(2 * pieces));
  }
  added[pieces] = value;
  weights[pieces] = weight;
  end[pieces++] = to;
}

function addStem(text: number, start: number, to: number, weight: number): void {
  const length = to - start;
  const mask =
    ((1 << (BITS_PER_CHARACTER * length)) - 1) << (BITS_PER_CHARACTER * (SUFFIX_LENGTH - to));
  stems.push({ text, mask, start, length, strong: weight === STRONG_STEM });
}

function collect(trie: Trie, start: number): void {
  const { nodes, firstEntry, entries } = trie;
  let node = 0;
  for (let at = start; at < SUFFIX_LENGTH; at++) {
    const branches = nodes[node]!;
    const bit = 1 << digits[at]!;
    if ((branches & bit) === 0) return;
    node = (branches >>> CHILD_SHIFT) + BIT_COUNT[branches & DIGIT_MASK & (bit - 1)]!;
    const last = firstEntry[node + 1]!;
    for (let e = firstEntry[node]!; e < last; e++) {
      const entry = entries[e]!;
      if ((entry & END_ONLY) !== 0 && at < LAST) continue;
      const weight = (entry >>> CLASS_SHIFT) & 0xff;
      const text = (entry & CODE_MASK) << (BITS_PER_CHARACTER * (LAST - at));
      if (weight >= STRONG_STEM) addStem(text, start, at + 1, weight);
      else {
        const points = POINTS_TABLE[(weight << 3) | (at - start + 1)]!;
        addPiece((points << CODE_BITS) | text, at + 1, weight);
      }
    }
  }
}

/**
 * Reads seven digits and finds the pieces in them.
 * @param suffix exactly seven digits
 * @param words the texts that every company shares
 * @param company the company's own texts, or undefined
 */
export function read(suffix: string, words: Trie, company: Trie | undefined): void {
  pieces = 0;
  if (stems.length > 0) stems = [];
  for (let at = 0; at < SUFFIX_LENGTH; at++) digits[at] = suffix.charCodeAt(at) - 48;
  for (let start = 0; start < SUFFIX_LENGTH; start++) {
    firstPiece[start] = pieces;
    if (company !== undefined) collect(company, start);
    collect(words, start);
  }
  firstPiece[SUFFIX_LENGTH] = pieces;
}

/**
 * Puts a way into a list that is sorted, best first, and holds each text once.
 * @returns the list's new length
 */
function insert(list: Int32Array, base: number, count: number, k: number, way: number): number {
  let at = base;
  const stop = base + count;
  for (; at < stop && list[at]! >= way; at++)
    if (((list[at]! ^ way) & CODE_MASK) === 0) return count;
  // From here on the ways are worse: each moves down by one, over the same text if it is there, else into the free place.
  let moving = way;
  for (; at < stop; at++) {
    const worse = list[at]!;
    list[at] = moving;
    if (((worse ^ way) & CODE_MASK) === 0) return count;
    moving = worse;
  }
  if (count === k) return count;
  list[at] = moving;
  return count + 1;
}

/** Puts a piece before each way of `from` and keeps the best of them in `to`. */
function extend(
  from: Int32Array,
  fromBase: number,
  fromCount: number,
  to: Int32Array,
  toBase: number,
  toCount: number,
  k: number,
  piece: number,
): number {
  for (let f = fromBase; f < fromBase + fromCount; f++) {
    const way = from[f]! + piece;
    // The ways of `from` only get worse.
    if (toCount === k && way <= to[toBase + k - 1]!) break;
    toCount = insert(to, toBase, toCount, k, way);
  }
  return toCount;
}

/**
 * The K best ways without a letter by chance, best first, in the digits last read. The digits themselves, if they are among
 * them, are the way with nothing in its low 21 bits.
 * @param k how many; fewer come back only if there are no more
 * @returns a view that the next search overwrites
 */
export function bestWays(k: number): Int32Array {
  if (k > capacity) {
    capacity = 2 * k;
    plain = new Int32Array(STARTS * capacity);
    seeded = new Int32Array(STARTS * capacity);
  }
  plain[SUFFIX_LENGTH * capacity] = 0;
  plainCount[SUFFIX_LENGTH] = 1;
  for (let start = LAST; start >= 0; start--) {
    const base = start * capacity;
    const kept = base + capacity;
    let count = plainCount[start + 1]!;
    for (let n = 0; n < count; n++) plain[base + n] = plain[kept + n]!;
    const last = firstPiece[start + 1]!;
    for (let p = firstPiece[start]!; p < last; p++) {
      const to = end[p]!;
      const from = to * capacity;
      count = extend(plain, from, plainCount[to]!, plain, base, count, k, added[p]!);
    }
    plainCount[start] = count;
  }
  return plain.subarray(0, plainCount[0]);
}

/** Mixes a seed and a position into 32 bits (the finalizer of MurmurHash3). */
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
 * The K best ways with exactly one letter by chance, best first, in the digits last read by `read` and searched by `bestWays`. Scores
 * leave out `SEEDED_LETTER_POINTS`. One such letter is enough for five results whenever the digits allow five: two keys with
 * letters make six.
 * @param k not more than `bestWays` was last asked for
 * @param seed of the phone number and the company
 * @returns a view that the next search overwrites
 */
export function bestSeededWays(k: number, seed: number): Int32Array {
  seededCount[SUFFIX_LENGTH] = 0;
  for (let start = LAST; start >= 0; start--) {
    const base = start * capacity;
    const next = base + capacity;
    let count = seededCount[start + 1]!;
    for (let n = 0; n < count; n++) seeded[base + n] = seeded[next + n]!;
    const letters = KEY_LETTERS[digits[start]!]!.length;
    for (let letter = 5 - letters; letter < 5; letter++) {
      const way =
        (chance(seed, start, letter) << CODE_BITS) |
        (letter << (BITS_PER_CHARACTER * (LAST - start)));
      count = extend(plain, next, plainCount[start + 1]!, seeded, base, count, k, way);
    }
    const last = firstPiece[start + 1]!;
    for (let p = firstPiece[start]!; p < last; p++) {
      const to = end[p]!;
      const from = to * capacity;
      count = extend(seeded, from, seededCount[to]!, seeded, base, count, k, added[p]!);
    }
    seededCount[start] = count;
  }
  return seeded.subarray(0, seededCount[0]);
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
        end: end[p]!,
        text: added[p]! & CODE_MASK,
        points: added[p]! >> CODE_BITS,
        weightClass: weights[p]!,
      });
  return found;
}

/** The stems that the digits last read could spell, mostly none. */
export function foundStems(): readonly Stem[] {
  return stems;
}
