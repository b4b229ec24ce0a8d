/* eslint-disable @typescript-eslint/no-non-null-assertion -- each index below is inside its array by construction, and a test for
   undefined would be the inner loop's largest cost */
import { BITS_PER_CHARACTER, CODE_BITS, CODE_MASK, KEY_LETTERS, SUFFIX_LENGTH } from "./keypad";
import {
  ALONE,
  BESIDE_NAME,
  digits,
  pieceClasses,
  pieceEnds,
  pieceStarts,
  piecesFrom,
  showsCompany,
  type Points,
} from "./pieces";
import { COMPANY_CLASSES, SEEDED_SPREAD } from "./weights";

/**
 * The second half of the fast path: the exact K best ways to write the digits last read by `pieces.ts`.
 *
 * A way is one integer like a piece: its points above its text, digits that no piece covers being 0. Ways are found by branch and
 * bound: each piece in turn, then what fits behind it, and so on. `bestFrom` says how much a way can still gain, so whatever can't
 * come among the K best is left out at once: about fifteen comparisons and eight entries into the ranking for a number.
 */

const LAST = SUFFIX_LENGTH - 1;

/** Stands in a ranking where no way is; worth less than any. */
const NONE = -(2 ** 31);

/** Rankings: the K best of the ways seen so far, best first and each text once. A way is done when the points that it is ranked by fit it. */
let plain = new Int32Array(8);
let seeded = new Int32Array(8);

/** Puts a way that beats the last one into its place in a ranking; the same text at fewer points goes. */
function rank(ranking: Int32Array, last: number, way: number): void {
  const text = way & CODE_MASK;
  let at = 0;
  for (; ranking[at]! >= way; at++) if ((ranking[at]! & CODE_MASK) === text) return;
  for (let moving = way; at <= last; at++) {
    const worse = ranking[at]!;
    ranking[at] = moving;
    if (worse === NONE || (worse & CODE_MASK) === text) return;
    moving = worse;
  }
}

/**
 * Whether a piece may stand in a way: beside the company's name each may, alone only those that are no part of it. So each way is
 * ranked by the points that fit it.
 */
function fits(points: Points, piece: number): boolean {
  return points === BESIDE_NAME || pieceClasses[piece]! >= COMPANY_CLASSES;
}

/** Ranks every way that begins as `way` does and goes on with a piece at `from` or behind it. */
function goOn(last: number, points: Points, way: number, from: number, isDone: boolean): void {
  const { ways, bestFrom } = points;
  for (let p = piecesFrom[from]! - 1; p >= 0; p--) {
    const longer = way + ways[p]!;
    const end = pieceEnds[p]!;
    if (longer + bestFrom[end]! <= plain[last]! || !fits(points, p)) continue;
    const isDoneNow = isDone || pieceClasses[p]! < COMPANY_CLASSES;
    // Longer ways first: they are better, and leave the shorter ones no place.
    if (piecesFrom[end]! > 0) goOn(last, points, longer, end, isDoneNow);
    if (isDoneNow && longer > plain[last]!) rank(plain, last, longer);
  }
}

/** How many ways a ranking holds, up to the one at `last`. */
function countOf(ranking: Int32Array, last: number): number {
  let count = last + 1;
  while (count > 0 && ranking[count - 1] === NONE) count--;
  return count;
}

/**
 * Finds the K best ways without a letter by chance in the digits last read. The digits themselves, if they are among them, are the
 * way with nothing in its low 21 bits.
 * @param k how many
 * @returns how many were found: fewer than K only if there are no more. `plainWay` tells them
 */
export function findPlainWays(k: number): number {
  if (k > plain.length) plain = new Int32Array(k);
  const last = k - 1;
  for (let at = 0; at < k; at++) plain[at] = NONE;
  if (showsCompany()) goOn(last, BESIDE_NAME, 0, 0, false);
  goOn(last, ALONE, 0, 0, true);
  if (plain[last]! < 0) rank(plain, last, 0);
  return countOf(plain, last);
}

/**
 * One of the ways last found by `findPlainWays`.
 * @param place 0 for the best
 */
export function plainWay(place: number): number {
  return plain[place]!;
}

/** Mixes a seed into 32 bits that each depend on all of it (the finalizer of MurmurHash3). */
function mix(seed: number): number {
  let hash = seed;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The place whose turn it is first, and the letter code, less one, that a place offers first. */
const firstPlace = (hash: number): number => (hash >>> 16) % SUFFIX_LENGTH;
const firstLetter = (hash: number, place: number): number => (hash >>> (2 * place)) & (CODES - 1);

/** How many letter codes there are: the most letters on a key. */
const CODES = 4;

/**
 * The points by chance of a letter: from a place drawn from the seed, each in turn offers a letter that is drawn, too, then each
 * its next one. No two letters have the same points.
 * @param seed of the phone number and the company
 * @param place 0–6
 * @param letter 1–4, the letter's code
 */
export function chance(seed: number, place: number, letter: number): number {
  const hash = mix(seed);
  const round = (letter - 1 - firstLetter(hash, place)) & (CODES - 1);
  const turn = (place - firstPlace(hash) + SUFFIX_LENGTH) % SUFFIX_LENGTH;
  return SEEDED_SPREAD - 1 - (SUFFIX_LENGTH * round + turn);
}

const LETTER_COUNTS = Uint8Array.from(KEY_LETTERS, (letters) => letters.length);

/** What a letter by chance adds to a way, at most. */
const MOST_BY_CHANCE = (SEEDED_SPREAD << CODE_BITS) - 1;

/** Ranks a way with each letter by chance, in the order of `chance`, until no more come among the best. */
function addLetters(last: number, hash: number, way: number, covered: number): void {
  let points = SEEDED_SPREAD;
  for (let round = 0; round < CODES; round++)
    for (let turn = 0, place = firstPlace(hash); turn < SUFFIX_LENGTH; turn++) {
      const letter = ((firstLetter(hash, place) + round) & (CODES - 1)) + 1;
      const text = letter << (BITS_PER_CHARACTER * (LAST - place));
      const longer = way + (--points << CODE_BITS) + text;
      if (longer <= seeded[last]!) return;
      const exists = letter > CODES - LETTER_COUNTS[digits[place]!]!;
      if (exists && (covered & (1 << place)) === 0) rank(seeded, last, longer);
      place = place === LAST ? 0 : place + 1;
    }
}

/** As `goOn`, but each way gets a letter by chance where no piece of it lies: `covered` has a bit for each such place. */
function goOnWithLetter(
  last: number,
  points: Points,
  hash: number,
  way: number,
  from: number,
  covered: number,
  isDone: boolean,
): void {
  const { ways, bestFrom } = points;
  for (let p = piecesFrom[from]! - 1; p >= 0; p--) {
    const longer = way + ways[p]!;
    const end = pieceEnds[p]!;
    if (longer + bestFrom[end]! + MOST_BY_CHANCE <= seeded[last]! || !fits(points, p)) continue;
    const places = (1 << end) - (1 << pieceStarts[p]!);
    const isDoneNow = isDone || pieceClasses[p]! < COMPANY_CLASSES;
    goOnWithLetter(last, points, hash, longer, end, covered | places, isDoneNow);
  }
  if (isDone) addLetters(last, hash, way, covered);
}

/**
 * Finds the K best ways with exactly one letter by chance, in the digits last read. Their scores leave out
 * `SEEDED_LETTER_POINTS`. One such letter is enough for five results whenever the digits allow five: two keys with letters make six.
 * @param k how many
 * @param seed of the phone number and the company
 * @returns how many were found: fewer than K only if there are no more. `seededWay` tells them
 */
export function findSeededWays(k: number, seed: number): number {
  if (k > seeded.length) seeded = new Int32Array(k);
  const last = k - 1;
  for (let at = 0; at < k; at++) seeded[at] = NONE;
  if (showsCompany()) goOnWithLetter(last, BESIDE_NAME, mix(seed), 0, 0, 0, false);
  goOnWithLetter(last, ALONE, mix(seed), 0, 0, 0, true);
  return countOf(seeded, last);
}

/**
 * One of the ways last found by `findSeededWays`.
 * @param place 0 for the best
 */
export function seededWay(place: number): number {
  return seeded[place]!;
}
