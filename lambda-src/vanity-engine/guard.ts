import { foundPieces, foundStems } from "./search";
import { cut, type Segment } from "./segments";

/** Kinds whose texts are whole words: what they hold inside is innocent. */
const WHOLE_WORDS = new Set(["word", "company-name", "company-word"]);

/** Kinds whose texts show the beginning of a word, innocent if enough more than the stem is shown. */
const BEGINNINGS = new Set(["overdial", "company-overdial"]);
const ENOUGH_MORE = 2;

/**
 * Tells whether a way to write the digits last read shows no offensive word. A stem counts where it runs across pieces or touches a
 * letter by chance or a mere part of a name; inside a whole word (GRAPE, CANAL) it doesn't, unless it is a strong one.
 * @param way as the search found it
 * @param seed given if the way holds a letter by chance
 */
export function isInoffensive(way: number, seed?: number): boolean {
  let segments: readonly Segment[] | undefined;
  for (const stem of foundStems()) {
    if ((way & stem.mask) !== stem.text) continue;
    if (stem.strong) return false;
    segments ??= cut(way, foundPieces(), seed);
    const stemEnd = stem.start + stem.length;
    const around = segments.find(({ start, end }) => start <= stem.start && stemEnd <= end);
    if (around === undefined) return false;
    const more = around.end - around.start - stem.length;
    if (WHOLE_WORDS.has(around.kind)) continue;
    if (!BEGINNINGS.has(around.kind) || more < ENOUGH_MORE) return false;
  }
  return true;
}
