import type { Edit } from "../../../support/synthesized-edits";
import { type Attack, TABLE, KEY, set } from "./attack";

/** What becomes of all recordings, beside what the center has said. */
const oldRecordings =
  (becomes: object): Edit =>
  ({ resource }) => {
    const { rule } = resource("aws_s3_bucket_lifecycle_configuration.bucket_lifecycle");
    (rule as object[]).push({
      ...{ id: "evil", status: "Enabled", filter: [{ prefix: "" }] },
      ...becomes,
    });
  };

/** Less protection of data. */
export const PROTECTIONS: readonly Attack[] = [
  ...[
    "block_public_acls",
    "block_public_policy",
    "ignore_public_acls",
    "restrict_public_buckets",
  ].map((name): Attack => [
    `${name} off`,
    set("aws_s3_bucket_public_access_block.bucket_privacy", { [name]: false }),
    "aws_s3_bucket_public_access_block.bucket_privacy",
    "unprotect",
    /be made public/,
  ]),
  [
    "versioning off",
    set("aws_s3_bucket_versioning.bucket_versioning", {
      versioning_configuration: { status: "Suspended" },
    }),
    "aws_s3_bucket_versioning.bucket_versioning",
    "unprotect",
    /suspends/,
  ],
  [
    "a bucket under S3's own key",
    set("aws_s3_bucket_server_side_encryption_configuration.bucket_encryption", {
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
    }),
    "aws_s3_bucket_server_side_encryption_configuration.bucket_encryption",
    "unprotect",
    /in another way/,
  ],
  [
    "a bucket under another key",
    set("aws_s3_bucket_server_side_encryption_configuration.bucket_encryption", {
      rule: [
        {
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: "arn:aws:kms:us-west-2:999999999999:key/evil",
          },
        },
      ],
    }),
    "aws_s3_bucket_server_side_encryption_configuration.bucket_encryption",
    "unprotect",
    /in another way/,
  ],
  [
    "access lists that count again",
    set("aws_s3_bucket_ownership_controls.bucket_ownership", {
      rule: { object_ownership: "ObjectWriter" },
    }),
    "aws_s3_bucket_ownership_controls.bucket_ownership",
    "unprotect",
    /access lists/,
  ],
  [
    "an access log elsewhere",
    set("aws_s3_bucket_logging.bucket_logging", { target_bucket: "evil" }),
    "aws_s3_bucket_logging.bucket_logging",
    "unprotect",
    /another place/,
  ],
  [
    "an access log under another prefix",
    set("aws_s3_bucket_logging.bucket_logging", { target_prefix: "x/" }),
    "aws_s3_bucket_logging.bucket_logging",
    "change",
    /changes target_prefix/,
  ],
  [
    "recordings that are deleted",
    oldRecordings({ expiration: [{ days: 1 }] }),
    "aws_s3_bucket_lifecycle_configuration.bucket_lifecycle",
    "unprotect",
    /deleted sooner/,
  ],
  [
    "recordings that can't be read",
    oldRecordings({ transition: [{ days: 1, storage_class: "DEEP_ARCHIVE" }] }),
    "aws_s3_bucket_lifecycle_configuration.bucket_lifecycle",
    "unprotect",
    /can't be read at once/,
  ],
  [
    "a bucket that may be emptied",
    set("aws_s3_bucket.bucket", { force_destroy: true }),
    "aws_s3_bucket.bucket",
    "unprotect",
    /with everything in it/,
  ],
  [
    "recordings in another folder",
    ({ resource }) => {
      const { storage_config: config } = resource(
        "aws_connect_instance_storage_config.storage_call_recordings",
      );
      Object.assign((config as { s3_config: object }).s3_config, { bucket_prefix: "x" });
    },
    "aws_connect_instance_storage_config.storage_call_recordings",
    "unprotect",
    /another place/,
  ],
  [
    "recordings without a key",
    ({ resource }) => {
      const { storage_config: config } = resource(
        "aws_connect_instance_storage_config.storage_call_recordings",
      );
      Reflect.deleteProperty((config as { s3_config: object }).s3_config, "encryption_config");
    },
    "aws_connect_instance_storage_config.storage_call_recordings",
    "unprotect",
    /another key/,
  ],
  [
    "a table that may be deleted",
    set(TABLE, { deletion_protection_enabled: false }),
    TABLE,
    "unprotect",
    /deletion protection/,
  ],
  [
    "a table without backups",
    set(TABLE, { point_in_time_recovery: { enabled: false } }),
    TABLE,
    "unprotect",
    /recovery off/,
  ],
  [
    "a table with few backups",
    set(TABLE, { point_in_time_recovery: { enabled: true, recovery_period_in_days: 1 } }),
    TABLE,
    "unprotect",
    /shorter time/,
  ],
  [
    "items that expire",
    set(TABLE, { ttl: { enabled: true, attribute_name: "x" } }),
    TABLE,
    "unprotect",
    /expire/,
  ],
  [
    "a table in another Region",
    set(TABLE, { replica: [{ region_name: "eu-west-1" }] }),
    TABLE,
    "grant",
    /another Region/,
  ],
  [
    "a table that streams",
    set(TABLE, { stream_enabled: true, stream_view_type: "NEW_IMAGE" }),
    TABLE,
    "grant",
    /streams/,
  ],
  [
    "a table under AWS's key",
    set(TABLE, { server_side_encryption: { enabled: false } }),
    TABLE,
    "unprotect",
    /takes the key away/,
  ],
  [
    "a table under another key",
    set(TABLE, {
      server_side_encryption: {
        enabled: true,
        kms_key_arn: "arn:aws:kms:us-west-2:999999999999:key/evil",
      },
    }),
    TABLE,
    "unprotect",
    /another key/,
  ],
  [
    "a table of another class",
    set(TABLE, { table_class: "STANDARD_INFREQUENT_ACCESS" }),
    TABLE,
    "change",
    /changes table_class/,
  ],
  [
    "a table with little room",
    set(TABLE, { billing_mode: "PROVISIONED", read_capacity: 1 }),
    TABLE,
    "change",
    /changes billing_mode/,
  ],
  [
    "a key that is never changed",
    set(KEY, { enable_key_rotation: false }),
    KEY,
    "unprotect",
    /rotation off/,
  ],
  [
    "a key that is seldom changed",
    set(KEY, { rotation_period_in_days: 2560 }),
    KEY,
    "unprotect",
    /less often/,
  ],
  ["a key that is off", set(KEY, { is_enabled: false }), KEY, "disrupt", /disables the key/],
  ["a key that goes soon", set(KEY, { deletion_window_in_days: 7 }), KEY, "unprotect", /less time/],
  [
    "a key that locks everybody out",
    set(KEY, { bypass_policy_lockout_safety_check: true }),
    KEY,
    "change",
    /changes bypass/,
  ],
  [
    "a name that stands for another key",
    ({ resource, add: put }) => {
      put("aws_kms_key.evil", { description: "x", policy: resource(KEY).policy });
      resource("aws_kms_alias.encryption_key_alias").target_key_id = "${aws_kms_key.evil.key_id}";
    },
    "aws_kms_alias.encryption_key_alias",
    "unprotect",
    /another key/,
  ],
  [
    "logs for a short time",
    set("aws_cloudwatch_log_group.instance_flow_logs", { retention_in_days: 1 }),
    "aws_cloudwatch_log_group.instance_flow_logs",
    "unprotect",
    /shorter time/,
  ],
  [
    "logs without a key",
    ({ resource }) => delete resource("aws_cloudwatch_log_group.instance_flow_logs").kms_key_id,
    "aws_cloudwatch_log_group.instance_flow_logs",
    "unprotect",
    /takes the key away/,
  ],
  [
    "a topic without a key",
    ({ resource }) => delete resource("aws_sns_topic.notifications").kms_master_key_id,
    "aws_sns_topic.notifications",
    "unprotect",
    /takes the key away/,
  ],
  [
    "contact records for others",
    ({ resource }) => {
      const { extended_s3_configuration: config } = resource(
        "aws_kinesis_firehose_delivery_stream.contact_records",
      );
      Object.assign(config as object, { bucket_arn: "arn:aws:s3:::evil" });
    },
    "aws_kinesis_firehose_delivery_stream.contact_records",
    "grant",
    /outside of this stack/,
  ],
  [
    "contact records without a key",
    set("aws_kinesis_firehose_delivery_stream.contact_records", {
      server_side_encryption: { enabled: false },
    }),
    "aws_kinesis_firehose_delivery_stream.contact_records",
    "unprotect",
    /takes the key away/,
  ],
];
