import { allBlocks } from "../blocks";
import {
  type Lint,
  missingResources,
  unknownActions,
  unsupportedConditions,
  wrongResources,
} from "../iam/lint";
import { policiesOf, strayPolicies } from "../iam/policies";
import { judge } from "../verdict";
import type { Predicate } from "./predicate";

const linted =
  (...lints: readonly Lint[]): Predicate =>
  (stack) =>
    judge(
      policiesOf(stack).map((policy) => ({ ...policy, address: policy.block.address })),
      (policy) => lints.flatMap((lint) => lint(policy)),
    );

export const policyActions = linted(unknownActions);

export const policyResources = linted(wrongResources, missingResources);

export const policyConditions = linted(unsupportedConditions);

/** A policy at a place that no other rule looks at is one that nobody judges. */
export const policyPlaces: Predicate = (stack) =>
  judge(allBlocks(stack), (block) =>
    strayPolicies(block).map((attribute) => `${attribute} must be a policy that rules judge`),
  );
