import { expressionsIn, isReference, referenceFault } from "./references.ts";
import { type Rule, shown } from "./shape.ts";

/**
 * Control characters, which a terminal or a page interprets instead of showing, and those that change the
 * direction of text.
 */
const UNREADABLE = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/u;

/** A value that Terraform ignores. */
export const comment: Rule = () => [];

/** Text without expressions. */
export const plain: Rule = (value) =>
  textFaults(value, (expression) => `must be plain, without ${shown(expression)}`);

/** Text that may refer to attributes of other resources, `${aws_connect_queue.sales.arn}`. */
export const text: Rule = (value) => textFaults(value, referenceFault);

/** A tag's key that AWS takes; it can't contain an expression. */
const TAG_KEY = /^[\w .:/=+@-]{1,128}$/;

/** Tags: plain texts, by keys that people chose. */
export const tags: Rule = (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [`must be an object, got ${shown(value)}`];
  }
  return Object.entries(value).flatMap(([key, each]) =>
    TAG_KEY.test(key)
      ? plain(each)
      : [`must have keys of letters, digits, spaces and _ . : / = + @ -, got ${shown(key)}`],
  );
};

/** A number; cdktf never writes a number as text. */
export const number: Rule = (value) =>
  Number.isFinite(value) ? [] : [`must be a number, got ${shown(value)}`];

/** True or false; cdktf never writes them as text. */
export const boolean: Rule = (value) =>
  typeof value === "boolean" ? [] : [`must be true or false, got ${shown(value)}`];

/** This value, and no other. */
export function only(right: string | boolean | readonly string[]): Rule {
  const written = JSON.stringify(right);
  return (value) =>
    JSON.stringify(value) === written ? [] : [`must be ${written}, got ${shown(value)}`];
}

/** One of these texts. */
export function oneOf(right: readonly string[]): Rule {
  const written = right.map((each) => JSON.stringify(each)).join(", ");
  return (value) =>
    right.some((each) => each === value) ? [] : [`must be one of ${written}, got ${shown(value)}`];
}

/**
 * Text of a certain form.
 *
 * @param form - Matches the whole text.
 * @param what - What it is, as in "must be the address of a resource".
 */
export function formed(form: RegExp, what: string): Rule {
  return (value) =>
    typeof value === "string" && form.test(value) ? [] : [`must be ${what}, got ${shown(value)}`];
}

function textFaults(
  value: unknown,
  judge: (expression: string) => string | undefined,
): readonly string[] {
  if (typeof value !== "string") return [`must be a text, got ${shown(value)}`];
  const problems = new Set<string>();
  const unreadable = UNREADABLE.exec(value)?.[0].codePointAt(0)?.toString(16);
  if (unreadable !== undefined) {
    const sign = unreadable.toUpperCase().padStart(4, "0");
    problems.add(`holds the sign U+${sign}, which nobody can read`);
  }
  for (const expression of expressionsIn(value)) {
    const problem = judge(expression);
    if (problem !== undefined) problems.add(problem);
    // The end and the content of any other expression aren't known.
    if (!isReference(expression)) break;
  }
  return [...problems];
}
