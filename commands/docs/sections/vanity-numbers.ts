import type { Json } from "../../../contact-flow/flow";
import { type Block, type Configuration, list, object, text } from "../configuration";
import { chips, code, facts, html } from "../html";
import type { Section } from "./section";

/** The service that turns a caller's number into words. */
export function vanityNumbersSection(configuration: Configuration): Section {
  const table = configuration.one("aws_dynamodb_table");
  const service = configuration
    .all("aws_lambda_function")
    .find((each) => environmentOf(each).some((value) => configuration.refersTo(value, table)));
  if (service === undefined) {
    throw new Error("the stack must hold a function that is told the table's name");
  }
  const role = configuration
    .all("aws_iam_role")
    .find((each) => configuration.refersTo(service.role, each));
  const policies = configuration
    .all("aws_iam_role_policy_attachment")
    .filter((each) => role !== undefined && configuration.refersTo(each.role, role))
    .map(({ policy_arn: arn }) => text(arn).split("/").at(-1) ?? "");
  const actions = configuration
    .all("aws_iam_role_policy")
    .filter((each) => role !== undefined && configuration.refersTo(each.role, role))
    .flatMap((each) => list(object(JSON.parse(text(each.policy)) as Json).Statement))
    .filter((statement) =>
      list(object(statement).Resource).some((arn) => configuration.refersTo(arn, table)),
    )
    .flatMap((statement) => list(object(statement).Action).map(text));
  const invoked = configuration
    .all("aws_connect_lambda_function_association")
    .some(({ function_arn: arn }) => configuration.refersTo(arn, service));
  return {
    id: "vanity-numbers",
    title: "Vanity numbers",
    body: facts([
      [
        "Function",
        html`${code(text(service.function_name))}<small>${text(service.description)}</small>`,
      ],
      ["Runs on", `${text(service.runtime)}, ${list(service.architectures).map(text).join(", ")}`],
      ["Memory, time limit", `${text(service.memory_size)} MB, ${text(service.timeout)} s`],
      ["Flows may invoke it", invoked ? "yes" : "no"],
      ["Role", html`${code(text(role?.name))} ${chips([...policies, ...actions])}`],
      ["Table", code(text(table.name))],
      ["Key", code(text(table.hash_key))],
      ["Billing", table.billing_mode === "PAY_PER_REQUEST" ? "per request" : "provisioned"],
      [
        "Recovery to any moment",
        object(table.point_in_time_recovery).enabled === true ? "on" : "off",
      ],
      ["Protected against deletion", table.deletion_protection_enabled === true ? "yes" : "no"],
    ]),
  };
}

const environmentOf = (service: Block) =>
  Object.values(object(object(service.environment).variables));
