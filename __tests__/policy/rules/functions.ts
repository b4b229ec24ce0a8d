import type { Rule } from "../rule";

/** Functions that run in AWS. */
export const FUNCTIONS_RULES: readonly Rule[] = [
  {
    id: "LAM-01",
    severity: "must",
    title: "supported runtime that provider 5.100.0 accepts (nodejs24.x is rejected at plan time)",
    check: {
      kind: "attr",
      type: "aws_lambda_function",
      path: "runtime",
      op: "in",
      value: ["nodejs22.x"],
    },
    sources: ["CKV_AWS_363", "AwsSolutions-L1", "Lambda.2", "measured"],
  },
  {
    id: "LAM-02",
    severity: "should",
    title: "arm64",
    check: {
      kind: "attr",
      type: "aws_lambda_function",
      path: "architectures",
      op: "containsAll",
      value: ["arm64"],
    },
    sources: ["AWS"],
  },
  {
    id: "LAM-03",
    severity: "must",
    title: "timeout 3..7 s (below Connect 8 s)",
    check: {
      kind: "all",
      of: [
        { kind: "attr", type: "aws_lambda_function", path: "timeout", op: "gte", value: 3 },
        { kind: "attr", type: "aws_lambda_function", path: "timeout", op: "lte", value: 7 },
      ],
    },
    sources: ["Connect admin guide: 8 s", "cdk-nag Serverless LambdaDefaultTimeout"],
  },
  {
    id: "LAM-04",
    severity: "should",
    title: "memory >= 256 MB, explicit",
    check: {
      kind: "attr",
      type: "aws_lambda_function",
      path: "memory_size",
      op: "gte",
      value: 256,
    },
    sources: ["cdk-nag Serverless LambdaDefaultMemorySize"],
  },
  {
    id: "LAM-05",
    severity: "should",
    title: "X-Ray Active only if the role can write traces; otherwise PassThrough",
    check: { kind: "predicate", name: "tracing" },
    sources: ["CKV_AWS_50", "AWS-0066", "Lambda.7"],
  },
  {
    id: "LAM-06",
    severity: "must",
    title: "no secret-like env variables",
    check: {
      kind: "predicate",
      name: "lambdaEnv",
      params: { deny: "(SECRET|PASSWORD|TOKEN|PRIVATE_KEY|ACCESS_KEY)" },
    },
    sources: ["CKV_AWS_45", "prowler:awslambda_function_no_secrets_in_variables"],
  },
  {
    id: "LAM-07",
    severity: "should",
    title: "JSON logging to an explicit log group",
    check: {
      kind: "all",
      of: [
        {
          kind: "attr",
          type: "aws_lambda_function",
          path: "logging_config.log_format",
          op: "eq",
          value: "JSON",
        },
        {
          kind: "attr",
          type: "aws_lambda_function",
          path: "logging_config.log_group",
          op: "matches",
          value: "^\\$\\{aws_cloudwatch_log_group\\.",
        },
      ],
    },
    sources: ["cdk-nag Serverless LambdaLogging"],
  },
  {
    id: "LAM-08",
    severity: "must",
    title: "function waits for its log group and policies",
    check: { kind: "predicate", name: "lambdaDeps" },
    sources: ["race: Lambda auto-creates a never-expiring group"],
  },
  {
    id: "LAM-09",
    severity: "must",
    title:
      "invoke permission: connect.amazonaws.com + source_arn of the managed instance + source_account",
    check: {
      kind: "all",
      of: [
        {
          kind: "attr",
          type: "aws_lambda_permission",
          path: "principal",
          op: "eq",
          value: "connect.amazonaws.com",
        },
        {
          kind: "attr",
          type: "aws_lambda_permission",
          path: "source_arn",
          op: "matches",
          value: "^\\$\\{aws_connect_instance\\.[^}]+\\.arn\\}$",
        },
        { kind: "attr", type: "aws_lambda_permission", path: "source_account", op: "exists" },
        {
          kind: "attr",
          type: "aws_lambda_permission",
          path: "action",
          op: "eq",
          value: "lambda:InvokeFunction",
        },
      ],
    },
    sources: [
      "CKV_AWS_364",
      "AWS-0067",
      "CKV_AWS_301",
      "Lambda.1",
      "Connect admin guide connect-lambda-functions",
    ],
  },
  {
    id: "LAM-10",
    severity: "must",
    title: "source_code_hash set",
    check: { kind: "attr", type: "aws_lambda_function", path: "source_code_hash", op: "exists" },
    sources: ["deploys stale code otherwise"],
  },
  {
    id: "LAM-11",
    severity: "must",
    title: "function name fixed",
    check: {
      kind: "attr",
      type: "aws_lambda_function",
      path: "function_name",
      op: "in",
      value: [
        "recordVanityNumber{suffix}",
        "recordVanityNumberBatch{suffix}",
        "observeConnectAssociations{suffix}",
        "reconcileConnectAssociations{suffix}",
      ],
    },
    differs:
      "One of the center's functions, each with its suffix, where the reference knows one function.",
    sources: ["specification"],
  },
  {
    id: "LAM-12",
    severity: "could",
    title: "reserved concurrency is an explicit decision",
    check: {
      kind: "attr",
      type: "aws_lambda_function",
      path: "reserved_concurrent_executions",
      op: "exists",
    },
    note: "Fails apply in new accounts (concurrency quota 10): leave unset by default.",
    sources: ["CKV_AWS_115", "cdk-nag LambdaConcurrency"],
  },
];
