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
  "aws_connect_instance_storage_config.storage_contact_evaluations",
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

/** A type whose every resource refuses to be destroyed. */
function guarded(type: string, severity: Rule["severity"]): Rule {
  return {
    id: `GUARD-${type}`,
    severity,
    title: `aws_${type}: lifecycle.prevent_destroy`,
    check: {
      kind: "attr",
      type: `aws_${type}`,
      path: "lifecycle.prevent_destroy",
      op: "eq",
      value: true,
    },
    note: "prevent_destroy does NOT protect when the block disappears or the construct id changes: pair with ADDR-01, PLAN-01 and an IAM/SCP Deny.",
    sources: [
      "measured",
      "AWS Connect admin guide: delete-connect-instance / release-phone-number",
    ],
  };
}

/** What must never be destroyed, and never change its address. */
export const GUARDS_RULES: readonly Rule[] = [
  guarded("connect_instance", "must"),
  guarded("connect_phone_number", "must"),
  guarded("dynamodb_table", "must"),
  guarded("s3_bucket", "must"),
  guarded("kms_key", "must"),
  guarded("cloudwatch_log_group", "should"),
  guarded("connect_instance_storage_config", "should"),
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
    differs:
      "The addresses are filled in, and whatever refuses to be destroyed must be among them.",
    sources: ["measured: rename of a prevent_destroy resource plans a destroy"],
  },
];
