import { allEntries } from "./sources";
import { buildTrie, writeTrie } from "./trie";
import { commonWords } from "./words/scowl";

/** The bytes of `words.bin`, always the same for the pinned packages. */
export function generateWords(words = commonWords()): Buffer {
  return writeTrie(buildTrie(allEntries(words)));
}
