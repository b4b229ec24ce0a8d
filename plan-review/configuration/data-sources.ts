import { formed, oneOf, only, text } from "./rules.ts";
import type { Block } from "./shape.ts";

/**
 * The one function that a plan may invoke: it only reads (constructs/associations/connect-associations.ts).
 */
export const OBSERVER = "aws_lambda_function.connect_associations_observer";

/**
 * What Amazon Connect puts into every instance, by type. Anything else that a data source finds by its name,
 * somebody has made by hand, and no pull request shows what it does.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-default.html
 */
export const DEFAULTS = {
  aws_connect_contact_flow: [
    ...["Default agent hold", "Default agent transfer", "Default agent whisper"],
    ...["Default customer hold", "Default customer queue", "Default customer whisper"],
    ...["Default outbound", "Default queue transfer"],
  ],
  aws_connect_hours_of_operation: ["Basic Hours"],
  aws_connect_prompt: [
    ...["Beep.wav", "CustomerHold.wav", "CustomerQueue.wav", "Music_Jazz_MyTimetoFly_Inst.wav"],
    "Music_Pop_ThisAndThatIsLife_Inst.wav",
    "Music_Pop_ThrowYourselfInFrontOfIt_Inst.wav",
    "Music_Rock_EverywhereTheSunShines_Inst.wav",
  ],
  aws_connect_queue: ["BasicQueue"],
  aws_connect_routing_profile: ["Basic Routing Profile"],
  aws_connect_security_profile: ["Admin", "Agent", "CallCenterManager", "QualityAnalyst"],
} satisfies Readonly<Record<string, readonly string[]>>;

/** One of them, looked up by its name. */
const byName = (type: keyof typeof DEFAULTS): Block => ({
  instance_id: text,
  name: oneOf(DEFAULTS[type]),
});

/**
 * Arguments of data sources, which are read during the plan. None depends on a resource, since a plan doesn't
 * show what is deferred until the apply.
 */
export const DATA_SOURCES = {
  aws_caller_identity: {},
  aws_connect_contact_flow: byName("aws_connect_contact_flow"),
  aws_connect_hours_of_operation: byName("aws_connect_hours_of_operation"),
  aws_connect_prompt: byName("aws_connect_prompt"),
  aws_connect_queue: byName("aws_connect_queue"),
  aws_connect_routing_profile: byName("aws_connect_routing_profile"),
  aws_connect_security_profile: byName("aws_connect_security_profile"),
  aws_lambda_invocation: {
    function_name: only(`\${${OBSERVER}.arn}`),
    input: formed(
      /^\$\{jsonencode\(\{"desired" = local\.[a-z_]+_desired\}\)\}$/,
      'what is desired, such as ${jsonencode({"desired" = local.holidays_desired})}',
    ),
  },
} satisfies Block;
