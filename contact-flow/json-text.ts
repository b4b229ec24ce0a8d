import { type ParseError, parse, printParseErrorCode, visit } from "jsonc-parser";

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

/** The keys that their object has already, of which only the last counts; each with its line, from 1 on. */
export function repeatedKeys(text: string): { key: string; line: number }[] {
  const objects: Set<string>[] = [];
  const repeated: { key: string; line: number }[] = [];
  visit(text, {
    onObjectBegin: () => {
      objects.push(new Set());
    },
    onObjectEnd: () => {
      objects.pop();
    },
    onObjectProperty: (key, _offset, _length, line) => {
      const keys = objects.at(-1);
      if (keys?.has(key) === true) repeated.push({ key, line: line + 1 });
      keys?.add(key);
    },
  });
  return repeated;
}

/** `CommaExpected` as `comma expected`. */
function inWords(code: string): string {
  return code.replaceAll(/(?<!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
