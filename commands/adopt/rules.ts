import type { ImportRule, Recreated } from "./rule";
import { CONNECT_RULES } from "./rules/connect";
import { FUNCTION_RULES } from "./rules/functions";
import { MONITORING_RULES } from "./rules/monitoring";
import { STORAGE_RULES } from "./rules/storage";

/**
 * How what is live is found for each type of resource, by the name that the code gives it. A test
 * fails for a type that is synthesized and isn't here.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs (Import, at each resource)
 */
export const IMPORT_RULES: Readonly<Record<string, ImportRule | Recreated>> = {
  ...CONNECT_RULES,
  ...FUNCTION_RULES,
  ...MONITORING_RULES,
  ...STORAGE_RULES,
  aws_lambda_invocation: {
    recreated: "a call, not a thing: the reconciler runs again, and sets only what isn't as wanted",
  },
  aws_cloudwatch_event_rule: { recreated: "PutRule writes over the rule of that name" },
  aws_cloudwatch_event_target: { recreated: "PutTargets writes over the target of that id" },
  aws_sfn_state_machine: {
    recreated:
      "CreateStateMachine takes the same definition again; if it refuses a changed one, import it by its ARN (terraform import)",
  },
};
