import { stemEntries } from "../offensive";
import { entriesOf, type SourceText } from "../source";
import type { TrieEntry } from "../trie";
import { digitRuns } from "./digit-runs";
import { digitWords } from "./digit-words";
import { overdialled } from "./overdial";
import { phrases } from "./phrases";
import { shortWords } from "./short-words";
import { tradeWords } from "./trade-words";

/**
 * Every text that does not depend on the company: what goes into `words.bin`, with the stems to refuse.
 * To add a source, add a line.
 * @param words the word list, commonest first
 */
export function allEntries(words: readonly SourceText[]): TrieEntry[] {
  const trade = new Set(tradeWords.texts.map(({ text }) => text));
  const allWords = [...tradeWords.texts, ...words.filter(({ text }) => !trade.has(text))];
  return [
    ...entriesOf({ kind: "word", texts: allWords }),
    ...entriesOf(shortWords),
    ...entriesOf(phrases),
    ...entriesOf(digitWords),
    ...entriesOf(digitRuns),
    ...entriesOf(overdialled(allWords), true),
    ...stemEntries(),
  ];
}
