import type { Assertion } from "../assertion";
import type { Rule } from "../rule";

const STORED_IN_S3: readonly Assertion[] = [
  {
    path: "resource_type",
    op: "in",
    value: ["CALL_RECORDINGS", "CHAT_TRANSCRIPTS", "SCHEDULED_REPORTS", "CONTACT_EVALUATIONS"],
  },
];

/** The instance and what it stores. */
export const INSTANCE_RULES: readonly Rule[] = [
  {
    id: "CONN-01",
    severity: "must",
    title: "Flow logs enabled on the instance",
    check: {
      kind: "attr",
      type: "aws_connect_instance",
      path: "contact_flow_logs_enabled",
      op: "eq",
      value: true,
    },
    sources: ["SecurityHub Connect.2", "Config CONNECT_INSTANCE_LOGGING_ENABLED"],
  },
  {
    id: "CONN-02",
    severity: "must",
    title: "instance_alias is a literal (change forces replacement)",
    check: {
      kind: "attr",
      type: "aws_connect_instance",
      path: "instance_alias",
      op: "matches",
      value: "^(?!d-)[0-9a-zA-Z]+[0-9a-zA-Z-]+$",
    },
    sources: ["provider instance.go", "measured"],
  },
  {
    id: "CONN-03",
    severity: "must",
    title: "inbound/outbound explicitly boolean",
    check: {
      kind: "all",
      of: [
        { kind: "attr", type: "aws_connect_instance", path: "inbound_calls_enabled", op: "isBool" },
        {
          kind: "attr",
          type: "aws_connect_instance",
          path: "outbound_calls_enabled",
          op: "isBool",
        },
      ],
    },
    sources: ["provider schema"],
  },
  {
    id: "CONN-04",
    severity: "must",
    title:
      "Managed log group /aws/connect/<alias> exists and the instance depends on it (else Connect creates it first, never-expiring, and Create fails)",
    check: { kind: "predicate", name: "connectLogGroup" },
    sources: ["Connect admin guide contact-flow-logs", "CKV_AWS_66"],
  },
  {
    id: "CONN-STOR-CALL_RECORDINGS",
    severity: "must",
    title: "exactly one storage config for CALL_RECORDINGS",
    check: {
      kind: "count",
      type: "aws_connect_instance_storage_config",
      where: [{ path: "resource_type", op: "eq", value: "CALL_RECORDINGS" }],
      min: 1,
      max: 1,
      beside: "aws_connect_instance",
    },
    differs: "Counted beside an instance; the bootstrap has none.",
    sources: ["specification"],
  },
  {
    id: "CONN-STOR-CHAT_TRANSCRIPTS",
    severity: "must",
    title: "exactly one storage config for CHAT_TRANSCRIPTS",
    check: {
      kind: "count",
      type: "aws_connect_instance_storage_config",
      where: [{ path: "resource_type", op: "eq", value: "CHAT_TRANSCRIPTS" }],
      min: 1,
      max: 1,
      beside: "aws_connect_instance",
    },
    differs: "Counted beside an instance; the bootstrap has none.",
    sources: ["specification"],
  },
  {
    id: "CONN-STOR-SCHEDULED_REPORTS",
    severity: "must",
    title: "exactly one storage config for SCHEDULED_REPORTS",
    check: {
      kind: "count",
      type: "aws_connect_instance_storage_config",
      where: [{ path: "resource_type", op: "eq", value: "SCHEDULED_REPORTS" }],
      min: 1,
      max: 1,
      beside: "aws_connect_instance",
    },
    differs: "Counted beside an instance; the bootstrap has none.",
    sources: ["specification"],
  },
  {
    id: "CONN-STOR-CONTACT_EVALUATIONS",
    severity: "must",
    title: "exactly one storage config for CONTACT_EVALUATIONS",
    check: {
      kind: "count",
      type: "aws_connect_instance_storage_config",
      where: [{ path: "resource_type", op: "eq", value: "CONTACT_EVALUATIONS" }],
      min: 1,
      max: 1,
      beside: "aws_connect_instance",
    },
    differs: "Counted beside an instance; the bootstrap has none.",
    sources: ["Connect admin guide evaluationforms-example-output-file"],
  },
  {
    id: "CONN-STOR-04",
    severity: "must",
    title: "storage type S3",
    check: {
      kind: "attr",
      type: "aws_connect_instance_storage_config",
      where: STORED_IN_S3,
      path: "storage_config.storage_type",
      op: "eq",
      value: "S3",
    },
    differs: "Contact records go to a stream; the reference knows nothing but S3.",
    sources: ["specification"],
  },
  {
    id: "CONN-STOR-05",
    severity: "must",
    title: "S3 storage encrypted with KMS key",
    check: {
      kind: "all",
      of: [
        {
          kind: "attr",
          type: "aws_connect_instance_storage_config",
          where: STORED_IN_S3,
          path: "storage_config.s3_config.encryption_config.encryption_type",
          op: "eq",
          value: "KMS",
        },
        {
          kind: "attr",
          type: "aws_connect_instance_storage_config",
          where: STORED_IN_S3,
          path: "storage_config.s3_config.encryption_config.key_id",
          op: "exists",
        },
      ],
    },
    differs: "Contact records go to a stream; the reference knows nothing but S3.",
    sources: [
      "CKV_AWS_270",
      "CloudSploit instanceCallRecordingEncrypted / instanceTranscriptsEncrypted / instanceReportsEncrypted",
    ],
  },
  {
    id: "CONN-STOR-06",
    severity: "must",
    title: "bucket is a managed bucket",
    check: {
      kind: "attr",
      type: "aws_connect_instance_storage_config",
      where: STORED_IN_S3,
      path: "storage_config.s3_config.bucket_name",
      op: "matches",
      value: "^\\$\\{aws_s3_bucket\\.",
    },
    differs: "Contact records go to a stream; the reference knows nothing but S3.",
    sources: ["policy"],
  },
  {
    id: "CONN-STOR-07",
    severity: "should",
    title: "distinct non-empty prefixes",
    check: {
      kind: "predicate",
      name: "uniqueAttr",
      params: {
        type: "aws_connect_instance_storage_config",
        where: STORED_IN_S3,
        path: "storage_config.s3_config.bucket_prefix",
      },
    },
    differs: "Contact records go to a stream; the reference knows nothing but S3.",
    sources: ["policy"],
  },
];
