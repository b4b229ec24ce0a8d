import { allow, ofAccount, type Statement } from "../../iam-policy";
import type { CenterArns } from "../center-arns";
import { optional } from "../reading";
import { onlyTags } from "./tags";

/**
 * What only the first apply does: it makes what is then there for good, and sets what protects it.
 * Once the instance is named, nobody has this but people: policies of buckets, topic and functions,
 * what is public, encrypted, versioned, backed up and how long it is kept.
 */
export function foundingStatements(arns: CenterArns): Statement[] {
  const { account, region, instances, phoneNumbers, keys, keyAlias, topic } = arns;
  return [
    // CreateInstance makes a directory for its caller. They have no narrower resource.
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
    // The role that Amazon Connect itself has in the account: only Amazon Connect can assume it.
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
    // As soon as the key is there: its alias would decide only minutes later.
    allow(["kms:TagResource"], [keys], onlyTags(arns)),
    allow(["kms:CreateAlias", "kms:EnableKeyRotation"], [keys, keyAlias]),
    allow(["kms:CreateGrant"], [keys], { Bool: { "kms:GrantIsForAWSResource": "true" } }),
    ...optional(["iam:CreateSAMLProvider"], arns.samlProviders),
    allow(["lambda:AddPermission"], [arns.called], {
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
