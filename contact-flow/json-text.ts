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

/** `CommaExpected` as `comma expected`. */
function inWords(code: string): string {
  return code.replaceAll(/(?<!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
