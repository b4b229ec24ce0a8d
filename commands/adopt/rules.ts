import type { ImportRule, MadeAnew } from "./rule";
import { CONNECT_RULES } from "./rules/connect";
import { FUNCTION_RULES } from "./rules/functions";
import { MONITORING_RULES } from "./rules/monitoring";
import { STORAGE_RULES } from "./rules/storage";

/**
 * How what is live is found for each type of resource, by the name that the code gives it. A test
 * fails for a type that is synthesized and isn't here.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs (Import, at each resource)
 */
export const IMPORT_RULES: Readonly<Record<string, ImportRule | MadeAnew>> = {
  ...CONNECT_RULES,
  ...FUNCTION_RULES,
  ...MONITORING_RULES,
  ...STORAGE_RULES,
  aws_lambda_invocation: {
    madeAnew: "it is a call, not a thing: the reconciler is called again, and finds all as wanted",
  },
  aws_sfn_state_machine: {
    madeAnew:
      "adopt doesn't read Step Functions: where it exists, import it by its ARN (terraform import)",
  },
};
