import { SingleBar } from "cli-progress";
import { Command } from "commander";
import { vanityEngine } from "../lambda-src/vanity-engine/engine";
import { dial, KEY_LETTERS } from "../lambda-src/vanity-engine/keypad";
import {
  AMBIGUOUS_STEMS,
  isRead,
  stems,
  STRONG_STEMS,
} from "../lambda-src/vanity-engine/offensive";
import { allEntries } from "../lambda-src/vanity-engine/sources";
import { kindOf, STRONG_STEM } from "../lambda-src/vanity-engine/weights";
import { commonWords } from "../lambda-src/vanity-engine/words/scowl";
import { OperatorError } from "../sandbox/machine/errors";
import { run } from "./support/run";
import { say } from "./support/terminal";

const SUFFIXES = 10_000_000;
const STEP = 10_000;
const SHOWN = 20;

/** The stems as one pattern, an O or I also as the digit that looks like it: apart from the engine's own trie. */
function pattern(list: string): RegExp {
  const spelled = stems(list).map((stem) =>
    stem.replace(/O/g, "[O0]").replace(/I/g, "[I1]").replace(/L/g, "[L1]"),
  );
  return new RegExp(`(?=(${spelled.sort((a, b) => b.length - a.length).join("|")}))`, "g");
}

const STRONG = pattern(STRONG_STEMS);
const AMBIGUOUS = pattern(AMBIGUOUS_STEMS);

const WHOLE_WORDS = new Set(["word", "negative-word", "phrase", "opener", "closer"]);

/** Texts that may hold an ambiguous stem, by the rule of `guard.ts`. */
function innocentTexts(): { words: Set<string>; beginnings: Set<string> } {
  const words = new Set<string>();
  const beginnings = new Set<string>();
  for (const { text, weightClass } of allEntries(commonWords())) {
    if (weightClass >= STRONG_STEM) continue;
    const kind = kindOf(weightClass);
    if (WHOLE_WORDS.has(kind)) words.add(text);
    if (kind === "overdial") beginnings.add(text);
  }
  return { words, beginnings };
}

const innocent = innocentTexts();

function isInnocent(text: string, from: number, to: number): boolean {
  for (let start = 0; start <= from; start++)
    for (let end = to; end <= text.length; end++) {
      const around = text.slice(start, end);
      if (innocent.words.has(around)) return true;
      const isEnding = end === text.length && around.length >= to - from + 2;
      if (isEnding && innocent.beginnings.has(around)) return true;
    }
  return false;
}

function offence(text: string): string | undefined {
  for (const [stemPattern, strong] of [
    [STRONG, true],
    [AMBIGUOUS, false],
  ] as const) {
    if (text.search(stemPattern) < 0) continue;
    for (const match of text.matchAll(stemPattern)) {
      const stem = match[1] ?? "";
      if (isRead(stem) && (strong || !isInnocent(text, match.index, match.index + stem.length)))
        return stem;
    }
  }
  return undefined;
}

/** How many texts dial the digits: what five can at most be. */
function possible(digits: string): number {
  let count = 1;
  for (let at = 0; at < digits.length && count < 5; at++)
    count *= (KEY_LETTERS[digits.charCodeAt(at) - 48]?.length ?? 0) + 1;
  return Math.min(5, count);
}

function faultOf(digits: string, letters: readonly string[]): string | undefined {
  if (letters.length !== possible(digits)) return `${letters.length} results: ${letters.join(" ")}`;
  if (new Set(letters).size !== letters.length) return `not distinct: ${letters.join(" ")}`;
  for (const text of letters) {
    if (dial(text) !== digits) return `does not dial it: ${text}`;
    const stem = offence(text);
    if (stem !== undefined) return `${text} shows ${stem}`;
  }
  return undefined;
}

function check(): void {
  const engine = vanityEngine();
  const faults: string[] = [];
  const counts = new Map<number, number>();
  const bar = new SingleBar({
    format: "{bar} {percentage}% · {eta_formatted} left",
    clearOnComplete: true,
  });
  const began = Date.now();
  bar.start(SUFFIXES, 0);
  for (let number = 0; number < SUFFIXES && faults.length < SHOWN; number++) {
    const digits = String(number).padStart(7, "0");
    const letters = engine.letters(digits, "");
    counts.set(letters.length, (counts.get(letters.length) ?? 0) + 1);
    const fault = faultOf(digits, letters);
    if (fault !== undefined) faults.push(`${digits}: ${fault}`);
    if (number % STEP === 0) bar.update(number);
  }
  bar.stop();
  if (faults.length > 0)
    throw new OperatorError(`the engine broke its rules:\n${faults.join("\n")}`);
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  const sorted = [...counts].sort(([a], [b]) => b - a);
  say(
    `All ${SUFFIXES.toLocaleString("en")} suffixes in ${seconds} s: every text dials its number, is distinct and inoffensive.`,
  );
  for (const [results, suffixes] of sorted)
    say(`  ${results} results: ${suffixes.toLocaleString("en")} suffixes`);
}

void new Command("npm run check:vanity --")
  .description("Make the vanity numbers of all ten million last seven digits, and check each one.")
  .action(() => run(check))
  .parseAsync();
