import type { Source, SourceText } from "../source";

const SHORTEST = 5;

/**
 * Words shown without their last letter where the number ends before they do: who dials all of PLUMBERS has one key too many,
 * which a telephone exchange ignores.
 * @param words the whole words, commonest first; a beginning that is a word itself, or was offered before, is left out
 * @param isHidden tells what would be read as a word that must not be shown
 */
export function overdialled(
  words: readonly SourceText[],
  isHidden: (text: string) => boolean,
): Source {
  const taken = new Set(words.map(({ text }) => text));
  const texts = words.flatMap(({ text, rank }) => {
    const shown = text.slice(0, -1);
    if (text.length < SHORTEST || taken.has(shown) || isHidden(shown)) return [];
    taken.add(shown);
    return [rank === undefined ? { text: shown } : { text: shown, rank }];
  });
  return { kind: "overdial", texts };
}
