import { allow, ofAccount, type Statement } from "../../iam-policy";
import type { CenterArns } from "../center-arns";
import { optional, qualified, within } from "../reading";
import { keyStatements } from "./keys";

/** Functions: code of others, published as a layer by whatever account, is none of the center's. */
const WITHOUT_LAYERS = { Null: { "lambda:Layer": "true" } };

/** What an apply does to functions, table, buckets, key, logs and parameters. */
export function resourceStatements(arns: CenterArns): Statement[] {
  const { functions, made, switched } = arns;
  return [
    allow(["lambda:InvokeFunction"], qualified(arns.reconciler)),
    allow(["lambda:TagResource", "lambda:UntagResource", "lambda:UpdateFunctionCode"], functions),
    allow(["lambda:UpdateFunctionConfiguration"], functions, WITHOUT_LAYERS),
    ...optional(["lambda:CreateFunction"], made.functions, WITHOUT_LAYERS),
    ...optional(["lambda:DeleteFunction"], switched.functions),
    allow(["dynamodb:TagResource", "dynamodb:UntagResource", "dynamodb:UpdateTable"], [arns.table]),
    // Amazon Connect looks at the bucket for whoever associates it.
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
