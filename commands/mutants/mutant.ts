import type { MutantResult } from "@stryker-mutator/api/core";

/** A small change to the code, and what became of it. */
export interface Mutant {
  /** From the project's root. */
  readonly file: string;
  /** Of the first character that is changed, from 1. */
  readonly line: number;
  /** The lines as they are, and as the change has them; trimmed, shortened, on one line. */
  readonly was: string;
  readonly is: string;
  /** The whole file with the change. */
  readonly changed: string;
  readonly fate: Fate;
}

/**
 * Tests noticed it, or didn't end with it; the compiler refuses it, nobody minds, or it could not even
 * be tried.
 */
export type Fate = "killed" | "endless" | "refused" | "alive" | "untried";

const FATES: Readonly<Record<MutantResult["status"], Fate>> = {
  Killed: "killed",
  Timeout: "endless",
  // The code could not be loaded: every test notices that.
  RuntimeError: "killed",
  Survived: "alive",
  NoCoverage: "alive",
  CompileError: "refused",
  Ignored: "untried",
  Pending: "untried",
};

/** The longest text of a change that is shown whole. */
const LONGEST = 160;

/** On one line, its middle left out if it is long. */
function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST
    ? line
    : `${line.slice(0, LONGEST * 0.75)} … ${line.slice(-LONGEST * 0.2)}`;
}

/** Where a line and column (from 1) is in the text. */
function offsetOf(text: string, { line, column }: MutantResult["location"]["start"]): number {
  let at = 0;
  for (let passed = 1; passed < line; passed++) at = text.indexOf("\n", at) + 1;
  return at + column - 1;
}

/** A mutant as Stryker has it, in our words. */
export function mutantOf(result: MutantResult, file: string, text: string): Mutant {
  const start = offsetOf(text, result.location.start);
  const end = offsetOf(text, result.location.end);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = !text.includes("\n", end) ? text.length : text.indexOf("\n", end);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  return {
    file,
    line: result.location.start.line,
    was: short(text.slice(lineStart, lineEnd)),
    is: short(before + result.replacement + after),
    changed: text.slice(0, start) + result.replacement + text.slice(end),
    fate: FATES[result.status],
  };
}
