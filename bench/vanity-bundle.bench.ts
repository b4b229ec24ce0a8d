import { statSync } from "node:fs";
import { join } from "node:path";
import {
  recordVanityNumberBatchBundle,
  recordVanityNumberBundle,
} from "../lambda-src/record-vanity-number/bundle";
import { build, contents } from "./vanity/bundles";

/* What the functions' bundles weigh, and what is in them: a dependency that grows a cold start shows here. */

const LARGEST_SHOWN = 10;

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0).padStart(6);

for (const [name, { entry }] of [
  ["recordVanityNumber", recordVanityNumberBundle],
  ["recordVanityNumberBatch", recordVanityNumberBatchBundle],
] as const) {
  const { file, metafile } = build(entry);
  const all = contents(metafile);
  console.log(`${name}, kB`);
  console.log(`${kilobytes(statSync(file).size)}  index.js, of which`);
  for (const [from, bytes] of all.slice(0, LARGEST_SHOWN))
    console.log(`${kilobytes(bytes)}    ${from}`);
  const rest = all.slice(LARGEST_SHOWN).reduce((sum, [, bytes]) => sum + bytes, 0);
  console.log(`${kilobytes(rest)}    ${all.length - LARGEST_SHOWN} smaller ones`);
  console.log(`${kilobytes(statSync(join(file, "../words.bin")).size)}  words.bin`);
}
