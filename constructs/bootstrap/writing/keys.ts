import { allow, type Statement } from "../../iam-policy";
import type { CenterArns } from "../center-arns";

/**
 * What an apply does to the center's key, which has no name but its alias. The alias can't be moved
 * to another key, since it says which key is the center's; the key's policy is a person's to change.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export function keyStatements(arns: CenterArns): Statement[] {
  return [
    allow(
      ["kms:EnableKeyRotation", "kms:TagResource", "kms:UntagResource", "kms:UpdateKeyDescription"],
      [arns.keys],
      ofAlias(arns),
    ),
    // Services make their grants with the caller's permissions.
    // https://docs.aws.amazon.com/connect/latest/adminguide/key-management.html
    allow(["kms:CreateGrant"], [arns.keys], {
      ...ofAlias(arns),
      Bool: { "kms:GrantIsForAWSResource": "true" },
    }),
  ];
}

/** @returns the condition that a key is the center's, some minutes after it has its alias. */
export function ofAlias({ keyAlias }: Pick<CenterArns, "keyAlias">) {
  return {
    "ForAnyValue:StringEquals": {
      "kms:ResourceAliases": keyAlias.slice(keyAlias.indexOf("alias/")),
    },
  };
}
