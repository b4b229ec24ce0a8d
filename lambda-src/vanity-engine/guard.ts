/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { foundStem, isCovered, stemCount, stemMasks, stemTexts, type FoundStem } from "./pieces";
import { isInnocentName } from "./offensive";
import { isOfCompany, kindOf } from "./weights";

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

/** Whether a stem that a way shows lies inside something innocent. */
function isInnocent(way: number, { start, end, strong }: FoundStem): boolean {
  return isCovered(way, start, end, (weightClass, length, text) => {
    const kind = kindOf(weightClass);
    if (strong) return isOfCompany(kind) && isInnocentName(text());
    return WHOLE_WORDS.has(kind) || (BEGINNINGS.has(kind) && length >= end - start + ENOUGH_MORE);
  });
}

/**
 * Tells whether a way to write the digits last read shows no offensive word. A stem counts where it runs across pieces or touches a
 * letter by chance or a mere part of a name; inside a whole word (GRAPE, CANAL) it doesn't; a strong one does, but inside a company's name that is known to be innocent (NEGRONI).
 * @param way as the search found it
 */
export function isInoffensive(way: number): boolean {
  for (let stem = stemCount() - 1; stem >= 0; stem--)
    if ((way & stemMasks[stem]!) === stemTexts[stem]! && !isInnocent(way, foundStem(stem)))
      return false;
  return true;
}
