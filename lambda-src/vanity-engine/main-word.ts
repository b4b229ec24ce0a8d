/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { CODE_BITS, CODE_MASK, SUFFIX_LENGTH } from "./keypad";
import {
  ALONE,
  BESIDE_NAME,
  bitsOf,
  pieceClasses,
  pieceEnds,
  pieceStarts,
  piecesFrom,
  type Points,
} from "./pieces";
import { COMPANY_CLASSES } from "./weights";

/** What cannot be: far below any points. */
const NEVER = -(2 ** 20);

/** The best cutting of a way from each position on, by whether a part of the company's name has to come yet: its points and first piece. */
const bestPoints = new Int32Array(2 * (SUFFIX_LENGTH + 1));
const firstPieces = new Int16Array(2 * (SUFFIX_LENGTH + 1));

/** Cuts a way into the pieces that are worth most. */
function cut(way: number, points: Points): void {
  const isAlone = points === ALONE;
  bestPoints[2 * SUFFIX_LENGTH] = 0;
  bestPoints[2 * SUFFIX_LENGTH + 1] = NEVER;
  let p = 0;
  for (let start = SUFFIX_LENGTH - 1; start >= 0; start--) {
    const isDigit = (way & bitsOf(start, start + 1)) === 0;
    for (let wanted = 0; wanted < 2; wanted++) {
      bestPoints[2 * start + wanted] = isDigit ? bestPoints[2 * (start + 1) + wanted]! : NEVER;
      firstPieces[2 * start + wanted] = -1;
    }
    for (; p < piecesFrom[start]!; p++) {
      const end = pieceEnds[p]!;
      const isCompany = pieceClasses[p]! < COMPANY_CLASSES;
      if ((isAlone && isCompany) || ((way ^ points.ways[p]!) & bitsOf(start, end)) !== 0) continue;
      const own = points.ways[p]! >> CODE_BITS;
      for (let wanted = 0; wanted < 2; wanted++) {
        const rest = bestPoints[2 * end + (isCompany ? 0 : wanted)]!;
        if (own + rest <= bestPoints[2 * start + wanted]!) continue;
        bestPoints[2 * start + wanted] = own + rest;
        firstPieces[2 * start + wanted] = p;
      }
    }
  }
}

/**
 * The word that a way is remembered by: of its pieces, the one with letters that is worth most. Two ways that share it are one idea.
 * @param way of the digits last read, without a letter by chance
 * @returns a number that stands for the word and its place; 0 for digits alone
 */
export function mainWord(way: number): number {
  if ((way & CODE_MASK) === 0) return 0;
  cut(way, BESIDE_NAME);
  let wanted = bestPoints[1] === way >> CODE_BITS ? 1 : 0;
  const points = wanted === 1 ? BESIDE_NAME : ALONE;
  if (wanted === 0) cut(way, ALONE);
  let main = 0;
  let most = NEVER;
  for (let at = 0; at < SUFFIX_LENGTH;) {
    const p = firstPieces[2 * at + wanted]!;
    if (p < 0) {
      at++;
      continue;
    }
    const text = points.ways[p]! & CODE_MASK;
    const own = points.ways[p]! >> CODE_BITS;
    if (text !== 0 && own > most) {
      most = own;
      main = (text << 3) | pieceStarts[p]!;
    }
    if (pieceClasses[p]! < COMPANY_CLASSES) wanted = 0;
    at = pieceEnds[p]!;
  }
  return main;
}
