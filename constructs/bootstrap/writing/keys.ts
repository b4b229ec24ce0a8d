import { allow, type Statement } from "../../iam/iam-policy";
import type { CenterArns } from "../center-arns";

/**
 * Permission for an apply to use the center's key, which has no name except its alias. An apply can't move
 * the alias to another key, since the alias says which key is the center's. Only a person can change the
 * key's policy.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export function keyStatements(arns: CenterArns): Statement[] {
  return [
    allow(
      ["kms:EnableKeyRotation", "kms:TagResource", "kms:UntagResource", "kms:UpdateKeyDescription"],
      [arns.keys],
      ofAlias(arns),
    ),
    // Services create their grants with the caller's permissions.
    // https://docs.aws.amazon.com/connect/latest/adminguide/key-management.html
    allow(["kms:CreateGrant"], [arns.keys], {
      ...ofAlias(arns),
      Bool: { "kms:GrantIsForAWSResource": "true" },
    }),
  ];
}

/** @returns the condition that a key is the center's; it holds some minutes after the key got its alias. */
export function ofAlias({ keyAlias }: Pick<CenterArns, "keyAlias">) {
  return {
    "ForAnyValue:StringEquals": {
      "kms:ResourceAliases": keyAlias.slice(keyAlias.indexOf("alias/")),
    },
  };
}
