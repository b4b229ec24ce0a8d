import { set } from "../change";
import type { Attempt } from "./attempt";

const QUEUE = "resource.aws_connect_queue.customer_service";
const TOPIC = "resource.aws_sns_topic.notifications";
const FUNCTION = "resource.aws_lambda_function.vanity_numbers_function";
const USER = "resource.aws_connect_user.mary_jane";
const OBSERVED = "data.aws_lambda_invocation.agent_statuses_observed";
const RUN = { "local-exec": { command: "env" } };

/** What no construct makes, and arguments that none writes. */
export const BLOCKS: readonly Attempt[] = [
  ...[
    "aws_iam_access_key",
    "aws_iam_policy",
    "aws_iam_openid_connect_provider",
    "local_file",
    "null_resource",
    "terraform_data",
    "aws_sns_topic ",
    "constructor",
  ].map((type): Attempt => [
    `a resource of type ${type}`,
    set(`resource.${type}`, { it: {} }),
    `resource.${type.endsWith(" ") ? '"aws_sns_topic "' : type} isn't among the`,
  ]),
  ...[
    "aws_s3_object",
    "aws_secretsmanager_secret_version",
    "external",
    "http",
    "local_file",
    "terraform_remote_state",
    "aws_iam_policy_document",
  ].map((type): Attempt => [
    `a data source of type ${type}`,
    set(`data.${type}`, { it: {} }),
    `data.${type} isn't among what cdktf writes there: aws_caller_identity,`,
  ]),
  ...[
    "provisioner",
    "connection",
    "dynamic",
    "count",
    "for_each",
    "provider",
    "timeouts",
    "tags",
    "override",
    "//x",
  ].map((argument): Attempt => [
    `a resource with ${argument}`,
    set(`${TOPIC}.${argument}`, RUN),
    `${TOPIC}.${argument === "//x" ? '"//x"' : argument} isn't among what cdktf writes there: kms_master_key_id, name`,
  ]),
  ...["depends_on", "for_each", "lifecycle", "provider", "filter", "query"].map(
    (argument): Attempt => [
      `a data source with ${argument}`,
      set(`${OBSERVED}.${argument}`, ["aws_sns_topic.notifications"]),
      `${OBSERVED}.${argument} isn't among what cdktf writes there: function_name, input`,
    ],
  ),
  [
    "a provisioner in a block",
    set(`${QUEUE}.outbound_caller_config.provisioner`, RUN),
    `${QUEUE}.outbound_caller_config.provisioner isn't among`,
  ],
  [
    "a provisioner in a life cycle",
    set(`${QUEUE}.lifecycle.provisioner`, RUN),
    `${QUEUE}.lifecycle.provisioner isn't among`,
  ],
  [
    "a dynamic block in a block of a list",
    set("resource.aws_s3_bucket_lifecycle_configuration.bucket_lifecycle.rule.0.dynamic", {}),
    "resource.aws_s3_bucket_lifecycle_configuration.bucket_lifecycle.rule[0].dynamic isn't among",
  ],
  ...["precondition", "postcondition", "replace_triggered_by", "action_trigger"].map(
    (argument): Attempt => [
      `a life cycle with ${argument}`,
      set(`${QUEUE}.lifecycle.${argument}`, []),
      `${QUEUE}.lifecycle.${argument} isn't among what cdktf writes there: create_before_destroy, ignore_changes`,
    ],
  ),
  [
    "a guard that is lifted",
    set("resource.aws_kms_key.encryption_key.lifecycle.prevent_destroy", false),
    "resource.aws_kms_key.encryption_key.lifecycle.prevent_destroy must be true, got false",
  ],
  [
    "changes that are ignored",
    set("resource.aws_kms_key.encryption_key.lifecycle.ignore_changes", ["policy"]),
    "resource.aws_kms_key.encryption_key.lifecycle.ignore_changes isn't among what cdktf writes there: prevent_destroy",
  ],
  [
    "all changes ignored",
    set(`${QUEUE}.lifecycle.ignore_changes`, "all"),
    `${QUEUE}.lifecycle.ignore_changes must be ["quick_connect_ids"], got "all"`,
  ],
  [
    "more changes ignored",
    set(`${USER}.lifecycle.ignore_changes`, ["password", "security_profile_ids"]),
    `${USER}.lifecycle.ignore_changes must be ["password"], got`,
  ],
  ...[
    "module.m",
    "data.aws_connect_prompt.x",
    "aws_sns_topic.notifications[0]",
    "aws_sns_topic.*",
    "${aws_sns_topic.notifications}",
    "aws_sns_topic",
  ].map((address): Attempt => [
    `waiting for ${address}`,
    set(`${FUNCTION}.depends_on`, [address]),
    `${FUNCTION}.depends_on[0] must be the address of a resource, such as aws_connect_queue.sales, got ${JSON.stringify(address)}`,
  ]),
  [
    "a resource with a name that is an expression",
    set('resource.aws_sns_topic.${file("x")}', {}),
    'resource.aws_sns_topic."${file(\\"x\\")}" must be named by small letters, digits and _',
  ],
  [
    "a resource named as a comment",
    set("resource.aws_sns_topic.//", {}),
    'resource.aws_sns_topic."//" must be named by',
  ],
  [
    "a role that nothing bounds",
    set("resource.aws_iam_role.vanity_numbers_function_role.permissions_boundary", undefined),
    "resource.aws_iam_role.vanity_numbers_function_role.permissions_boundary is missing",
  ],
  [
    "a role in other bounds",
    set(
      "resource.aws_iam_role.vanity_numbers_function_role.permissions_boundary",
      "arn:aws:iam::aws:policy/AdministratorAccess",
    ),
    "resource.aws_iam_role.vanity_numbers_function_role.permissions_boundary must be the boundary that the bootstrap makes",
  ],
  [
    "a role with another policy of AWS",
    set(
      "resource.aws_iam_role_policy_attachment.vanity_numbers_function_basic_execution.policy_arn",
      "arn:aws:iam::aws:policy/AdministratorAccess",
    ),
    'resource.aws_iam_role_policy_attachment.vanity_numbers_function_basic_execution.policy_arn must be "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"',
  ],
  [
    "alarms to a server",
    set("resource.aws_sns_topic_subscription.it", {
      endpoint: "https://evil.example",
      protocol: "https",
      topic_arn: "${aws_sns_topic.notifications.arn}",
    }),
    'resource.aws_sns_topic_subscription.it.protocol must be "email", got "https"',
  ],
  [
    "a bucket for everybody",
    set("resource.aws_s3_bucket_public_access_block.bucket_privacy.block_public_policy", false),
    "resource.aws_s3_bucket_public_access_block.bucket_privacy.block_public_policy must be true, got false",
  ],
  [
    "a variable of a function's that runs code in it",
    set(`${FUNCTION}.environment.variables.NODE_OPTIONS`, "--require /tmp/x"),
    `${FUNCTION}.environment.variables.NODE_OPTIONS isn't among`,
  ],
];
