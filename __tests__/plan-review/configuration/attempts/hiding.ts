import { into, set } from "../change";
import type { Attempt } from "./attempt";

const USER = "resource.aws_connect_user.mary_jane";
const POLICY = "resource.aws_s3_bucket_policy.bucket_policy";
const VARIABLE = "variable.initial_passwords";

/** Plans hide what is computed from something sensitive, or only known in the apply. */
export const HIDING: readonly Attempt[] = [
  [
    "a second variable",
    set("variable.policy", { sensitive: true, default: "{}" }),
    "variable.policy isn't among what cdktf writes there: initial_passwords",
  ],
  [
    "passwords in the open",
    set(`${VARIABLE}.sensitive`, undefined),
    `${VARIABLE}.sensitive is missing`,
  ],
  [
    "passwords that aren't sensitive",
    set(`${VARIABLE}.sensitive`, false),
    `${VARIABLE}.sensitive must be true, got false`,
  ],
  [
    "a password for everybody",
    set(`${VARIABLE}.default`, { "mary.jane": "Secret-1" }),
    `${VARIABLE}.default."mary.jane" isn't among what cdktf writes there: nothing`,
  ],
  [
    "passwords of any type",
    set(`${VARIABLE}.type`, "any"),
    `${VARIABLE}.type must be "map(string)", got "any"`,
  ],
  [
    "passwords that Terraform forgets",
    set(`${VARIABLE}.ephemeral`, true),
    `${VARIABLE}.ephemeral isn't among`,
  ],
  [
    "passwords without a condition",
    set(`${VARIABLE}.validation`, undefined),
    `${VARIABLE}.validation is missing`,
  ],
  [
    "another condition",
    set(`${VARIABLE}.validation.0.condition`, '${fileexists("/etc/passwd")}'),
    `${VARIABLE}.validation[0].condition must be one of those in constructs/connect/initial-passwords.ts, got`,
  ],
  [
    "a condition with more in it",
    into(`${VARIABLE}.validation.1.condition`, (it: string) =>
      it.replace("])}", "]) && fileexists(1)}"),
    ),
    `${VARIABLE}.validation[1].condition must be one of`,
  ],
  ...[0, 1].flatMap((at): Attempt[] => [
    [
      `something before condition ${at}`,
      into(`${VARIABLE}.validation.${at}.condition`, (it: string) => `\${timestamp()}${it}`),
      `${VARIABLE}.validation[${at}].condition must be one of`,
    ],
    [
      `something after condition ${at}`,
      into(`${VARIABLE}.validation.${at}.condition`, (it: string) => `${it}\${timestamp()}`),
      `${VARIABLE}.validation[${at}].condition must be one of`,
    ],
  ]),
  [
    "a message that tells",
    set(`${VARIABLE}.validation.0.error_message`, "${jsonencode(var.initial_passwords)}"),
    `${VARIABLE}.validation[0].error_message must be plain`,
  ],
  [
    "another's password",
    set(`${USER}.password`, '${lookup(var.initial_passwords, "peter.parker", null)}'),
    `${USER}.password must be "\${lookup(var.initial_passwords, \\"mary.jane\\", null)}"`,
  ],
  [
    "a password in clear",
    set(`${USER}.password`, "Secret-1"),
    `${USER}.password must be the first password of a user, such as \${lookup(var.initial_passwords, "mary.jane", null)}, got "Secret-1"`,
  ],
  [
    "a policy out of a password",
    set(`${POLICY}.policy`, '${lookup(var.initial_passwords, "mary.jane", null)}'),
    `${POLICY}.policy holds "\${lookup(`,
  ],
  [
    "a policy out of a parameter, which is sensitive",
    set(`${POLICY}.policy`, "${aws_ssm_parameter.agent_statuses_last_run.value}"),
    `${POLICY}.policy holds \${aws_ssm_parameter.agent_statuses_last_run.value}: of aws_ssm_parameter, nothing may be referred to`,
  ],
  [
    "a policy out of a user's password",
    set(`${POLICY}.policy`, "${aws_connect_user.mary_jane.password}"),
    `${POLICY}.policy holds \${aws_connect_user.mary_jane.password}: of aws_connect_user, only user_id may be referred to`,
  ],
  [
    "a policy out of what a function answers",
    set(`${POLICY}.policy`, "${data.aws_lambda_invocation.agent_statuses_observed.result}"),
    `${POLICY}.policy holds \${data.aws_lambda_invocation.agent_statuses_observed.result}: of data.aws_lambda_invocation, nothing`,
  ],
  [
    "a policy out of a type that isn't there",
    set(`${POLICY}.policy`, "${constructor.x.name}"),
    `${POLICY}.policy holds \${constructor.x.name}: of constructor, nothing`,
  ],
  [
    "a parameter with a value that no plan shows",
    set("resource.aws_ssm_parameter.agent_statuses_last_run.value", "{}"),
    'resource.aws_ssm_parameter.agent_statuses_last_run.value must be "{\\"owned\\":[]}", got "{}"',
  ],
  [
    "an output that no plan shows",
    set("output.instance_id.sensitive", true),
    "output.instance_id.sensitive isn't among what cdktf writes there: description, value",
  ],
  [
    "another local",
    set("locals.policy", "{}"),
    "locals.policy isn't among what cdktf writes there: agent_statuses_desired,",
  ],
];
