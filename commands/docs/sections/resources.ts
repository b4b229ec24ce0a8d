import { objectOf } from "../../../contact-flow/json";
import { type Configuration, list, type Resource, text } from "../configuration";
import { code, facts, html, table } from "../../support/html";
import type { Section } from "./section";

/** Services by the beginning of a resource's type, as AWS writes them. */
const SERVICES: readonly (readonly [prefix: string, service: string])[] = [
  ["aws_connect_", "Amazon Connect"],
  ["aws_cloudwatch_", "Amazon CloudWatch"],
  ["aws_dynamodb_", "Amazon DynamoDB"],
  ["aws_iam_", "AWS IAM"],
  ["aws_kms_", "AWS KMS"],
  ["aws_lambda_", "AWS Lambda"],
  ["aws_s3_", "Amazon S3"],
  ["aws_sfn_", "AWS Step Functions"],
  ["aws_sns_", "Amazon SNS"],
  ["aws_ssm_", "AWS Systems Manager"],
];

const serviceOf = ({ type }: Resource): string =>
  SERVICES.find(([prefix]) => type.startsWith(prefix))?.[1] ?? "Others";

const isGuarded = ({ block }: Resource): boolean =>
  objectOf(block.lifecycle).prevent_destroy === true;

/** Everything that Terraform looks after, and how. */
export function resourcesSection(configuration: Configuration): Section {
  const { backend, required_providers: providers } = objectOf(configuration.section("terraform"));
  const { bucket, key, encrypt, use_lockfile: locked } = objectOf(objectOf(backend).s3);
  const [provider] = list(objectOf(configuration.section("provider")).aws);
  const [tags] = list(objectOf(provider).default_tags);
  const byService = new Map<string, Resource[]>();
  for (const resource of configuration.resources) {
    const service = serviceOf(resource);
    byService.set(service, [...(byService.get(service) ?? []), resource]);
  }
  return {
    id: "resources",
    title: "AWS resources",
    body: html`${facts([
        ["Resources", String(configuration.resources.length)],
        [
          "State",
          html`${code(text(bucket))},
          ${code(text(key))}${encrypt === true ? ", encrypted" : ""}${locked === true ? ", locked" : ""}`,
        ],
        ["AWS provider", text(objectOf(objectOf(providers).aws).version)],
        [
          "Tags",
          Object.entries(objectOf(objectOf(tags).tags)).map(
            ([name, value]) => html`<div>${name} = ${text(value)}</div>`,
          ),
        ],
      ])}
      <p>What is <span class="guard">guarded</span> refuses to be destroyed.</p>
      ${table(
        ["Service", "Resources", "Addresses"],
        [...byService].map(([service, resources]) => [
          service,
          resources.length,
          html`<ul class="addresses">
            ${resources.map(
              (resource) =>
                html`<li>
                  ${code(resource.address)}${isGuarded(resource) ? html` <span class="guard">guarded</span>` : ""}
                </li>`,
            )}
          </ul>`,
        ]),
      )}`,
  };
}
