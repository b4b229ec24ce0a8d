import type { Json } from "../../contact-flow/json";
import type { DefinitionReader } from "./definition-reader";

/** Which errors are tried again, how often and after how long. */
export interface Retrier {
  readonly errors: readonly string[];
  /** Seconds before the first retry. */
  readonly interval: number;
  /** What each further wait is longer by: a factor. */
  readonly backoff: number;
  readonly maxAttempts: number;
  /** Seconds that no wait exceeds. */
  readonly maxDelay: number;
  readonly jitter: "NONE" | "FULL";
}

/** Errors that `States.ALL` and `States.TaskFailed` leave alone. */
const TERMINAL = ["States.DataLimitExceeded", "States.Runtime"];

/**
 * Reads a state's retriers, with the States Language's defaults.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error
 */
export function readRetriers(
  reader: DefinitionReader,
  json: Json | undefined,
  place: string,
): Retrier[] {
  if (json === undefined) return [];
  return (Array.isArray(json) ? json : [json]).map((each, index) => {
    const at = `${place}/${index}`;
    const fields = reader.fields(
      each,
      at,
      ["ErrorEquals"],
      [
        "Comment",
        "IntervalSeconds",
        "BackoffRate",
        "MaxAttempts",
        "MaxDelaySeconds",
        "JitterStrategy",
      ],
    );
    const number = (name: string, from: number, otherwise: number) =>
      reader.number(fields[name], `${at}/${name}`, { from, otherwise });
    return {
      errors: reader.texts(fields.ErrorEquals, `${at}/ErrorEquals`),
      interval: number("IntervalSeconds", 1, 1),
      backoff: number("BackoffRate", 1, 2),
      maxAttempts: number("MaxAttempts", 0, 3),
      maxDelay: number("MaxDelaySeconds", 1, Infinity),
      jitter: reader.oneOf(fields.JitterStrategy, `${at}/JitterStrategy`, ["NONE", "FULL"]),
    };
  });
}

/** Whether a retrier takes an error. */
export function retries({ errors }: Retrier, error: string): boolean {
  if (errors.includes(error)) return true;
  if (TERMINAL.includes(error)) return false;
  return (
    errors.includes("States.ALL") ||
    (errors.includes("States.TaskFailed") && error !== "States.Timeout")
  );
}

/** How many seconds a retrier waits. @param tried - How often it has retried. */
export function delayOf(retrier: Retrier, tried: number): number {
  const longest = Math.min(retrier.interval * retrier.backoff ** tried, retrier.maxDelay);
  return retrier.jitter === "FULL" ? Math.random() * longest : longest;
}
