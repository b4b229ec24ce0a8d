import type { Synthesized } from "../../support/synthesized";
import { type Block, allBlocks } from "../blocks";
import { statementsOf, type Statement } from "../policy-document";

/** What a policy belongs to, and so what its statements say and leave out. */
export type PolicyKind = "identity" | "trust" | "resource" | "key";

/** A policy in the configuration. */
export interface Policy {
  readonly block: Block;
  readonly kind: PolicyKind;
  readonly statements: readonly Statement[];
}

/** Where policies stand: the type of resource and its attribute. */
const PLACES: Readonly<Record<string, PolicyKind>> = {
  "aws_iam_policy.policy": "identity",
  "aws_iam_role.assume_role_policy": "trust",
  "aws_iam_role_policy.policy": "identity",
  "aws_kms_key.policy": "key",
  "aws_s3_bucket_policy.policy": "resource",
  "aws_sns_topic_policy.policy": "resource",
};

/** Every policy of a stack that stands where policies are known to. */
export function policiesOf(stack: Synthesized): Policy[] {
  return allBlocks(stack).flatMap((block) =>
    Object.entries(block.attributes).flatMap(([attribute, value]) => {
      const kind = PLACES[`${block.type}.${attribute}`];
      return kind === undefined ? [] : [{ block, kind, statements: statementsOf(value) }];
    }),
  );
}

/** What looks like a policy and stands elsewhere, where nobody would check it. */
export function strayPolicies({ type, attributes }: Block): string[] {
  return Object.entries(attributes)
    .filter(([attribute]) => PLACES[`${type}.${attribute}`] === undefined)
    .filter(([, value]) => /\\*"(Statement|Effect|Principal)\\*"/.test(JSON.stringify(value)))
    .map(([attribute]) => attribute);
}
