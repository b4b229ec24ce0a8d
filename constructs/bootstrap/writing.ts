import { allow, type Statement } from "../iam-policy";
import type { CenterArns } from "./center-arns";
import { logGroup, qualified } from "./reading";

/** The one managed policy that roles of the center have. */
const BASIC_EXECUTION = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

/**
 * What an apply of a center does to AWS, beside reading it.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html
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
    // A key's tags and alias decide only minutes after it was made, so they can't be asked for.
    allow(
      [
        "kms:CreateAlias",
        "kms:CreateGrant",
        "kms:DeleteAlias",
        "kms:EnableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateAlias",
        "kms:UpdateKeyDescription",
      ],
      [arns.keys, arns.keyAlias],
    ),
    allow(
      [
        "logs:AssociateKmsKey",
        "logs:CreateLogGroup",
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
    allow(["kms:CreateKey"], ["*"]),
  ];
}

function connectStatements({ account, instances, phoneNumbers }: CenterArns): Statement[] {
  return [
    allow(
      [
        "connect:AssociateInstanceStorageConfig",
        "connect:AssociateLambdaFunction",
        "connect:AssociateRoutingProfileQueues",
        "connect:ClaimPhoneNumber",
        "connect:CreateContactFlow",
        "connect:CreateHoursOfOperation",
        "connect:CreateQueue",
        "connect:CreateQuickConnect",
        "connect:CreateRoutingProfile",
        "connect:CreateUser",
        "connect:CreateUserHierarchyGroup",
        "connect:DeleteContactFlow",
        "connect:DeleteHoursOfOperation",
        "connect:DeleteQueue",
        "connect:DeleteQuickConnect",
        "connect:DeleteRoutingProfile",
        "connect:DeleteUser",
        "connect:DeleteUserHierarchyGroup",
        "connect:DisassociateLambdaFunction",
        "connect:DisassociateRoutingProfileQueues",
        "connect:SearchAvailablePhoneNumbers",
        "connect:TagResource",
        "connect:UntagResource",
        "connect:UpdateContactFlowContent",
        "connect:UpdateContactFlowMetadata",
        "connect:UpdateHoursOfOperation",
        "connect:UpdateInstanceAttribute",
        "connect:UpdateInstanceStorageConfig",
        "connect:UpdatePhoneNumber",
        "connect:UpdateQueueHoursOfOperation",
        "connect:UpdateQueueMaxContacts",
        "connect:UpdateQueueName",
        "connect:UpdateQueueOutboundCallerConfig",
        "connect:UpdateQueueStatus",
        "connect:UpdateQuickConnectConfig",
        "connect:UpdateQuickConnectName",
        "connect:UpdateRoutingProfileConcurrency",
        "connect:UpdateRoutingProfileDefaultOutboundQueue",
        "connect:UpdateRoutingProfileName",
        "connect:UpdateRoutingProfileQueues",
        "connect:UpdateUserHierarchy",
        "connect:UpdateUserHierarchyGroupName",
        "connect:UpdateUserHierarchyStructure",
        "connect:UpdateUserIdentityInfo",
        "connect:UpdateUserPhoneConfig",
        "connect:UpdateUserRoutingProfile",
        "connect:UpdateUserSecurityProfiles",
      ],
      [instances, phoneNumbers],
    ),
    // CreateInstance has no narrower resource; it makes a directory for its caller.
    allow(
      [
        "connect:CreateInstance",
        "ds:AuthorizeApplication",
        "ds:CheckAlias",
        "ds:CreateAlias",
        "ds:CreateIdentityPoolDirectory",
      ],
      ["*"],
    ),
    // The role that Amazon Connect itself has in the account: only Amazon Connect can assume it.
    allow(
      ["iam:AttachRolePolicy", "iam:CreateServiceLinkedRole", "iam:PutRolePolicy"],
      [
        `arn:aws:iam::${account}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect*`,
      ],
    ),
  ];
}

/** Roles of the center only, and only within the boundary, so that none can do more than it. */
function roleStatements({ roles, boundary, samlProvider }: CenterArns): Statement[] {
  const bounded = { "iam:PermissionsBoundary": boundary };
  return [
    allow(
      [
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
      ],
      roles,
      { StringEquals: bounded },
    ),
    allow(["iam:AttachRolePolicy", "iam:DetachRolePolicy"], roles, {
      StringEquals: { ...bounded, "iam:PolicyARN": BASIC_EXECUTION },
    }),
    allow(
      [
        "iam:DeleteRole",
        "iam:ListInstanceProfilesForRole",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
      ],
      roles,
    ),
    allow(["iam:PassRole"], roles, {
      StringEquals: { "iam:PassedToService": ["lambda.amazonaws.com"] },
    }),
    allow(
      [
        "iam:CreateSAMLProvider",
        "iam:TagSAMLProvider",
        "iam:UntagSAMLProvider",
        "iam:UpdateSAMLProvider",
      ],
      [samlProvider],
    ),
  ];
}
