import { stemEntries } from "../offensive";
import { entriesOf, type SourceText } from "../source";
import type { TrieEntry } from "../trie";
import { digitRuns } from "./digit-runs";
import { digitWords } from "./digit-words";
import { overdialled } from "./overdial";
import { shortWords } from "./short-words";

/**
 * Every text that does not depend on the company: what goes into `words.bin`, with the stems to refuse.
 * To add a source, add a line.
 * @param words the word list, commonest first
 */
export function allEntries(words: readonly SourceText[]): TrieEntry[] {
  return [
    ...entriesOf({ kind: "word", texts: words }),
    ...entriesOf(shortWords),
    ...entriesOf(digitWords),
    ...entriesOf(digitRuns),
    ...entriesOf(overdialled(words), true),
    ...stemEntries(),
  ];
}
