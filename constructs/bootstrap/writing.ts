import { allow, type Statement } from "../iam-policy";
import type { CenterArns } from "./center-arns";
import { logGroup, qualified } from "./reading";
import { connectStatements } from "./writing/connect";
import { keyStatements } from "./writing/keys";
import { roleStatements } from "./writing/roles";

/**
 * What an apply of a center does to AWS, beside reading it.
 */
export function writingStatements(arns: CenterArns): Statement[] {
  return [
    ...connectStatements(arns),
    ...roleStatements(arns),
    allow(["lambda:InvokeFunction"], qualified(arns.reconciler)),
    allow(
      [
        "lambda:AddPermission",
        "lambda:CreateFunction",
        "lambda:DeleteFunction",
        "lambda:RemovePermission",
        "lambda:TagResource",
        "lambda:UntagResource",
        "lambda:UpdateFunctionCode",
        "lambda:UpdateFunctionConfiguration",
      ],
      arns.functions,
    ),
    allow(
      [
        "dynamodb:CreateTable",
        "dynamodb:TagResource",
        "dynamodb:UntagResource",
        "dynamodb:UpdateContinuousBackups",
        "dynamodb:UpdateTable",
        "dynamodb:UpdateTimeToLive",
      ],
      [arns.table],
    ),
    allow(
      [
        "s3:CreateBucket",
        "s3:GetBucketLocation",
        "s3:PutBucketLogging",
        "s3:PutBucketOwnershipControls",
        "s3:PutBucketPolicy",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketTagging",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
      ],
      arns.buckets,
    ),
    ...keyStatements(arns),
    allow(
      [
        "logs:AssociateKmsKey",
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:PutRetentionPolicy",
        "logs:TagResource",
        "logs:UntagResource",
      ],
      arns.logGroups.flatMap(logGroup),
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
