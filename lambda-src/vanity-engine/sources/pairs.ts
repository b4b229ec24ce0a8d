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
  const texts = new Map<string, SourceText>();
  for (const pair of wordPairs()) {
    const [first, second] = [pair[0].toUpperCase(), pair[1].toUpperCase()];
    const text = first + second;
    const fits = text.length > SHORTEST && text.length <= SUFFIX_LENGTH;
    if (!fits || !known.has(first) || !known.has(second) || known.has(text)) continue;
    if (!isHidden(text)) texts.set(text, { text, secondWordAt: first.length });
  }
  const inOrder = [...texts.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  return { kind: "phrase", texts: inOrder };
}

/** Shorter pairs are crumbs. */
const SHORTEST = 3;
