import type { Spoilers } from "./mutant";

const FUNCTION = "aws_lambda_function.vanity_numbers_function";

export const FUNCTION_MUTANTS = {
  tracing: {
    "traces that its role may not write": (draft) => {
      draft.at(FUNCTION).tracing_config = { mode: "Active" };
    },
    "nothing said": (draft) => {
      delete draft.at(FUNCTION).tracing_config;
    },
  },
  lambdaEnv: {
    "a password": (draft) => {
      draft.at(FUNCTION).environment = { variables: { DB_PASSWORD: "${var.password}" } };
    },
    "a token": (draft) => {
      draft.at(FUNCTION).environment = [{ variables: { apiToken: "1" } }];
    },
  },
  lambdaDeps: {
    "a function that waits for no log group": (draft) => {
      draft.at(FUNCTION).logging_config = { log_format: "JSON" };
    },
    "a function that doesn't wait for its permissions": (draft) => {
      draft.at(FUNCTION).depends_on = [
        "aws_iam_role_policy_attachment.vanity_numbers_function_basic_execution",
      ];
    },
    "a function that doesn't wait for its permission to log": (draft) => {
      draft.at(FUNCTION).depends_on = ["aws_iam_role_policy.vanity_numbers_function_permissions"];
    },
  },
  kmsLogs: {
    "a key without a place for CloudWatch Logs": (draft) => {
      const key = draft.at("aws_kms_key.encryption_key");
      key.policy = String(key.policy).replaceAll("logs.us-west-2", "events.us-west-2");
    },
    "a key that refuses CloudWatch Logs": (draft) => {
      const key = draft.at("aws_kms_key.encryption_key");
      key.policy = String(key.policy).replaceAll('"Allow"', '"Deny"');
    },
  },
} satisfies Readonly<Record<string, Spoilers>>;
