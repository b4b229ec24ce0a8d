import { expressionsIn, isReference, referenceFault } from "./references.ts";
import { type Rule, shown } from "./shape.ts";

/** Signs that a terminal or a page obeys rather than shows, and those that reverse what is read. */
const UNREADABLE = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/u;

/** What Terraform does not read. */
export const comment: Rule = () => [];

/** Text without expressions. */
export const plain: Rule = (value) =>
  textFaults(value, (expression) => `must be plain, without ${shown(expression)}`);

/** Text that may refer to attributes of other resources, `${aws_connect_queue.sales.arn}`. */
export const text: Rule = (value) => textFaults(value, referenceFault);

/** What AWS takes as a tag's key: nothing in it is an expression. */
const TAG_KEY = /^[\w .:/=+@-]{1,128}$/;

/** Tags: plain texts by keys that people gave. */
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

/** A number; cdktf writes none as text. */
export const number: Rule = (value) =>
  Number.isFinite(value) ? [] : [`must be a number, got ${shown(value)}`];

/** True or false; cdktf writes neither as text. */
export const boolean: Rule = (value) =>
  typeof value === "boolean" ? [] : [`must be true or false, got ${shown(value)}`];

/** This value, and no other. */
export function only(right: string | boolean | readonly string[]): Rule {
  const written = JSON.stringify(right);
  return (value) =>
    JSON.stringify(value) === written ? [] : [`must be ${written}, got ${shown(value)}`];
}

/**
 * Text of one form.
 *
 * @param form - The whole of it.
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
    // Where another expression ends is not known, nor what is in it.
    if (!isReference(expression)) break;
  }
  return [...problems];
}
