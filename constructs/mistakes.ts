import { CircularReferenceError } from "./directory";
import { InvalidContactCenterError } from "./validation/fault";

/** A stack that was named and isn't there: a guard that stays on unnoticed would be no help. */
export class UnknownStackError extends Error {
  public constructor(setting: string, got: string, stacks: readonly string[]) {
    super(`${setting} must name one of the stacks ${stacks.join(", ")}, got "${got}"`);
    this.name = "UnknownStackError";
  }
}

const MISTAKES = [InvalidContactCenterError, CircularReferenceError, UnknownStackError];

/** Whether an error is the user's to mend: its message says all, and a stack trace nothing. */
export function isMistake(error: unknown): error is Error {
  return MISTAKES.some((mistake) => error instanceof mistake);
}
