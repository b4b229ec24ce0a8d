import { allow, type Statement } from "../iam-policy";
import type { CenterArns } from "./center-arns";

/**
 * What AWS provider 5.100.0 asks for when it refreshes a center: descriptions of things, never what
 * is in them (no recording, no row of the table, no message of a log), plus the call of the
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
      // A subscription's action is checked against its topic.
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
    // It judges a text, and has no resource.
    ...(arns.stateMachines.length === 0
      ? []
      : [allow(["states:ValidateStateMachineDefinition"], ["*"])]),
    // DescribeInstance looks the directory up for its caller; the others have no narrower resource.
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

/** A statement where there are such resources, else none: IAM refuses one without. */
export function optional(
  actions: readonly string[],
  resources: readonly string[],
  condition?: Statement["Condition"],
): Statement[] {
  return resources.length === 0 ? [] : [allow(actions, resources, condition)];
}

/** A function as it is called without a version, and as the provider calls it. */
export function qualified(functionArn: string): string[] {
  return [functionArn, `${functionArn}:$LATEST`];
}

/**
 * A log group with all that is in it, as actions on it are checked but those on its tags.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html
 */
export function within(logGroup: string): string {
  return `${logGroup}:*`;
}
