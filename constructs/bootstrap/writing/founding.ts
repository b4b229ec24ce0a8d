import { allow, ofAccount, type Statement } from "../../iam/iam-policy";
import type { CenterArns } from "../center-arns";
import { optional } from "../reading";
import { onlyTags } from "./tags";

/**
 * Permissions that only the first apply needs: it creates what then stays for good, and sets what protects it
 * (policies of buckets, topic and functions; public access, encryption, versioning, backup and retention).
 * Once the environment has the instance's id, only people have these permissions.
 */
export function foundingStatements(arns: CenterArns): Statement[] {
  const { account, region, instances, phoneNumbers, keys, keyAlias, topic } = arns;
  return [
    // CreateInstance creates a directory with its caller's permissions. These actions support no narrower
    // resource.
    allow(
      [
        "connect:CreateInstance",
        "ds:CheckAlias",
        "ds:CreateIdentityPoolDirectory",
        "kms:CreateKey",
      ],
      ["*"],
    ),
    allow(
      ["ds:AuthorizeApplication", "ds:CreateAlias"],
      [`arn:aws:ds:${region}:${account}:directory/*`],
    ),
    // Amazon Connect's service-linked role: only Amazon Connect can assume it.
    allow(
      ["iam:AttachRolePolicy", "iam:CreateServiceLinkedRole", "iam:PutRolePolicy"],
      [
        `arn:aws:iam::${account}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect*`,
      ],
    ),
    allow(
      [
        "connect:AssociateLambdaFunction",
        "connect:ClaimPhoneNumber",
        "connect:SearchAvailablePhoneNumbers",
      ],
      [instances, phoneNumbers],
    ),
    // Without the condition on the alias, which takes effect only minutes after the key was created.
    allow(["kms:TagResource"], [keys], onlyTags(arns)),
    allow(["kms:CreateAlias", "kms:EnableKeyRotation"], [keys, keyAlias]),
    allow(["kms:CreateGrant"], [keys], { Bool: { "kms:GrantIsForAWSResource": "true" } }),
    ...optional(["iam:CreateSAMLProvider"], arns.samlProviders),
    allow(["lambda:AddPermission"], arns.called, {
      StringEquals: { "lambda:Principal": "connect.amazonaws.com" },
    }),
    allow(["dynamodb:CreateTable", "dynamodb:UpdateContinuousBackups"], [arns.table]),
    allow(["s3:CreateBucket"], arns.buckets),
    allow(
      [
        "s3:PutBucketLogging",
        "s3:PutBucketOwnershipControls",
        "s3:PutBucketPolicy",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
      ],
      arns.buckets,
      ofAccount(account),
    ),
    allow(["sns:CreateTopic", "sns:SetTopicAttributes"], [topic]),
    allow(["events:PutRule"], arns.rules),
    allow(["events:PutTargets"], arns.rules, {
      "ForAllValues:ArnEquals": { "events:TargetArn": topic },
    }),
  ];
}
