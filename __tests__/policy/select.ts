import type { Synthesized } from "../support/synthesized";
import { type Block, resourcesOf } from "./blocks";
import { OPS } from "./ops";
import { valuesAt } from "./paths";
import type { Assertion } from "./assertion";

/** The resources of a type for which all of some assertions hold. */
export function selected(
  stack: Synthesized,
  type: string,
  where: readonly Assertion[],
): readonly Block[] {
  return resourcesOf(stack, type).filter(({ attributes }) =>
    where.every((assertion) => faults(attributes, assertion).length === 0),
  );
}

/** What is wrong with a block, or with another part of a stack, by an assertion. */
export function faults(value: unknown, { path, op, value: expected }: Assertion): string[] {
  return OPS[op](valuesAt(value, path), expected).map((fault) => `${path} ${fault}`);
}
