import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { TextDecoder } from "node:util";

import { isObject } from "../../contact-flow/json";

/** A flow as a file holds it. */
export interface FoundFlow {
  readonly content: string;
  readonly name: string;
  /** What the file says of its type, in AWS's words. */
  readonly type?: unknown;
  /** The text is no JSON, and nothing in it is a word of the flow language: it may be anything. */
  readonly isUnreadable?: boolean;
}

/** Words that a flow has, however broken its JSON is. */
const FLOW_WORDS = /\b(?:StartAction|Actions|ContactFlow|ContactFlowModule)\b/;

/** Whether an object is a flow, or was meant as one: a policy, a view or a package has some of its words, too. */
function isFlow({ StartAction, Actions, modules }: Readonly<Record<string, unknown>>): boolean {
  const isOfWords =
    Array.isArray(Actions) &&
    Actions.length > 0 &&
    Actions.every((entry) => typeof entry === "string");
  const isOldFormat =
    Array.isArray(modules) && modules.some((entry) => isObject(entry) && "branches" in entry);
  return StartAction !== undefined || (Actions !== undefined && !isOfWords) || isOldFormat;
}

/**
 * The text of a file: UTF-8, or UTF-16 as PowerShell's `>` writes it, with a byte-order mark or
 * without.
 */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || (first !== 0 && second === 0)
      ? "utf-16le"
      : (first === 0xfe && second === 0xff) || (first === 0 && second !== 0)
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** The JSON of a text, where it may be written as a JSON string once more (`--query`). */
function jsonOf(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "string") {
    return value;
  }
  try {
    return JSON.parse(value.replace(/^\uFEFF/, ""));
  } catch {
    return value;
  }
}

/**
 * What a file holds: a flow's content, or what `aws connect describe-contact-flow` and
 * `describe-contact-flow-module` answer, as a whole or a part of it (`--query`).
 * @returns undefined for JSON that is no flow, such as another file of a directory
 */
export function readFlow(file: string): FoundFlow | undefined {
  const text = textOf(file);
  const name = basename(file).replace(/\.json$/, "");
  let json: unknown;
  try {
    json = jsonOf(text);
  } catch {
    return { content: text, name, isUnreadable: !FLOW_WORDS.test(text) };
  }
  if (!isObject(json)) {
    return undefined;
  }
  const module = isObject(json.ContactFlowModule) ? json.ContactFlowModule : undefined;
  const described = module ?? (isObject(json.ContactFlow) ? json.ContactFlow : json);
  const { Content, Name, Type, Arn } = described;
  // A view's content has actions, too, which are the names of its buttons.
  if (typeof Content === "string" || (isObject(Content) && isFlow(Content))) {
    const isModule =
      module !== undefined || (typeof Arn === "string" && Arn.includes("flow-module/"));
    return {
      content:
        typeof Content === "string" ? Content.replace(/^\uFEFF/, "") : JSON.stringify(Content),
      name: typeof Name === "string" ? Name : name,
      type: isModule ? "MODULE" : Type,
    };
  }
  if (!isFlow(json)) {
    return undefined;
  }
  // Places are told by line, so the text stays as it is where it is the flow itself.
  return { content: text.trimStart().startsWith('"') ? JSON.stringify(json) : text, name };
}
