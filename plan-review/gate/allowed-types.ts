/** The one provider whose resources a plan may hold. */
export const PROVIDER = "registry.terraform.io/hashicorp/aws";

/**
 * The types of resources that the constructs make. Another one is a mistake, or somebody's attempt
 * to have the apply role make it: an access key, a peering, an instance.
 */
export const RESOURCE_TYPES: readonly string[] = [
  "aws_cloudwatch_dashboard",
  "aws_cloudwatch_event_rule",
  "aws_cloudwatch_event_target",
  "aws_cloudwatch_log_group",
  "aws_cloudwatch_log_stream",
  "aws_cloudwatch_metric_alarm",
  "aws_cloudwatch_query_definition",
  "aws_connect_contact_flow",
  "aws_connect_hours_of_operation",
  "aws_connect_instance",
  "aws_connect_instance_storage_config",
  "aws_connect_lambda_function_association",
  "aws_connect_phone_number",
  "aws_connect_queue",
  "aws_connect_quick_connect",
  "aws_connect_routing_profile",
  "aws_connect_user",
  "aws_connect_user_hierarchy_group",
  "aws_connect_user_hierarchy_structure",
  "aws_dynamodb_table",
  "aws_iam_openid_connect_provider",
  "aws_iam_policy",
  "aws_iam_role",
  "aws_iam_role_policy",
  "aws_iam_role_policy_attachment",
  "aws_iam_saml_provider",
  "aws_kinesis_firehose_delivery_stream",
  "aws_kms_alias",
  "aws_kms_key",
  "aws_lambda_function",
  "aws_lambda_invocation",
  "aws_lambda_permission",
  "aws_s3_bucket",
  "aws_s3_bucket_lifecycle_configuration",
  "aws_s3_bucket_logging",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_policy",
  "aws_s3_bucket_public_access_block",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_s3_bucket_versioning",
  "aws_sfn_state_machine",
  "aws_sns_topic",
  "aws_sns_topic_policy",
  "aws_sns_topic_subscription",
  "aws_ssm_parameter",
];

/** The types of data sources that the constructs read. */
export const DATA_SOURCE_TYPES: readonly string[] = [
  "aws_caller_identity",
  "aws_connect_contact_flow",
  "aws_connect_prompt",
  "aws_connect_routing_profile",
  "aws_connect_security_profile",
  "aws_lambda_invocation",
];
