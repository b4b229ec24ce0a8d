import { DEPENDS_ON, ignoring } from "../meta-arguments.ts";
import { boolean, formed, number, only, plain, text } from "../rules.ts";
import { VANITY_WORDS } from "../../vanity-words.ts";
import type { Block } from "../shape.ts";

/** The path to which cdktf copies the zip of a function. */
export const ZIP = /^assets\/[a-z0-9_]+\/[0-9A-F]{32}\/[a-z0-9-]+\.zip$/;

/** Arguments of Lambda's and Step Functions' resources, and of what they need. */
export const FUNCTIONS = {
  aws_kinesis_firehose_delivery_stream: {
    depends_on: DEPENDS_ON,
    destination: plain,
    extended_s3_configuration: {
      bucket_arn: text,
      buffering_interval: number,
      buffering_size: number,
      cloudwatch_logging_options: {
        enabled: boolean,
        log_group_name: text,
        log_stream_name: text,
      },
      compression_format: plain,
      error_output_prefix: plain,
      kms_key_arn: text,
      prefix: plain,
      processing_configuration: {
        enabled: boolean,
        processors: [
          { parameters: [{ parameter_name: plain, parameter_value: plain }], type: plain },
        ],
      },
      role_arn: text,
    },
    name: plain,
    server_side_encryption: { enabled: boolean, key_arn: text, key_type: plain },
  },
  aws_lambda_function: {
    architectures: [plain],
    depends_on: DEPENDS_ON,
    description: plain,
    environment: {
      variables: {
        "RUN_PARAMETER_PREFIX?": plain,
        "TABLE_NAME?": text,
        "VANITY_WORDS?": formed(VANITY_WORDS, 'words, as in "never: TURKEY allowed: NEGRONI"'),
      },
    },
    filename: formed(ZIP, "a zip in assets/, where cdktf copies it to"),
    function_name: plain,
    handler: plain,
    logging_config: { log_format: plain, log_group: text },
    memory_size: number,
    role: text,
    runtime: plain,
    source_code_hash: plain,
    timeout: number,
    tracing_config: { mode: plain },
  },
  aws_lambda_invocation: {
    depends_on: DEPENDS_ON,
    function_name: only("${aws_lambda_function.connect_associations_reconciler.function_name}"),
    input: formed(
      /^\$\{jsonencode\(\{"desired" = local\.([a-z_]+)_desired, "run" = jsondecode\(data\.aws_lambda_invocation\.\1_observed\.result\)\.run\}\)\}$/,
      "what is desired, with the observer's answer to the same",
    ),
    lifecycle_scope: only("CRUD"),
  },
  aws_lambda_permission: {
    action: plain,
    function_name: text,
    principal: plain,
    source_account: text,
    source_arn: text,
    statement_id: plain,
  },
  aws_sfn_state_machine: {
    definition: text,
    depends_on: DEPENDS_ON,
    encryption_configuration: {
      kms_data_key_reuse_period_seconds: number,
      kms_key_id: text,
      type: plain,
    },
    logging_configuration: { include_execution_data: boolean, level: plain, log_destination: text },
    name: plain,
    role_arn: text,
    type: plain,
  },
  // The provider marks it as sensitive, so no plan shows it.
  aws_ssm_parameter: {
    description: plain,
    lifecycle: ignoring("value"),
    name: plain,
    type: only("String"),
    value: only(`{"owned":[]}`),
  },
} satisfies Block;
