import type { JsonObject } from "../../../values.ts";

/** What Connect takes for no, in both cases (docs/facts.md). */
const NO: readonly unknown[] = [undefined, "False", "false", false];

/**
 * Whether a block keeps what callers key in, or may do so.
 *
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-getparticipantinput.html
 */
export function storesInput({ StoreInput: value }: JsonObject): boolean {
  return !NO.includes(value);
}
