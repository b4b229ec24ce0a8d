import { all, into, listed, set } from "../change";
import type { Attempt } from "./attempt";

const QUEUE = "resource.aws_connect_queue.customer_service";
const TOPIC = "resource.aws_sns_topic.notifications";
const FUNCTION = "resource.aws_lambda_function.vanity_numbers_function";
const OBSERVED = "data.aws_lambda_invocation.agent_statuses_observed";
const S3 = "terraform.backend.s3";
const PROVIDER = "provider.aws.0";
const VARIABLE = "variable.initial_passwords";
const RUN = { "local-exec": { command: "env" } };
const FORM = ", as cdktf writes it, got";

/** Terraform takes an object and a list of it for the same, and so it does lists of lists. */
export const SHAPES: readonly Attempt[] = [
  [
    "a configuration in parts",
    into("terraform", (it) => [it, {}]),
    `terraform must be an object${FORM}`,
  ],
  ["backends in a list", listed("terraform.backend"), `terraform.backend must be an object${FORM}`],
  ["a backend in a list", listed(S3), `${S3} must be an object${FORM}`],
  [
    "required providers in a list",
    listed("terraform.required_providers"),
    `terraform.required_providers must be an object${FORM}`,
  ],
  ["providers in a list", listed("provider"), `provider must be an object${FORM}`],
  ["a provider in a list of lists", listed(PROVIDER), `provider.aws[0] must be an object${FORM}`],
  [
    "a provider without its list",
    into("provider.aws", ([it]: unknown[]) => it),
    `provider.aws must be a list${FORM}`,
  ],
  ["data sources in a list", listed("data"), `data must be an object${FORM}`],
  [
    "data sources of a type in a list",
    listed("data.aws_connect_prompt"),
    `data.aws_connect_prompt must be an object${FORM}`,
  ],
  ["a data source in a list", listed(OBSERVED), `${OBSERVED} must be an object${FORM}`],
  ["resources in a list", listed("resource"), `resource must be an object${FORM}`],
  [
    "resources of a type in a list",
    listed("resource.aws_sns_topic"),
    `resource.aws_sns_topic must be an object${FORM}`,
  ],
  ["a resource in a list", listed(TOPIC), `${TOPIC} must be an object${FORM}`],
  [
    "a resource in a list of lists",
    all(listed(TOPIC), listed(TOPIC)),
    `${TOPIC} must be an object${FORM}`,
  ],
  [
    "a provisioner in a list",
    into(TOPIC, (it: object) => [{ ...it, provisioner: RUN }]),
    `${TOPIC} must be an object${FORM}`,
  ],
  [
    "a life cycle in a list",
    listed(`${QUEUE}.lifecycle`),
    `${QUEUE}.lifecycle must be an object${FORM}`,
  ],
  [
    "a block without its list",
    into(`${QUEUE}.outbound_caller_config`, (it) => [it]),
    `${QUEUE}.outbound_caller_config must be an object${FORM}`,
  ],
  [
    "one move without its list",
    set("moved", { from: "aws_sns_topic.a", to: "aws_sns_topic.notifications" }),
    `moved must be a list${FORM}`,
  ],
  [
    "one import without its list",
    set("import", { to: "aws_sns_topic.notifications", id: "x" }),
    `import must be a list${FORM}`,
  ],
  ["variables in a list", listed("variable"), `variable must be an object${FORM}`],
  ["a variable in a list", listed(VARIABLE), `${VARIABLE} must be an object${FORM}`],
  ["locals in a list", listed("locals"), `locals must be an object${FORM}`],
  ["outputs in a list", listed("output"), `output must be an object${FORM}`],
  [
    "an output in a list",
    listed("output.instance_id"),
    `output.instance_id must be an object${FORM}`,
  ],
  [
    "nothing for a section",
    set("resource", null),
    `resource must be an object, as cdktf writes it, got null`,
  ],
  [
    "nothing for a resource",
    set(TOPIC, null),
    `${TOPIC} must be an object, as cdktf writes it, got null`,
  ],
  ["nothing for an argument", set(`${TOPIC}.name`, null), `${TOPIC}.name must be a text, got null`],
  [
    "a text for a number",
    set(`${FUNCTION}.timeout`, "600"),
    `${FUNCTION}.timeout must be a number, got "600"`,
  ],
  [
    "a text for true",
    set(`${QUEUE}.lifecycle.create_before_destroy`, "true"),
    `${QUEUE}.lifecycle.create_before_destroy must be true, got "true"`,
  ],
  [
    "an expression for a number",
    set(`${FUNCTION}.timeout`, "${1}"),
    `${FUNCTION}.timeout must be a number, got "\${1}"`,
  ],
  ["an object for a text", set(`${TOPIC}.name`, {}), `${TOPIC}.name must be a text, got {}`],
];
