import { stemEntries } from "../offensive";
import { entriesOf, type SourceText } from "../source";
import type { TrieEntry } from "../trie";
import { levels } from "../words/levels";
import { digitRuns } from "./digit-runs";
import { digitWords } from "./digit-words";
import { closers, openers } from "./name-words";
import { overdialled } from "./overdial";
import { pairs } from "./pairs";
import { phrases } from "./phrases";
import { shortWords } from "./short-words";
import { tradeWords } from "./trade-words";

const isLast = ({ text, level }: SourceText): boolean =>
  level === "last" && !tradeWords.texts.some((trade) => trade.text === text);

/**
 * Every text that does not depend on the company: what goes into `words.bin`, with the stems to refuse.
 * To add a source, add a line.
 * @param words the word list, commonest first
 */
export function allEntries(words: readonly SourceText[]): TrieEntry[] {
  const trade = new Set(tradeWords.texts.map(({ text }) => text));
  const [last, others] = [words.filter(isLast), words.filter((word) => !isLast(word))];
  const allWords = [...tradeWords.texts, ...others.filter(({ text }) => !trade.has(text))];
  const levelOf = levels();
  const isHidden = (text: string): boolean => levelOf(text.toLowerCase()) !== undefined;
  return [
    ...entriesOf({ kind: "word", texts: allWords }),
    ...entriesOf({ kind: "negative-word", texts: last.map(({ text }) => ({ text })) }),
    ...entriesOf(shortWords),
    ...entriesOf(phrases),
    ...entriesOf(pairs(allWords, isHidden)),
    ...entriesOf(openers),
    ...entriesOf(closers, true),
    ...entriesOf(digitWords),
    ...entriesOf(digitRuns),
    ...entriesOf(overdialled(allWords, isHidden), true),
    ...stemEntries(),
  ];
}
