/** A fault that the person at the terminal can mend: shown as its message alone, without a stack trace. */
export class OperatorError extends Error {
  public override readonly name: string = "OperatorError";
}

/** Something that a program needs of this machine is missing. */
export class Missing extends OperatorError {
  public override readonly name = "Missing";

  /**
   * @param lacks - What is wrong: `terraform is not on the PATH`.
   * @param cure - What mends it, as an order: `install Terraform 1.11.0 or newer`.
   */
  public constructor(
    public readonly lacks: string,
    public readonly cure: string,
  ) {
    super(`${lacks}: ${cure}`);
  }
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

/**
 * What an error says, for a sentence about it.
 *
 * @param error - Whatever was caught.
 */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
