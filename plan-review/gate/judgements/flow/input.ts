import type { JsonObject } from "../../../values.ts";
import { all, type FlowChange } from "./changes.ts";
import type { Block } from "./graph.ts";

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

/** Whether a block keeps what callers key in, and didn't until now. */
export const keepsInput = ({ before, after, context }: FlowChange): boolean =>
  !context.firstApply &&
  all(after).some((block) => stores(block) && !stores(before.blocks.get(block.id)));

const stores = (block: Block | undefined): boolean =>
  block !== undefined &&
  (storesInput(block.parameters) ||
    JSON.stringify(block.parameters.Attributes ?? {}).includes("StoredCustomerInput"));
