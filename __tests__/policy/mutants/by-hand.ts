import type { PredicateName } from "../predicates";
import { CONNECT_MUTANTS } from "./connect";
import { FLOW_MUTANTS } from "./flows";
import { FUNCTION_MUTANTS } from "./functions";
import { IAM_MUTANTS } from "./iam";
import { Draft, type Mutant, type Spoilers } from "./mutant";
import { STACK_MUTANTS } from "./stack";
import type { Synthesized } from "../../support/synthesized";

const BY_HAND: Readonly<Record<PredicateName, Spoilers>> = {
  ...STACK_MUTANTS,
  ...CONNECT_MUTANTS,
  ...FUNCTION_MUTANTS,
  ...FLOW_MUTANTS,
  ...IAM_MUTANTS,
};

/** Every way by hand to break a predicate in a stack that has everything. */
export function mutantsByHand(stack: Synthesized, name: PredicateName): Mutant[] {
  return Object.entries(BY_HAND[name]).map(([what, change]) => {
    const draft = new Draft(stack);
    change(draft);
    return { what, stack: draft.stack };
  });
}
