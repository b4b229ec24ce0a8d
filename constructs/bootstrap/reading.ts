import { allow, type Statement } from "../iam/iam-policy";
import type { CenterArns } from "./center-arns";

/**
 * Permission to read what AWS provider 5.100.0 reads when it refreshes a center: descriptions of resources,
 * never their content (no recording, no row of the table, no message of a log). It also allows a call of the
 * function that compares what the provider has no resource for.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html
 */
export function readingStatements(arns: CenterArns): Statement[] {
  return [
    allow(
      [
        "connect:DescribeContactFlow",
        "connect:DescribeContactFlowModule",
        "connect:DescribeHoursOfOperation",
        "connect:DescribeInstance",
        "connect:DescribeInstanceAttribute",
        "connect:DescribeInstanceStorageConfig",
        "connect:DescribePhoneNumber",
        "connect:DescribeQueue",
        "connect:DescribeQuickConnect",
        "connect:DescribeRoutingProfile",
        "connect:DescribeSecurityProfile",
        "connect:DescribeUser",
        "connect:DescribeUserHierarchyGroup",
        "connect:DescribeUserHierarchyStructure",
        "connect:ListContactFlows",
        "connect:ListHoursOfOperations",
        "connect:ListLambdaFunctions",
        "connect:ListPrompts",
        "connect:ListQueueQuickConnects",
        "connect:ListQueues",
        "connect:ListRoutingProfileQueues",
        "connect:ListRoutingProfiles",
        "connect:ListSecurityProfilePermissions",
        "connect:ListSecurityProfiles",
      ],
      [arns.instances, arns.phoneNumbers],
    ),
    allow(["lambda:InvokeFunction"], qualified(arns.observer)),
    allow(
      [
        "lambda:GetFunction",
        "lambda:GetFunctionCodeSigningConfig",
        "lambda:GetFunctionConfiguration",
        "lambda:GetPolicy",
        "lambda:ListVersionsByFunction",
      ],
      arns.functions,
    ),
    allow(
      [
        "dynamodb:DescribeContinuousBackups",
        "dynamodb:DescribeTable",
        "dynamodb:DescribeTimeToLive",
        "dynamodb:ListTagsOfResource",
      ],
      [arns.table],
    ),
    allow(
      [
        "s3:GetAccelerateConfiguration",
        "s3:GetBucketAcl",
        "s3:GetBucketCORS",
        "s3:GetBucketLogging",
        "s3:GetBucketObjectLockConfiguration",
        "s3:GetBucketOwnershipControls",
        "s3:GetBucketPolicy",
        "s3:GetBucketPublicAccessBlock",
        "s3:GetBucketRequestPayment",
        "s3:GetBucketTagging",
        "s3:GetBucketVersioning",
        "s3:GetBucketWebsite",
        "s3:GetEncryptionConfiguration",
        "s3:GetLifecycleConfiguration",
        "s3:GetReplicationConfiguration",
        "s3:ListBucket",
      ],
      arns.buckets,
    ),
    allow(
      ["iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"],
      arns.roles,
    ),
    ...optional(["iam:GetSAMLProvider"], arns.samlProviders),
    ...optional(
      [
        "states:DescribeStateMachine",
        "states:ListStateMachineVersions",
        "states:ListTagsForResource",
      ],
      arns.stateMachines,
    ),
    allow(
      ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
      [arns.keys],
    ),
    allow(["logs:DescribeLogStreams"], arns.logGroups.map(within)),
    allow(["logs:ListTagsForResource"], arns.logGroups),
    allow(["ssm:GetParameter", "ssm:ListTagsForResource"], [arns.parameters]),
    allow(["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"], [arns.alarms]),
    allow(["cloudwatch:GetDashboard"], [arns.dashboard]),
    ...optional(["budgets:ListTagsForResource", "budgets:ViewBudget"], arns.budgets),
    allow(
      // IAM checks a subscription's action against its topic.
      ["sns:GetSubscriptionAttributes", "sns:GetTopicAttributes", "sns:ListTagsForResource"],
      [arns.topic],
    ),
    allow(
      ["events:DescribeRule", "events:ListTagsForResource", "events:ListTargetsByRule"],
      arns.rules,
    ),
    ...optional(
      ["firehose:DescribeDeliveryStream", "firehose:ListTagsForDeliveryStream"],
      arns.deliveryStreams,
    ),
    // The action validates a text, and supports no resource.
    ...(arns.stateMachines.length === 0
      ? []
      : [allow(["states:ValidateStateMachineDefinition"], ["*"])]),
    // DescribeInstance looks up the directory with its caller's permissions; the others support no narrower
    // resource.
    allow(
      [
        "ds:DescribeDirectories",
        "kms:ListAliases",
        "logs:DescribeLogGroups",
        "logs:DescribeQueryDefinitions",
        "ssm:DescribeParameters",
      ],
      ["*"],
    ),
  ];
}

/** A statement, or none if there are no such resources: IAM refuses a statement without resources. */
export function optional(
  actions: readonly string[],
  resources: readonly string[],
  condition?: Statement["Condition"],
): Statement[] {
  return resources.length === 0 ? [] : [allow(actions, resources, condition)];
}

/** A function's ARN without a version, and with the version that the provider calls. */
export function qualified(functionArn: string): string[] {
  return [functionArn, `${functionArn}:$LATEST`];
}

/**
 * The ARN with `:*`, against which IAM checks all actions on a log group except those on its tags.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html
 */
export function within(logGroup: string): string {
  return `${logGroup}:*`;
}
