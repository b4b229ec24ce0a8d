import type { Rule } from "../rule";

/** Logs and alarms. */
export const WATCHING_RULES: readonly Rule[] = [
  {
    id: "LOG-01",
    severity: "must",
    title: "retention set (not 0 = forever)",
    check: {
      kind: "attr",
      type: "aws_cloudwatch_log_group",
      path: "retention_in_days",
      op: "gte",
      value: 1,
    },
    sources: ["CKV_AWS_66", "AwsSolutions (NIST) CloudWatchLogGroupRetentionPeriod"],
  },
  {
    id: "LOG-02",
    severity: "could",
    title: "retention >= 365",
    check: {
      kind: "attr",
      type: "aws_cloudwatch_log_group",
      path: "retention_in_days",
      op: "gte",
      value: 365,
    },
    note: "Conflicts with PII minimisation for flow logs (they carry caller numbers): pick per environment.",
    sources: ["CKV_AWS_338", "CloudWatch.16"],
  },
  {
    id: "LOG-03",
    severity: "should",
    title: "CMK on log groups",
    check: { kind: "attr", type: "aws_cloudwatch_log_group", path: "kms_key_id", op: "exists" },
    sources: ["CKV_AWS_158", "AWS-0017"],
  },
  {
    id: "ALM-01",
    severity: "should",
    title: "alarms on the Connect failure metrics",
    check: {
      kind: "predicate",
      name: "alarms",
      params: {
        metrics: [
          "ContactFlowFatalErrors",
          "ContactFlowErrors",
          "ThrottledCalls",
          "CallsBreachingConcurrencyQuota",
          "MisconfiguredPhoneNumbers",
          "CallRecordingUploadError",
        ],
      },
    },
    sources: ["Connect admin guide monitoring-cloudwatch"],
  },
  {
    id: "ALM-02",
    severity: "should",
    title: "alarms have actions, enabled",
    check: {
      kind: "all",
      of: [
        {
          kind: "attr",
          type: "aws_cloudwatch_metric_alarm",
          path: "alarm_actions",
          op: "lenGte",
          value: 1,
        },
        {
          kind: "attr",
          type: "aws_cloudwatch_metric_alarm",
          path: "actions_enabled",
          op: "ne",
          value: false,
        },
      ],
    },
    sources: ["CKV_AWS_319", "CloudWatch.17", "prowler:cloudwatch_alarm_actions_enabled"],
  },
];
