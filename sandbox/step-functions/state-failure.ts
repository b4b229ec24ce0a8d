/** The most that a state's input or output may have, in bytes (Step Functions' quota). */
export const STATE_DATA_LIMIT = 262_144;

/**
 * A state fails, as the States Language names it.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export class StateFailure extends Error {
  /**
   * @param error - The error's name: `States.ItemReaderFailed`, or the function's own, such as `TypeError`.
   * @param cause - What is wrong, in words.
   */
  public constructor(
    public readonly error: string,
    cause: string,
  ) {
    super(cause);
  }
}

/** Refuses data that a state may not have. @throws StateFailure above {@link STATE_DATA_LIMIT}. */
export function requireSmall(json: string, what: string): void {
  const bytes = Buffer.byteLength(json);
  if (bytes > STATE_DATA_LIMIT)
    throw new StateFailure(
      "States.DataLimitExceeded",
      `${what} has ${bytes} bytes, and a state's data at most ${STATE_DATA_LIMIT}`,
    );
}
