/** A fault that the person at the terminal can mend: shown as its message alone, without a stack trace. */
export class OperatorError extends Error {
  public override readonly name: string = "OperatorError";
}

/**
 * The code of a system error (`ENOENT`, `EADDRINUSE`), or undefined for any other value.
 *
 * @param error - Whatever was caught.
 */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
