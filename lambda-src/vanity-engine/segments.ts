import { BITS_PER_CHARACTER, CODE_MASK, SUFFIX_LENGTH } from "./keypad";
import type { FoundPiece } from "./pieces";
import { chance } from "./search";
import { isOfCompany, kindOf, SEEDED_LETTER_POINTS, type PieceKind } from "./weights";

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
 * The best cutting of a text by one of the two tables of points.
 * @param besideName whether a part of the company's name must be in it, or none
 */
function bestCut(
  text: number,
  pieces: readonly FoundPiece[],
  besideName: boolean,
  seed: number | undefined,
): Cut | undefined {
  const known: (Cut | undefined)[] = [];

  const best = (start: number, letters: number, wanted: boolean): Cut | undefined => {
    if (start === SUFFIX_LENGTH)
      return letters === 0 && !wanted ? { points: 0, segments: [] } : undefined;
    const key = 4 * start + 2 * letters + Number(wanted);
    if (key in known) return known[key];
    let found: Cut | undefined;
    const consider = (segment: Segment, lettersAfter: number, wantedAfter: boolean): void => {
      const rest = best(segment.end, lettersAfter, wantedAfter);
      const points = segment.points + (rest?.points ?? 0);
      if (rest !== undefined && (found === undefined || points > found.points))
        found = { points, segments: [segment, ...rest.segments] };
    };
    const end = start + 1;
    const code = (text & mask(start, end)) >> (BITS_PER_CHARACTER * (SUFFIX_LENGTH - end));
    if (code === 0) consider({ start, end, kind: "digits", points: 0 }, letters, wanted);
    else if (letters > 0 && seed !== undefined) {
      const points = SEEDED_LETTER_POINTS + chance(seed, start, code);
      consider({ start, end, kind: "seeded-letter", points }, letters - 1, wanted);
    }
    for (const piece of pieces) {
      const kind = kindOf(piece.weightClass);
      const isCompany = isOfCompany(kind);
      if (piece.start !== start || (text & mask(start, piece.end)) !== piece.text) continue;
      if (isCompany && !besideName) continue;
      const points = besideName ? piece.pointsBeside : piece.points;
      consider({ start, end: piece.end, kind, points }, letters, wanted && !isCompany);
    }
    known[key] = found;
    return found;
  };

  return best(0, seed === undefined ? 0 : 1, besideName);
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
  const beside = bestCut(text, pieces, true, seed);
  const alone = bestCut(text, pieces, false, seed);
  const whole =
    beside !== undefined && beside.points >= (alone?.points ?? -Infinity) ? beside : alone;
  if (whole === undefined) throw new Error(`no pieces make up the text ${text & CODE_MASK}`);
  return whole.segments;
}
