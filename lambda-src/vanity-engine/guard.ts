import { foundStems, isCovered } from "./search";
import { kindOf } from "./weights";

/** Kinds whose texts are whole words: what they hold inside is innocent. */
const WHOLE_WORDS = new Set(["word", "company-name", "company-word"]);

/** Kinds whose texts show the beginning of a word, innocent if enough more than the stem is shown. */
const BEGINNINGS = new Set(["overdial", "company-overdial"]);
const ENOUGH_MORE = 2;

/**
 * Tells whether a way to write the digits last read shows no offensive word. A stem counts where it runs across pieces or touches a
 * letter by chance or a mere part of a name; inside a whole word (GRAPE, CANAL) it doesn't, unless it is a strong one.
 * @param way as the search found it
 */
export function isInoffensive(way: number): boolean {
  for (const stem of foundStems()) {
    if ((way & stem.mask) !== stem.text) continue;
    if (stem.strong) return false;
    const isInnocent = (weightClass: number, length: number): boolean => {
      const kind = kindOf(weightClass);
      return WHOLE_WORDS.has(kind) || (BEGINNINGS.has(kind) && length >= stem.length + ENOUGH_MORE);
    };
    if (!isCovered(way, stem.start, stem.start + stem.length, isInnocent)) return false;
  }
  return true;
}
