import { CircularReferenceError } from "./connect/directory";
import { InvalidContactCenterError } from "./validation/fault";

/**
 * A stack was named that doesn't exist. This is an error, since the guards of the stack that was meant would
 * silently stay on.
 */
export class UnknownStackError extends Error {
  public constructor(setting: string, got: string, stacks: readonly string[]) {
    super(`${setting} must name one of the stacks ${stacks.join(", ")}, got "${got}"`);
    this.name = "UnknownStackError";
  }
}

const MISTAKES = [InvalidContactCenterError, CircularReferenceError, UnknownStackError];

/**
 * Whether an error is one that the user can fix: its message says everything, and a stack trace adds nothing.
 */
export function isMistake(error: unknown): error is Error {
  return MISTAKES.some((mistake) => error instanceof mistake);
}
