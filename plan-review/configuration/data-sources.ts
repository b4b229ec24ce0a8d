import { formed, only, plain, text } from "./rules.ts";
import type { Block } from "./shape.ts";

/** The one function that a plan may invoke: it only looks (constructs/connect-associations.ts). */
export const OBSERVER = "aws_lambda_function.connect_associations_observer";

/** What every instance has, found by its name. */
const BY_NAME: Block = { instance_id: text, name: plain };

/**
 * Arguments of data sources, which are read during the plan already. None waits for a resource: what
 * is put off until the apply no plan shows.
 */
export const DATA_SOURCES = {
  aws_caller_identity: {},
  aws_connect_contact_flow: BY_NAME,
  aws_connect_hours_of_operation: BY_NAME,
  aws_connect_prompt: BY_NAME,
  aws_connect_queue: BY_NAME,
  aws_connect_routing_profile: BY_NAME,
  aws_connect_security_profile: BY_NAME,
  aws_lambda_invocation: {
    function_name: only(`\${${OBSERVER}.arn}`),
    input: formed(
      /^\$\{jsonencode\(\{"desired" = local\.[a-z_]+_desired\}\)\}$/,
      'what is desired, such as ${jsonencode({"desired" = local.holidays_desired})}',
    ),
  },
} satisfies Block;
