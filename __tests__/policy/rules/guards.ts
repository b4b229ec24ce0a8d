import type { Rule } from "../rule";

/** Another address is another thing: Terraform would destroy the one that has callers and data. */
const CENTER = [
  "aws_cloudwatch_log_group.connect_associations_observer_logs",
  "aws_cloudwatch_log_group.connect_associations_reconciler_logs",
  "aws_cloudwatch_log_group.instance_flow_logs",
  "aws_cloudwatch_log_group.vanity_numbers_function_logs",
  "aws_connect_instance.instance",
  "aws_connect_instance_storage_config.storage_call_recordings",
  "aws_connect_instance_storage_config.storage_chat_transcripts",
  "aws_connect_instance_storage_config.storage_scheduled_reports",
  "aws_connect_phone_number.phone_number",
  "aws_dynamodb_table.vanity_numbers_table",
  "aws_kms_key.encryption_key",
  "aws_s3_bucket.access_logs",
  "aws_s3_bucket.bucket",
];

/** An account's: states, their key, and whom it trusts. */
const BOOTSTRAP = [
  "aws_iam_openid_connect_provider.git_hub",
  "aws_kms_key.state_key",
  "aws_s3_bucket.states_bucket",
];

/** What is there only when the value switches it on. */
const SWITCHED = [
  "aws_cloudwatch_log_group.bulk_vanity_numbers_function_logs",
  "aws_cloudwatch_log_group.bulk_vanity_numbers_logs",
  "aws_cloudwatch_log_group.contact_records_logs",
  "aws_connect_instance_storage_config.contact_records_storage",
];

/** What must never be destroyed, and never change its address. */
export const GUARDS_RULES: readonly Rule[] = [
  {
    id: "GUARD-connect_instance",
    severity: "must",
    title: "aws_connect_instance: lifecycle.prevent_destroy",
    check: {
      kind: "attr",
      type: "aws_connect_instance",
      path: "lifecycle.prevent_destroy",
      op: "eq",
      value: true,
    },
    note: "prevent_destroy does NOT protect when the block disappears or the construct id changes: pair with ADDR-01, PLAN-01 and an IAM/SCP Deny.",
    sources: [
      "measured",
      "AWS Connect admin guide: delete-connect-instance / release-phone-number",
    ],
  },
  {
    id: "GUARD-connect_phone_number",
    severity: "must",
    title: "aws_connect_phone_number: lifecycle.prevent_destroy",
    check: {
      kind: "attr",
      type: "aws_connect_phone_number",
      path: "lifecycle.prevent_destroy",
      op: "eq",
      value: true,
    },
    note: "prevent_destroy does NOT protect when the block disappears or the construct id changes: pair with ADDR-01, PLAN-01 and an IAM/SCP Deny.",
    sources: [
      "measured",
      "AWS Connect admin guide: delete-connect-instance / release-phone-number",
    ],
  },
  {
    id: "GUARD-dynamodb_table",
    severity: "must",
    title: "aws_dynamodb_table: lifecycle.prevent_destroy",
    check: {
      kind: "attr",
      type: "aws_dynamodb_table",
      path: "lifecycle.prevent_destroy",
      op: "eq",
      value: true,
    },
    note: "prevent_destroy does NOT protect when the block disappears or the construct id changes: pair with ADDR-01, PLAN-01 and an IAM/SCP Deny.",
    sources: [
      "measured",
      "AWS Connect admin guide: delete-connect-instance / release-phone-number",
    ],
  },
  {
    id: "GUARD-s3_bucket",
    severity: "must",
    title: "aws_s3_bucket: lifecycle.prevent_destroy",
    check: {
      kind: "attr",
      type: "aws_s3_bucket",
      path: "lifecycle.prevent_destroy",
      op: "eq",
      value: true,
    },
    note: "prevent_destroy does NOT protect when the block disappears or the construct id changes: pair with ADDR-01, PLAN-01 and an IAM/SCP Deny.",
    sources: [
      "measured",
      "AWS Connect admin guide: delete-connect-instance / release-phone-number",
    ],
  },
  {
    id: "GUARD-kms_key",
    severity: "must",
    title: "aws_kms_key: lifecycle.prevent_destroy",
    check: {
      kind: "attr",
      type: "aws_kms_key",
      path: "lifecycle.prevent_destroy",
      op: "eq",
      value: true,
    },
    note: "prevent_destroy does NOT protect when the block disappears or the construct id changes: pair with ADDR-01, PLAN-01 and an IAM/SCP Deny.",
    sources: [
      "measured",
      "AWS Connect admin guide: delete-connect-instance / release-phone-number",
    ],
  },
  {
    id: "GUARD-cloudwatch_log_group",
    severity: "should",
    title: "aws_cloudwatch_log_group: lifecycle.prevent_destroy",
    check: {
      kind: "attr",
      type: "aws_cloudwatch_log_group",
      path: "lifecycle.prevent_destroy",
      op: "eq",
      value: true,
    },
    note: "prevent_destroy does NOT protect when the block disappears or the construct id changes: pair with ADDR-01, PLAN-01 and an IAM/SCP Deny.",
    sources: [
      "measured",
      "AWS Connect admin guide: delete-connect-instance / release-phone-number",
    ],
  },
  {
    id: "GUARD-connect_instance_storage_config",
    severity: "should",
    title: "aws_connect_instance_storage_config: lifecycle.prevent_destroy",
    check: {
      kind: "attr",
      type: "aws_connect_instance_storage_config",
      path: "lifecycle.prevent_destroy",
      op: "eq",
      value: true,
    },
    note: "prevent_destroy does NOT protect when the block disappears or the construct id changes: pair with ADDR-01, PLAN-01 and an IAM/SCP Deny.",
    sources: [
      "measured",
      "AWS Connect admin guide: delete-connect-instance / release-phone-number",
    ],
  },
  {
    id: "ADDR-01",
    severity: "must",
    title: "Protected addresses are frozen (construct-id rename = destroy)",
    check: {
      kind: "predicate",
      name: "frozenAddresses",
      params: {
        lists: [
          { beside: "aws_connect_instance", addresses: CENTER },
          { beside: "aws_iam_openid_connect_provider", addresses: BOOTSTRAP },
        ],
        switched: SWITCHED,
      },
    },
    sources: ["measured: rename of a prevent_destroy resource plans a destroy"],
  },
];
