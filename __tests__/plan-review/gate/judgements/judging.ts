import { Context } from "../../../../plan-review/gate/context";
import type { Judgement } from "../../../../plan-review/gate/type-rules";
import { type ChangeJson, planOf } from "../../../support/plans";

/** What one judgement says of the first of some changes, in a stack that is in service. */
export function said(
  judgement: Judgement,
  change: ChangeJson,
  others: readonly ChangeJson[] = [],
  more: object = {},
): readonly string[] {
  const plan = planOf([change, ...others], more);
  const [first] = plan.changes;
  if (!first) throw new Error("the plan has no change");
  return judgement(first, new Context(plan, { firstApply: false })).map(({ happens }) => happens);
}

/** An update of a thing. */
export const update = (address: string, before: object, after: object): ChangeJson => ({
  ...{ address, actions: ["update"], before, after: { ...before, ...after } },
});

/** What is there in the stack, and stays. */
export const there = (address: string, values: object): ChangeJson => ({
  ...{ address, actions: ["no-op"], before: values, after: values },
});
