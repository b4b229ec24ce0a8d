/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { CODE_BITS, CODE_MASK, SUFFIX_LENGTH } from "./keypad";
import {
  ALONE,
  BESIDE_NAME,
  bitsOf,
  COVER_SHIFT,
  pieceClasses,
  pieceEnds,
  piecesFrom,
  START_SHIFT,
  type Points,
} from "./pieces";
import { COMPANY_SHIFT, IS_ALONE } from "./search";
import { COMPANY_CLASSES } from "./weights";

/*
 * What a cutting says, as `search.ts` found it: where each piece of a way starts and ends, and which one it is. All of it is about
 * the digits last read.
 */

/** Whether a piece covers a place. */
export const isCoveredAt = (cut: number, place: number): boolean =>
  (cut & (1 << (COVER_SHIFT + place))) !== 0;

/** The bits of all places, and of the one behind them. */
const PLACES = (1 << SUFFIX_LENGTH) - 1;
const BEHIND = 1 << SUFFIX_LENGTH;

/** The place of the lowest bit. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** The bits of the places where pieces start. */
const startsOf = (cut: number): number => (cut >> START_SHIFT) & PLACES;

/**
 * The bits of the places where a hyphen stands, in front of the number and behind it included.
 * @returns 0 if no piece stands alone
 */
export const partsOf = (cut: number): number => cut & (BEHIND | PLACES);

/**
 * Where the piece at a place ends.
 * @param cut the cutting
 * @param start where a piece starts
 */
export function endOf(cut: number, start: number): number {
  const ends = (~(cut >> COVER_SHIFT) | startsOf(cut) | BEHIND) & (-2 << start);
  return lowest(ends);
}

/** Whether one piece of a cutting covers a stretch, and no more. */
export const isOnePiece = (cut: number, start: number, end: number): boolean =>
  (startsOf(cut) & (1 << start)) !== 0 && endOf(cut, start) === end;

/** The points that a cutting counts by. */
const pointsOf = (cut: number): Points => (cut < IS_ALONE ? BESIDE_NAME : ALONE);

/**
 * Of the pieces that show a stretch of a way, the one that is worth most; of equal ones the first. Where the cutting says that the company's
 * name starts, only a part of it counts: GO of Goods, not the GO that is said before a name.
 */
function pieceAt(way: number, cut: number, start: number, end: number): number {
  const { ways } = pointsOf(cut);
  const bits = bitsOf(start, end);
  const isAlone = cut >= IS_ALONE;
  const isName = cut >> COMPANY_SHIFT === start;
  let best = -1;
  for (let p = piecesFrom[start + 1]!; p < piecesFrom[start]!; p++) {
    if (pieceEnds[p]! !== end || ((way ^ ways[p]!) & bits) !== 0) continue;
    const isCompany = pieceClasses[p]! < COMPANY_CLASSES;
    if (isCompany ? isAlone : isName) continue;
    if (best < 0 || ways[p]! > ways[best]!) best = p;
  }
  return best;
}

/** A piece of a way: what it is and what it is worth. */
export interface CutPiece {
  readonly weightClass: number;
  readonly points: number;
}

/**
 * The piece that covers a stretch of a way.
 * @param way as the search found it, with its cutting
 * @param start where the piece starts, and `end` the place behind it
 * @throws Error if none does, which no way of the search can cause
 */
export function cutPiece(way: number, cut: number, start: number, end: number): CutPiece {
  const p = pieceAt(way, cut, start, end);
  if (p < 0) throw new Error(`no piece makes up places ${start} to ${end} of ${way & CODE_MASK}`);
  return { weightClass: pieceClasses[p]!, points: pointsOf(cut).ways[p]! >> CODE_BITS };
}
