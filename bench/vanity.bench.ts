import { readFileSync } from "node:fs";
import type * as engineModule from "../lambda-src/vanity-engine/engine";
import { KEY_LETTERS } from "../lambda-src/vanity-engine/keypad";
import { allEntries } from "../lambda-src/vanity-engine/sources";
import { buildTrie, readTrie } from "../lambda-src/vanity-engine/trie";
import { wordsFile } from "../lambda-src/vanity-engine/words-file";
import { listedWords } from "../lambda-src/vanity-engine/words/scowl";
import { build } from "./vanity/bundles";
import { coldStart } from "./vanity/cold-start";
import { handlerTimes } from "./vanity/handler";
import { interleaved, type Contender } from "./vanity/interleaved";

const NUMBERS = 10_000;
const ROUNDS = 61;

/** The same random-looking suffixes in each run: the first of the seven is never 0 or 1, as in North America. */
function suffixes(): string[] {
  let state = 20_261_122;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: NUMBERS }, () => String(2_000_000 + next(8_000_000)));
}

const numbers = suffixes();

/** Keeps the compiler from leaving out work whose result nobody uses. */
let sink = 0;

/** What `digit << 3 | n` is written as: the key's n-th letter, or its digit if it has fewer. */
const CHARACTERS = Uint16Array.from({ length: 80 }, (_, index) =>
  (KEY_LETTERS[index >> 3]?.[index & 7] ?? String(index >> 3)).charCodeAt(0),
);

function text(a: number, b: number, c: number, d: number, e: number, f: number, g: number): string {
  const key = (index: number): number => CHARACTERS[index] ?? 0;
  return String.fromCharCode(key(a), key(b), key(c), key(d), key(e), key(f), key(g));
}

/** The least that any engine does: read seven digits, build five different texts. Written out, so that it is as fast as it can be. */
function trivial(digits: string): string[] {
  const at = (position: number): number => (digits.charCodeAt(position) - 48) << 3;
  const [a, b, c, d, e, f, g] = [at(0), at(1), at(2), at(3), at(4), at(5), at(6)];
  return [
    text(a, b, c, d, e, f, g),
    text(a | 1, b | 1, c | 1, d | 1, e | 1, f | 1, g | 1),
    text(a | 2, b | 2, c | 2, d | 2, e | 2, f | 2, g | 2),
    text(a | 3, b | 3, c | 3, d | 3, e | 3, f | 3, g | 3),
    text(a, b | 1, c, d | 1, e, f | 1, g),
  ];
}

/** Few numbers have so many 0 and 1 that the trivial texts are not all different. */
function checkTrivial(): void {
  const different = numbers.filter((digits) => new Set(trivial(digits)).size === 5).length;
  if (different < 0.99 * NUMBERS)
    throw new Error(`the trivial loop must build five different texts, got ${different} times`);
}

function over(name: string, five: (digits: string) => string[]): Contender {
  const run = (): void => {
    for (const digits of numbers) {
      const texts = five(digits);
      for (let rank = 0; rank < texts.length; rank++)
        sink = (sink + (texts[rank]?.charCodeAt(rank) ?? 0)) | 0;
    }
  };
  return { name, run };
}

function search({ createEngine }: typeof engineModule): void {
  checkTrivial();
  const engine = createEngine(readTrie(readFileSync(wordsFile)));
  const companies = ["KWGlobal", "1-800-Flowers.com", "Acme Plumbing", "Bank of America", "FedEx"];
  let turn = 0;
  const times = interleaved(
    [
      over("trivial: read 7 digits, build 5 texts", trivial),
      over("five best, no company", (digits) => engine.letters(digits, "")),
      over("five best, one company", (digits) => engine.letters(digits, "KWGlobal")),
      over("five best, five companies in turn", (digits) =>
        engine.letters(digits, companies[turn++ % companies.length] ?? ""),
      ),
    ],
    ROUNDS,
  );
  const [least = 1] = times.map(({ median }) => median);
  console.log(`Search: ${NUMBERS} random numbers, medians of ${ROUNDS} interleaved rounds`);
  for (const { name, median } of times)
    console.log(
      `  ${name.padEnd(38)} ${((NUMBERS / median) * 1e-6 * 1e9).toFixed(2).padStart(6)} M/s   1/${(median / least).toFixed(1)}`,
    );
}

function growth({ createEngine }: typeof engineModule): void {
  const words = listedWords();
  const sizes = [10_000, 20_000, words.length];
  const times = interleaved(
    sizes.map((size) => {
      const engine = createEngine(buildTrie(allEntries(words.slice(0, size))));
      return over(String(size), (digits) => engine.letters(digits, ""));
    }),
    ROUNDS,
  );
  const [least = 1] = times.map(({ median }) => median);
  console.log("\nGrowth with the word list (unfiltered words by rank)");
  for (const { name, median } of times)
    console.log(`  ${name.padStart(6)} words   ${(median / least).toFixed(2)} x the first`);
}

async function main(): Promise<void> {
  // As deployed: unbundled TypeScript looks imported names up at each use.
  const engine = (await import(
    build("lambda-src/vanity-engine/engine.ts").file
  )) as typeof engineModule;
  search(engine);
  growth(engine);
  coldStart();
  await handlerTimes();
  if (sink === 0) throw new Error("nothing was measured");
}

void main();
