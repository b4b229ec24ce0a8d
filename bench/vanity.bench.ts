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
import { lists } from "./vanity/lists";

const NUMBERS = 10_000;
const ROUNDS = 601;

/** Numbers in a round, others in each: so few that a busy machine rarely interrupts one. */
const NUMBERS_A_ROUND = 250;

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
  let from = 0;
  const run = (): void => {
    for (let index = from; index < from + NUMBERS_A_ROUND; index++) {
      const texts = five(numbers[index] ?? "");
      for (let rank = 0; rank < texts.length; rank++)
        sink = (sink + (texts[rank]?.charCodeAt(rank) ?? 0)) | 0;
    }
    from = (from + NUMBERS_A_ROUND) % NUMBERS;
  };
  return { name, run };
}

/**
 * Companies as lists have them: one after the other, each name another one. They are made ready before, as a list's parser does: a
 * name put together in the round would be most of what is timed. The engine knows the last name only, so coming round again is new.
 */
const companies = numbers.map((_, row) => Buffer.from(`Acme ${row} Plumbing Ltd`).toString());
let row = 0;
const newCompany = (): string => companies[row++ % companies.length] ?? "";

function search({ createEngine }: typeof engineModule): void {
  checkTrivial();
  const engine = createEngine(readTrie(readFileSync(wordsFile)));
  const explained =
    (company: () => string) =>
    (digits: string): string[] =>
      engine.suffixes(digits, company()).map(({ explanation }) => explanation);
  const times = interleaved(
    [
      over("trivial: read 7 digits, build 5 texts", trivial),
      over("five letters, no company", (digits) => engine.letters(digits, "")),
      over("five numbers, no company", (digits) => engine.numbers(digits, "", "1-302-")),
      over("five letters, a new company each", (digits) => engine.letters(digits, newCompany())),
      over("five numbers, one company", (digits) => engine.numbers(digits, "KWGlobal", "1-302-")),
      over("five numbers, a new company each", (digits) =>
        engine.numbers(digits, newCompany(), "1-302-"),
      ),
      over(
        "five explained, one company",
        explained(() => "KWGlobal"),
      ),
    ],
    ROUNDS,
  );
  const [least = 1] = times.map(({ median }) => median);
  console.log(
    `Search: medians of ${ROUNDS} interleaved rounds of ${NUMBERS_A_ROUND} random numbers each`,
  );
  for (const { name, median } of times)
    console.log(
      `  ${name.padEnd(38)} ${((NUMBERS_A_ROUND / median) * 1e-6 * 1e9).toFixed(2).padStart(6)} M/s   1/${(median / least).toFixed(1)}`,
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
  lists();
  coldStart();
  await handlerTimes();
  if (sink === 0) throw new Error("nothing was measured");
}

void main();
