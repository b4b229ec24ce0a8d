/* eslint-disable @typescript-eslint/no-non-null-assertion -- each index below is inside its array by construction, and a test for
   undefined would be the inner loop's largest cost */
import { BITS_PER_CHARACTER, CODE_BITS, CODE_MASK, KEY_LETTERS, SUFFIX_LENGTH } from "./keypad";
import {
  ALONE,
  BESIDE_NAME,
  COVER_SHIFT,
  digits,
  pieceClasses,
  pieceCuts,
  pieceEnds,
  pieceStarts,
  piecesFrom,
  showsCompany,
  START_SHIFT,
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

/** The K best of the ways seen so far, best first and each text once, with their cuttings and their main pieces. */
interface Ranking {
  ways: Int32Array;
  cuts: Int32Array;
  mains: Int32Array;
  /** How many there are; in the places behind them up to the K-th stands `NONE`. */
  count: number;
}

const { ways: aloneWays, bestFrom: aloneBest } = ALONE;

const ranking = (): Ranking => ({
  ways: new Int32Array(8),
  cuts: new Int32Array(8),
  mains: new Int32Array(8),
  count: 0,
});

/** A way is done when the points that it is ranked by fit it. */
const plain = ranking();
const seeded = ranking();

/** Where a cutting says at which place its first part of the company's name starts; its points are those of `BESIDE_NAME` then. */
export const COMPANY_SHIFT = START_SHIFT + SUFFIX_LENGTH;

/** What it says there if it shows none: its points are those of `ALONE`. No cutting is larger. */
export const IS_ALONE = SUFFIX_LENGTH << COMPANY_SHIFT;

function clear(ranking: Ranking, k: number): void {
  if (k > ranking.ways.length) {
    ranking.ways = new Int32Array(k);
    ranking.cuts = new Int32Array(k);
    ranking.mains = new Int32Array(k);
  }
  ranking.count = 0;
  for (let at = 0; at < k; at++) ranking.ways[at] = NONE;
}

/**
 * Puts a way that is no worse than the last one into its place in a ranking; the same text at fewer points goes. Of a text's cuttings
 * that are worth the same the smallest stays, whatever the order in which they are found.
 */
function rank(ranking: Ranking, last: number, way: number, cut: number, main: number): void {
  const { ways, cuts, mains, count } = ranking;
  let at = 0;
  while (at < count && ((ways[at]! ^ way) & CODE_MASK) !== 0) at++;
  if (at < count) {
    if (ways[at]! > way || (way === ways[at] && cuts[at]! <= cut)) return;
  } else if (count <= last) ranking.count = count + 1;
  else at = last;
  for (; at > 0 && ways[at - 1]! < way; at--) {
    ways[at] = ways[at - 1]!;
    cuts[at] = cuts[at - 1]!;
    mains[at] = mains[at - 1]!;
  }
  ways[at] = way;
  cuts[at] = cut;
  mains[at] = main;
}

/** Stands where a way has no piece with letters. */
const NO_MAIN = -1;

/** Of a way's main piece so far and the next one, the one with letters that is worth more; of equal ones the first. */
function mainOf(ways: Int32Array, main: number, piece: number): number {
  const way = ways[piece]!;
  if ((way & CODE_MASK) === 0) return main;
  return main === NO_MAIN || way >> CODE_BITS > ways[main]! >> CODE_BITS ? piece : main;
}

/**
 * Whether a piece may stand in a way: beside the company's name each may, alone only those that are no part of it. So each way is
 * ranked by the points that fit it.
 */
function fits(points: Points, piece: number): boolean {
  return points === BESIDE_NAME || pieceClasses[piece]! >= COMPANY_CLASSES;
}

/** A cutting with another piece, which may be the first part of the company's name. */
function extended(cut: number, piece: number, wasDone: boolean, isDone: boolean): number {
  const longer = cut | pieceCuts[piece]!;
  return wasDone === isDone ? longer : longer | (pieceStarts[piece]! << COMPANY_SHIFT);
}

/** Ranks every way without a part of the company's name that begins as `way` does and goes on with a piece at `from` or behind it. */
function goOnAlone(last: number, way: number, cut: number, main: number, from: number): void {
  const { ways: ranked } = plain;
  for (let p = piecesFrom[from]! - 1; p >= 0; p--) {
    const longer = way + aloneWays[p]!;
    const end = pieceEnds[p]!;
    if (longer + aloneBest[end]! < ranked[last]! || pieceClasses[p]! < COMPANY_CLASSES) continue;
    const longerCut = cut | pieceCuts[p]!;
    const longerMain = mainOf(aloneWays, main, p);
    // Longer ways first: they are better, and leave the shorter ones no place.
    if (piecesFrom[end]! > 0) goOnAlone(last, longer, longerCut, longerMain, end);
    if (longer >= ranked[last]!) rank(plain, last, longer, longerCut, longerMain);
  }
}

/** As `goOnAlone`, but ranks the ways that show a part of the company's name: `isDone` if `way` does already. */
function goOnBeside(
  last: number,
  way: number,
  cut: number,
  main: number,
  from: number,
  isDone: boolean,
): void {
  const { ways, bestFrom } = BESIDE_NAME;
  const ranked = plain.ways;
  for (let p = piecesFrom[from]! - 1; p >= 0; p--) {
    const longer = way + ways[p]!;
    const end = pieceEnds[p]!;
    if (longer + bestFrom[end]! < ranked[last]!) continue;
    const isDoneNow = isDone || pieceClasses[p]! < COMPANY_CLASSES;
    const longerCut = extended(cut, p, isDone, isDoneNow);
    const longerMain = mainOf(ways, main, p);
    if (piecesFrom[end]! > 0) goOnBeside(last, longer, longerCut, longerMain, end, isDoneNow);
    if (isDoneNow && longer >= ranked[last]!) rank(plain, last, longer, longerCut, longerMain);
  }
}

/**
 * Finds the K best ways without a letter by chance in the digits last read. The digits themselves, if they are among them, are the
 * way with nothing in its low 21 bits.
 * @param k how many
 * @returns how many were found: fewer than K only if there are no more. `plainWay` and `plainCut` tell them
 */
export function findPlainWays(k: number): number {
  clear(plain, k);
  const last = k - 1;
  if (showsCompany()) goOnBeside(last, 0, 0, NO_MAIN, 0, false);
  goOnAlone(last, 0, IS_ALONE, NO_MAIN, 0);
  if (plain.ways[last]! <= 0) rank(plain, last, 0, IS_ALONE, NO_MAIN);
  return plain.count;
}

/**
 * One of the ways last found by `findPlainWays`.
 * @param place 0 for the best
 */
export const plainWay = (place: number): number => plain.ways[place]!;

/**
 * How that way is cut into the pieces that are worth most: see `pieceCuts` and `IS_ALONE`.
 * @param place 0 for the best
 */
export const plainCut = (place: number): number => plain.cuts[place]!;

/**
 * The word that a way is remembered by: of its pieces, the one with letters that is worth most; of equal ones, the first. Two ways that
 * share it are one idea; so are two whose words differ only in the digits behind them, KARS and KARS4.
 * @param place 0 for the best
 * @returns a number that stands for the word and its place; 0 for digits alone
 */
export function plainMain(place: number): number {
  const main = plain.mains[place]!;
  return main === NO_MAIN ? 0 : ((aloneWays[main]! & CODE_MASK) << 3) | pieceStarts[main]!;
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

/** How many of the best ways without a letter by chance are tried with one before all others. */
const FIRST_SEEDED = 2;

/** What a letter by chance adds to a way, at most. */
const MOST_BY_CHANCE = (SEEDED_SPREAD << CODE_BITS) - 1;

/** Ranks a way with each letter by chance, in the order of `chance`, until no more come among the best. */
function addLetters(last: number, hash: number, way: number, cut: number): void {
  let points = SEEDED_SPREAD;
  for (let round = 0; round < CODES; round++)
    for (let turn = 0, place = firstPlace(hash); turn < SUFFIX_LENGTH; turn++) {
      const letter = ((firstLetter(hash, place) + round) & (CODES - 1)) + 1;
      const text = letter << (BITS_PER_CHARACTER * (LAST - place));
      const longer = way + (--points << CODE_BITS) + text;
      if (longer < seeded.ways[last]!) return;
      const exists = letter > CODES - LETTER_COUNTS[digits[place]!]!;
      if (exists && (cut & (1 << (COVER_SHIFT + place))) === 0)
        rank(seeded, last, longer, cut, NO_MAIN);
      place = place === LAST ? 0 : place + 1;
    }
}

/** As those, but each way gets a letter by chance where no piece of it lies. */
function goOnWithLetter(
  last: number,
  points: Points,
  hash: number,
  way: number,
  cut: number,
  from: number,
  isDone: boolean,
): void {
  const { ways, bestFrom } = points;
  for (let p = piecesFrom[from]! - 1; p >= 0; p--) {
    const longer = way + ways[p]!;
    const end = pieceEnds[p]!;
    if (longer + bestFrom[end]! + MOST_BY_CHANCE < seeded.ways[last]! || !fits(points, p)) continue;
    const isDoneNow = isDone || pieceClasses[p]! < COMPANY_CLASSES;
    const longerCut = extended(cut, p, isDone, isDoneNow);
    goOnWithLetter(last, points, hash, longer, longerCut, end, isDoneNow);
  }
  if (isDone) addLetters(last, hash, way, cut);
}

/**
 * Finds the K best ways with exactly one letter by chance, in the digits of which `findPlainWays` was last asked. Their scores leave out
 * `SEEDED_LETTER_POINTS`. One such letter is enough for five results whenever the digits allow five: two keys with letters make six.
 * @param k how many
 * @param seed of the phone number and the company
 * @returns how many were found: fewer than K only if there are no more. `seededWay` and `seededCut` tell them
 */
export function findSeededWays(k: number, seed: number): number {
  clear(seeded, k);
  const last = k - 1;
  const hash = mix(seed);
  // The best without such a letter give the first ones with it: what can't come among those is left out at once.
  for (let place = 0; place < FIRST_SEEDED && place < plain.count; place++)
    addLetters(last, hash, plain.ways[place]!, plain.cuts[place]!);
  if (showsCompany()) goOnWithLetter(last, BESIDE_NAME, hash, 0, 0, 0, false);
  goOnWithLetter(last, ALONE, hash, 0, IS_ALONE, 0, true);
  return seeded.count;
}

/**
 * One of the ways last found by `findSeededWays`, and how it is cut: the letter by chance lies where no piece does.
 * @param place 0 for the best
 */
export const seededWay = (place: number): number => seeded.ways[place]!;
export const seededCut = (place: number): number => seeded.cuts[place]!;
