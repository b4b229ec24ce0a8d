import path from "node:path";

/**
 * Where the packed words are: beside this file, and beside the bundle when esbuild has put this file into one (the bundle's
 * build copies `words.bin` next to it, see `record-vanity-number/bundle.ts`).
 */
export const wordsFile = path.join(__dirname, "words.bin");
