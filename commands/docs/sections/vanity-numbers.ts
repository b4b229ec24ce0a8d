import { type Json, objectOf } from "../../../contact-flow/json";
import { type Block, type Configuration, list, text } from "../configuration";
import { chips, code, facts, type Html, html } from "../../support/html";
import type { Section } from "./section";

/** The service that turns a caller's number into words: its functions, and their table. */
export function vanityNumbersSection(configuration: Configuration): Section {
  const table = configuration.one("aws_dynamodb_table");
  const functions = configuration
    .all("aws_lambda_function")
    .filter((each) => environmentOf(each).some((value) => configuration.refersTo(value, table)));
  const machines = configuration.all("aws_sfn_state_machine").map(({ name }) => code(text(name)));
  return {
    id: "vanity-numbers",
    title: "Vanity numbers",
    body: html`${functions.map((each) => functionFacts(configuration, each, table))}
      <h3>Where they are recorded</h3>
      ${facts([
        ["Table", code(text(table.name))],
        ["Key", code(text(table.hash_key))],
        ["Billing", table.billing_mode === "PAY_PER_REQUEST" ? "per request" : "provisioned"],
        [
          "Recovery to any moment",
          objectOf(table.point_in_time_recovery).enabled === true ? "on" : "off",
        ],
        ["Protected against deletion", table.deletion_protection_enabled === true ? "yes" : "no"],
        ...(machines.length > 0 ? [["State machines", machines] as const] : []),
      ])}`,
  };
}

function functionFacts(configuration: Configuration, service: Block, table: Block): Html {
  const role = configuration
    .all("aws_iam_role")
    .find((each) => configuration.refersTo(service.role, each));
  const ofRole = (type: string): readonly Block[] =>
    configuration
      .all(type)
      .filter((each) => role !== undefined && configuration.refersTo(each.role, role));
  const policies = ofRole("aws_iam_role_policy_attachment").map(
    ({ policy_arn: arn }) => text(arn).split("/").at(-1) ?? "",
  );
  const actions = ofRole("aws_iam_role_policy")
    .flatMap(({ policy }) => list(objectOf(JSON.parse(text(policy)) as Json).Statement))
    .filter((statement) =>
      list(objectOf(statement).Resource).some((arn) => configuration.refersTo(arn, table)),
    )
    .flatMap((statement) => list(objectOf(statement).Action).map(text));
  const invoked = configuration
    .all("aws_connect_lambda_function_association")
    .some(({ function_arn: arn }) => configuration.refersTo(arn, service));
  return html`<h3>${text(service.function_name)}</h3>
    <p>${text(service.description)}.</p>
    ${facts([
      ["Runs on", `${text(service.runtime)}, ${list(service.architectures).map(text).join(", ")}`],
      ["Memory, time limit", `${text(service.memory_size)} MB, ${text(service.timeout)} s`],
      ["Flows may invoke it", invoked ? "yes" : "no"],
      ["Role", code(text(role?.name))],
      ["Policies", chips(policies)],
      ["On the table", chips(actions)],
    ])}`;
}

const environmentOf = (service: Block) =>
  Object.values(objectOf(objectOf(service.environment).variables));
