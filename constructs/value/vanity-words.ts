import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { OwnWords } from "../../lambda-src/vanity-engine/own-words";

const PROJECT = join(__dirname, "..", "..");

/** A word of the file: on a telephone's keys, and with a letter, since digits are nobody's choice. */
const WORD = /^(?=.*[A-Z])[A-Z0-9]{2,20}$/;

/** What a line may say of a word. */
const RULES = ["never", "allowed"] as const;
type Rule = (typeof RULES)[number];

/** What a file of words says, and what is wrong with it. */
export interface VanityWords extends OwnWords {
  /** What is wrong, each with file and line: `vanity-words.txt:3: …`; empty where nothing is. */
  readonly faults: readonly string[];
}

/**
 * Reads a file of the operator's own words: `never TURKEY` or `allowed NEGRONI` a line, `#` before a remark.
 * Every mistake is told, never thrown.
 *
 * @param file - Its path, from the project's root on.
 */
export function readVanityWords(file: string): VanityWords {
  let text: string;
  try {
    text = readFileSync(join(PROJECT, file), "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const fault = `words must be a file of this project with a line for each word, such as "vanity-words.txt": ${reason}`;
    return { never: [], allowed: [], faults: [fault] };
  }
  const rules = new Map<string, { readonly rule: Rule; readonly line: number }>();
  const faults = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .flatMap((content, index) => {
      const problem = faultOf(content, index + 1, rules);
      return problem === undefined ? [] : [`${file}:${index + 1}: ${problem}`];
    });
  const wordsOf = (wanted: Rule) =>
    [...rules].flatMap(([word, { rule }]) => (rule === wanted ? [word] : [])).sort();
  return { never: wordsOf("never"), allowed: wordsOf("allowed"), faults };
}

/** Notes what a line says, or tells why it can't be read. */
function faultOf(
  content: string,
  line: number,
  rules: Map<string, { readonly rule: Rule; readonly line: number }>,
): string | undefined {
  const [said, written, ...more] = content.replace(/#.*/, "").split(/\s+/).filter(Boolean);
  if (said === undefined) return undefined;
  const rule = RULES.find((each) => each === said.toLowerCase());
  if (rule === undefined || written === undefined || more.length > 0) {
    return `must be "never" or "allowed" and one word, such as "never TURKEY", got ${JSON.stringify(content.trim().slice(0, 80))}`;
  }
  const word = written.toUpperCase();
  if (!WORD.test(word)) {
    return `a word must have 2 to 20 letters A to Z and digits, a letter among them, got "${written.slice(0, 80)}"`;
  }
  const earlier = rules.get(word);
  if (earlier === undefined) {
    rules.set(word, { rule, line });
    return undefined;
  }
  return earlier.rule === rule
    ? `"${word}" stands in line ${earlier.line} already: take one of the two out`
    : `"${word}" is ${earlier.rule} in line ${earlier.line} and ${rule} here: take one of the two out`;
}
