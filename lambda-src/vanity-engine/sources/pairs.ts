import { SUFFIX_LENGTH } from "../keypad";
import type { Source, SourceText } from "../source";
import { wordPairs } from "../words/wordnet";
import { shortWords } from "./short-words";

/**
 * Two words that are said together, as WordNet's compounds show: PIT-BULL comes before SIT-BULK.
 * @param words that may stand in them
 * @param isHidden tells what would be read as a word that must not be shown
 */
export function pairs(words: readonly SourceText[], isHidden: (text: string) => boolean): Source {
  const known = new Set([...words, ...shortWords.texts].map(({ text }) => text));
  const texts = wordPairs()
    .map((pair) => pair.map((word) => word.toUpperCase()))
    .filter(
      (pair) => pair.join("").length <= SUFFIX_LENGTH && pair.every((word) => known.has(word)),
    )
    .map((pair) => pair.join(""))
    .filter((text) => text.length > SHORTEST && !known.has(text) && !isHidden(text));
  return { kind: "phrase", texts: [...new Set(texts)].sort().map((text) => ({ text })) };
}

/** Shorter pairs are crumbs. */
const SHORTEST = 3;
