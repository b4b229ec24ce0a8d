/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { isOnePiece } from "./cut";
import {
  charactersOf,
  foundStem,
  isCovered,
  stemCount,
  stemMasks,
  stemTexts,
  type CoveringPiece,
  type FoundStem,
} from "./pieces";
import { isInnocentName } from "./offensive";
import type { OwnWordList } from "./own-words";
import { isOfCompany, kindOf, NEVER_STEM, secondWordAt, STRONG_STEM } from "./weights";

/** Kinds whose texts are whole words: what they hold inside is innocent. */
const WHOLE_WORDS = new Set([
  "word",
  "negative-word",
  "phrase",
  "opener",
  "closer",
  "company-name",
  "company-plural",
  "company-word",
]);

/** Kinds whose texts show the beginning of a word, innocent if enough more than the stem is shown. */
const BEGINNINGS = new Set(["overdial", "company-overdial"]);
const ENOUGH_MORE = 2;

/** Whether a piece is the beginning of a word that shows enough more than a stem. */
const isLongBeginning = (stem: FoundStem, { weightClass, start, end }: CoveringPiece): boolean =>
  BEGINNINGS.has(kindOf(weightClass)) && end - start >= stem.end - stem.start + ENOUGH_MORE;

/** Whether a stem is only a part of one of a piece's words. */
function isPartOfWord(stem: FoundStem, { weightClass, start, end }: CoveringPiece): boolean {
  const middle = start + secondWordAt(weightClass);
  const [from, to] = stem.start < middle ? [start, middle] : [middle, end];
  return from <= stem.start && stem.end <= to && stem.end - stem.start < to - from;
}

/** Whether a word that the operator never shows is only a part of an innocent one: never RAT leaves PIRATES, but not RAT-RACE. */
function isInnocentPart(
  stem: FoundStem,
  piece: CoveringPiece,
  text: string,
  own: OwnWordList,
): boolean {
  const kind = kindOf(piece.weightClass);
  if (isOfCompany(kind) && own.isWordOfName(text)) return false;
  return WHOLE_WORDS.has(kind) ? isPartOfWord(stem, piece) : isLongBeginning(stem, piece);
}

/** Whether a stem that a way shows lies inside something innocent. */
function isInnocent(
  way: number,
  cut: number,
  stem: FoundStem,
  own: OwnWordList | undefined,
): boolean {
  const { start, end, weightClass } = stem;
  if (weightClass === NEVER_STEM && isOnePiece(cut, start, end)) return false;
  return isCovered(way, start, end, (piece) => {
    const kind = kindOf(piece.weightClass);
    if (own?.allowedWord(piece.text()) !== undefined) return true;
    if (weightClass === STRONG_STEM) return isOfCompany(kind) && isInnocentName(piece.text());
    if (weightClass === NEVER_STEM)
      return own !== undefined && isInnocentPart(stem, piece, charactersOf(way, start, end), own);
    return WHOLE_WORDS.has(kind) || isLongBeginning(stem, piece);
  });
}

/**
 * Tells whether a way to write the digits last read shows no offensive word. A stem counts where it runs across pieces or touches a
 * letter by chance or a mere part of a name; inside a whole word (GRAPE, CANAL) it doesn't; a strong one does, but inside a company's
 * name that is known to be innocent (NEGRONI). What the operator allows is innocent; what the operator never shows counts as a word of
 * its own.
 * @param way as the search found it, and its cutting
 * @param own the operator's own words, which have read the company's name
 */
export function isInoffensive(way: number, cut: number, own?: OwnWordList): boolean {
  for (let stem = stemCount() - 1; stem >= 0; stem--)
    if (
      (way & stemMasks[stem]!) === stemTexts[stem]! &&
      !isInnocent(way, cut, foundStem(stem), own)
    )
      return false;
  return true;
}
