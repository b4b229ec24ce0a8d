import { writeFileSync } from "node:fs";
import { wordsFile } from "../words-file";
import { allEntries } from "../sources";
import { buildTrie, writeTrie } from "../trie";
import { commonWords } from "./scowl";

/** The bytes of `words.bin`, always the same for the pinned packages. */
export function generateWords(): Buffer {
  return writeTrie(buildTrie(allEntries(commonWords())));
}

if (require.main === module) {
  const bytes = generateWords();
  writeFileSync(wordsFile, bytes);
  console.log(`wrote ${wordsFile}: ${bytes.length} bytes`);
}
