import { allow, ofAccount, type Statement } from "../../iam/iam-policy";
import type { CenterArns } from "../center-arns";
import { optional, qualified, within } from "../reading";
import { keyStatements } from "./keys";

/** Functions may have no layers: a layer can be code of any other account. */
const WITHOUT_LAYERS = { Null: { "lambda:Layer": "true" } };

/** Permission for an apply to change functions, table, buckets, key, logs and parameters. */
export function resourceStatements(arns: CenterArns): Statement[] {
  const { functions, made, switched } = arns;
  return [
    allow(["lambda:InvokeFunction"], qualified(arns.reconciler)),
    allow(["lambda:TagResource", "lambda:UntagResource", "lambda:UpdateFunctionCode"], functions),
    allow(["lambda:UpdateFunctionConfiguration"], functions, WITHOUT_LAYERS),
    ...optional(["lambda:CreateFunction"], made.functions, WITHOUT_LAYERS),
    ...optional(["lambda:DeleteFunction"], switched.functions),
    allow(["dynamodb:TagResource", "dynamodb:UntagResource", "dynamodb:UpdateTable"], [arns.table]),
    // Amazon Connect reads the bucket with the permissions of the caller that associates it.
    allow(["s3:GetBucketLocation", "s3:PutBucketTagging"], arns.buckets, ofAccount(arns.account)),
    ...keyStatements(arns),
    allow(["logs:TagResource", "logs:UntagResource"], arns.logGroups),
    ...optional(
      [
        "logs:AssociateKmsKey",
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:PutRetentionPolicy",
        "logs:TagResource",
      ],
      made.logGroups.map(within),
    ),
    allow(
      [
        "ssm:AddTagsToResource",
        "ssm:DeleteParameter",
        "ssm:PutParameter",
        "ssm:RemoveTagsFromResource",
      ],
      [arns.parameters],
    ),
  ];
}
