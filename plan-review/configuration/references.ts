import { shown } from "./shape.ts";

/**
 * The attributes that the constructs refer to, by type. None of them is sensitive, since a plan doesn't show
 * what is computed from a sensitive attribute, such as a policy from a parameter's value.
 */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_event_rule: ["name"],
  aws_cloudwatch_log_group: ["arn", "name"],
  aws_cloudwatch_log_stream: ["arn", "name"],
  aws_cloudwatch_metric_alarm: ["arn"],
  aws_connect_contact_flow: ["arn", "contact_flow_id"],
  aws_connect_contact_flow_module: ["arn"],
  aws_connect_hours_of_operation: ["arn", "hours_of_operation_id"],
  aws_connect_instance: ["arn", "id"],
  aws_connect_lambda_function_association: ["function_arn"],
  aws_connect_phone_number: ["arn", "id", "phone_number"],
  aws_connect_queue: ["arn", "queue_id"],
  aws_connect_quick_connect: ["quick_connect_id"],
  aws_connect_routing_profile: ["routing_profile_id"],
  aws_connect_security_profile: ["security_profile_id"],
  aws_connect_user: ["user_id"],
  aws_connect_user_hierarchy_group: ["hierarchy_group_id"],
  aws_dynamodb_table: ["arn", "name"],
  aws_iam_openid_connect_provider: ["arn"],
  aws_iam_policy: ["arn"],
  aws_iam_role: ["arn", "name"],
  aws_iam_saml_provider: ["arn"],
  aws_kinesis_firehose_delivery_stream: ["arn", "name"],
  aws_kms_alias: ["arn"],
  aws_kms_key: ["arn", "key_id"],
  aws_lambda_function: ["arn", "function_name"],
  aws_s3_bucket: ["arn", "id"],
  aws_sns_topic: ["arn"],
  aws_sfn_state_machine: ["arn"],
  aws_sns_topic_policy: ["arn"],
  "data.aws_caller_identity": ["account_id"],
  "data.aws_connect_contact_flow": ["arn", "contact_flow_id"],
  "data.aws_connect_hours_of_operation": ["arn", "hours_of_operation_id"],
  "data.aws_connect_prompt": ["arn"],
  "data.aws_connect_queue": ["arn", "queue_id"],
  "data.aws_connect_routing_profile": ["routing_profile_id"],
  "data.aws_connect_security_profile": ["security_profile_id"],
};

/** A reference, and nothing around it: no function, operator, index, space or comment. */
const REFERENCE = /^\$\{((?:data\.)?[a-z][a-z0-9_]*)\.[a-z_][a-z0-9_]*\.([a-z_]+)\}/;

/**
 * The expressions in a text of Terraform's JSON syntax, each from its `${` or `%{` on. `$${` and `%%{` are
 * these signs themselves; three signs in a row are ambiguous, so they count as an expression.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
export function expressionsIn(text: string): string[] {
  return [...text.matchAll(/(\$+|%+)\{/g)]
    .filter(([, signs = ""]) => signs.length !== 2)
    .map(({ index, 1: signs = "" }) =>
      text.slice(index + (signs.length > 2 ? 0 : signs.length - 1)),
    );
}

/** Whether an expression is a reference to anything. */
export function isReference(expression: string): boolean {
  return REFERENCE.test(expression);
}

/** What is wrong with an expression; undefined for a reference that the constructs make. */
export function referenceFault(expression: string): string | undefined {
  const [reference, type = "", attribute = ""] = REFERENCE.exec(expression) ?? [];
  if (reference === undefined) {
    return `holds ${shown(expression)}: of expressions only references are allowed, such as \${aws_connect_queue.sales.arn}`;
  }
  const known = Object.hasOwn(ATTRIBUTES, type) ? (ATTRIBUTES[type] ?? []) : [];
  if (known.includes(attribute)) return undefined;
  const right = known.length === 0 ? "nothing" : `only ${known.join(" and ")}`;
  return `holds ${reference}: of ${type}, ${right} may be referred to`;
}
