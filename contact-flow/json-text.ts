import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

/** A text that isn't JSON: where it stops being so, and what was expected there. */
export class JsonTextError extends Error {
  /**
   * @param line - From 1 on.
   * @param column - From 1 on.
   */
  public constructor(
    public readonly line: number,
    public readonly column: number,
    public readonly problem: string,
  ) {
    super(`line ${line}, column ${column}: ${problem}`);
    this.name = "JsonTextError";
  }
}

/**
 * Parses JSON.
 * @throws JsonTextError with line and column: JSON.parse tells neither for all of its errors.
 */
export function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
    const [first] = errors;
    const before = text.slice(0, first?.offset ?? text.length).split("\n");
    throw new JsonTextError(
      before.length,
      (before.at(-1) ?? "").length + 1,
      first ? inWords(printParseErrorCode(first.error)) : (error as Error).message,
    );
  }
}

/** Where a string ends, given the quote that it begins with. */
function endOfString(text: string, quote: number): number {
  let end = text.indexOf('"', quote + 1);
  for (; end > 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text[before - 1] === "\\") before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

/**
 * The keys that their object has already, of which only the last counts; each with its line, from 1 on.
 * @param text - JSON; parsing it with places would take ten times as long
 */
export function repeatedKeys(text: string): { key: string; line: number }[] {
  const objects: Set<string>[] = [];
  const repeated: { key: string; line: number }[] = [];
  let line = 1;
  let string: [from: number, to: number] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case "\n":
        line++;
        break;
      case "{":
        objects.push(new Set());
        break;
      case "}":
        objects.pop();
        break;
      case '"':
        string = [at, endOfString(text, at)];
        at = string[1];
        break;
      case ":": {
        const [from, to] = string;
        const raw = text.slice(from + 1, to);
        const key = raw.includes("\\") ? (JSON.parse(`"${raw}"`) as string) : raw;
        const keys = objects.at(-1);
        if (keys?.has(key) === true) repeated.push({ key, line });
        keys?.add(key);
        break;
      }
      default:
    }
  }
  return repeated;
}

/** `CommaExpected` as `comma expected`. */
function inWords(code: string): string {
  return code.replaceAll(/(?<!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
