import { BITS_PER_CHARACTER, CODE_MASK, SUFFIX_LENGTH } from "./keypad";
import type { FoundPiece } from "./pieces";
import { chance } from "./search";
import { kindOf, SEEDED_LETTER_POINTS, type PieceKind } from "./weights";

/** A stretch of a vanity number: a piece, a digit that fits nothing, or a letter by chance. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly kind: PieceKind;
  readonly points: number;
}

interface Cut {
  readonly points: number;
  readonly segments: readonly Segment[];
}

function mask(start: number, end: number): number {
  const bits = (1 << (BITS_PER_CHARACTER * (end - start))) - 1;
  return bits << (BITS_PER_CHARACTER * (SUFFIX_LENGTH - end));
}

/**
 * Cuts a packed text into the segments that are worth most; of equal ones, into those found first.
 * @param text 21 bits: one of the ways that `search.ts` found
 * @param pieces what `foundPieces` said of the same digits
 * @param seed given if the text holds a letter by chance, which must be exactly one
 * @throws Error if the text cannot be cut, which no way of the search can cause
 */
export function cut(
  text: number,
  pieces: readonly FoundPiece[],
  seed?: number,
): readonly Segment[] {
  const known: (Cut | undefined)[] = [];

  const best = (start: number, letters: number): Cut | undefined => {
    if (start === SUFFIX_LENGTH) return letters === 0 ? { points: 0, segments: [] } : undefined;
    const key = 2 * start + letters;
    if (key in known) return known[key];
    let found: Cut | undefined;
    const consider = (segment: Segment, lettersAfter: number): void => {
      const rest = best(segment.end, lettersAfter);
      const points = segment.points + (rest?.points ?? 0);
      if (rest !== undefined && (found === undefined || points > found.points))
        found = { points, segments: [segment, ...rest.segments] };
    };
    for (const piece of pieces)
      if (piece.start === start && (text & mask(start, piece.end)) === piece.text)
        consider({ ...piece, kind: kindOf(piece.weightClass) }, letters);
    const end = start + 1;
    const code = (text & mask(start, end)) >> (BITS_PER_CHARACTER * (SUFFIX_LENGTH - end));
    if (code === 0) consider({ start, end, kind: "digits", points: 0 }, letters);
    else if (letters > 0 && seed !== undefined) {
      const points = SEEDED_LETTER_POINTS + chance(seed, start, code);
      consider({ start, end, kind: "seeded-letter", points }, letters - 1);
    }
    known[key] = found;
    return found;
  };

  const whole = best(0, seed === undefined ? 0 : 1);
  if (whole === undefined) throw new Error(`no pieces make up the text ${text & CODE_MASK}`);
  return whole.segments;
}
