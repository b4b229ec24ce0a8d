import { allow, type Statement } from "../../iam-policy";
import type { CenterArns } from "../center-arns";

/**
 * What an apply does to the center's key, which has no name but its alias. The alias can't be moved
 * to another key, since it says which key's policy an apply may change.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export function keyStatements({ keys, keyAlias }: CenterArns): Statement[] {
  return [
    allow(["kms:CreateKey"], ["*"]),
    // Called as soon as the key is there: its tags and alias would decide only minutes later.
    allow(["kms:CreateAlias", "kms:EnableKeyRotation", "kms:TagResource"], [keys, keyAlias]),
    allow(["kms:PutKeyPolicy", "kms:UntagResource", "kms:UpdateKeyDescription"], [keys], {
      "ForAnyValue:StringEquals": {
        "kms:ResourceAliases": keyAlias.slice(keyAlias.indexOf("alias/")),
      },
    }),
    // Amazon Connect and DynamoDB make their grants with the caller's permissions.
    // https://docs.aws.amazon.com/connect/latest/adminguide/key-management.html
    allow(["kms:CreateGrant"], [keys], { Bool: { "kms:GrantIsForAWSResource": "true" } }),
  ];
}
