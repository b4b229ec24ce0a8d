import { DATA_SOURCE_TYPES, RESOURCE_TYPES } from "../gate/allowed-types.ts";
import type { JsonObject } from "../plan.ts";
import { isObject, listOf, objectOf } from "../values.ts";
import * as allowed from "./allowed.ts";
import { functionsIn } from "./expressions.ts";

/**
 * Finds what a configuration must not hold when Terraform gets it beside credentials: whatever would
 * run code, read the runner's disk, or lead credentials and state elsewhere. What is known is
 * allowed, and nothing else.
 *
 * @param configuration - The content of a `cdk.tf.json`.
 * @returns A line for each fault: where it is, and what is wrong.
 */
export function faultsIn(configuration: unknown): string[] {
  if (!isObject(configuration)) return ["the configuration must be a JSON object"];
  const { terraform, provider, data, resource } = configuration;
  return [
    ...unknownKeys("", configuration, allowed.SECTIONS),
    ...terraformFaults(terraform),
    ...providerFaults(provider),
    ...blockFaults("data.", data, DATA_SOURCE_TYPES),
    ...blockFaults("", resource, RESOURCE_TYPES),
    ...invocationFaults(data),
    ...observerFaults(configuration),
    ...textFaults("", configuration),
  ];
}

function terraformFaults(terraform: unknown): string[] {
  const settings = objectOf(terraform);
  const backend = objectOf(settings.backend);
  const required = objectOf(settings.required_providers);
  const aws = objectOf(required.aws);
  const pinned =
    (aws.source === "aws" || aws.source === "hashicorp/aws") &&
    aws.version === allowed.PROVIDER_VERSION;
  return [
    ...unknownKeys("terraform.", settings, ["backend", "required_providers", "required_version"]),
    ...unknownKeys("terraform.required_providers.", required, ["aws"]),
    ...unknownKeys("terraform.required_providers.aws.", aws, ["source", "version"]),
    ...(pinned
      ? []
      : [
          `terraform.required_providers.aws must be hashicorp/aws ${allowed.PROVIDER_VERSION}, got ${JSON.stringify(required.aws)}: another version is a change of its own, of plan-review/configuration/allowed.ts and .terraform.lock.hcl`,
        ]),
    ...unknownKeys("terraform.backend.", backend, ["s3"]),
    ...unknownKeys("terraform.backend.s3.", objectOf(backend.s3), allowed.BACKEND_SETTINGS),
    ...(isObject(backend.s3)
      ? []
      : ["terraform.backend.s3 must be there: the state is kept in S3"]),
  ];
}

function providerFaults(provider: unknown): string[] {
  const { aws, ...others } = objectOf(provider);
  const configurations = Array.isArray(aws) ? (aws as unknown[]) : [aws];
  return [
    ...unknownKeys("provider.", others, []),
    ...configurations.flatMap((each) =>
      unknownKeys("provider.aws.", objectOf(each), allowed.PROVIDER_SETTINGS),
    ),
  ];
}

function blockFaults(prefix: string, section: unknown, types: readonly string[]): string[] {
  return Object.entries(objectOf(section)).flatMap(([type, named]) => [
    ...(types.includes(type)
      ? []
      : [
          `${prefix}${type} is a type that no construct here makes: see plan-review/gate/allowed-types.ts`,
        ]),
    ...Object.entries(objectOf(named)).flatMap(([name, block]) =>
      ["provisioner", "connection"]
        .filter((key) => key in objectOf(block))
        .map((key) => `${prefix}${type}.${name}.${key} would run code where Terraform runs`),
    ),
  ]);
}

/** Reading `aws_lambda_invocation` invokes a function, during the plan already. */
function invocationFaults(data: unknown): string[] {
  const expected = `\${${allowed.OBSERVER}.arn}`;
  return Object.entries(objectOf(objectOf(data).aws_lambda_invocation))
    .filter(([, block]) => objectOf(block).function_name !== expected)
    .map(
      ([name, block]) =>
        `data.aws_lambda_invocation.${name}.function_name must be ${expected}, the only function that a plan may invoke, got ${JSON.stringify(objectOf(block).function_name)}`,
    );
}

/** Another function could be put in the observer's place. */
function observerFaults({ moved, import: imports }: JsonObject): string[] {
  return [moved, imports]
    .flatMap(listOf)
    .filter((each) => [objectOf(each).to, objectOf(each).from].includes(allowed.OBSERVER))
    .map(() => `${allowed.OBSERVER} must not be moved or imported: a plan invokes it`);
}

/** Function calls and names of files, in every value and key. */
function textFaults(path: string, value: unknown): string[] {
  if (typeof value === "string") return callFaults(path, value);
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => textFaults(`${path}[${index}]`, each));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return [...callFaults(at, key), ...fileFaults(at, key, each), ...textFaults(at, each)];
  });
}

function callFaults(path: string, text: string): string[] {
  return functionsIn(text)
    .filter((name) => !allowed.FUNCTIONS.includes(name))
    .map((name) => `${path} calls ${name}(), which isn't among the functions that only compute`);
}

function fileFaults(path: string, key: string, value: unknown): string[] {
  const isResource = path.startsWith("resource.") || path.startsWith("data.");
  if (!isResource || !allowed.FILE_ARGUMENTS.includes(key)) return [];
  const inside = typeof value === "string" && /^assets\/[\w./-]+$/.test(value);
  return inside && !value.includes("..")
    ? []
    : [`${path} must name a file in assets/, got ${JSON.stringify(value)}`];
}

function unknownKeys(prefix: string, object: JsonObject, known: readonly string[]): string[] {
  return Object.keys(object)
    .filter((key) => !known.includes(key))
    .map(
      (key) =>
        `${prefix}${key} isn't among what a stack may hold: ${known.join(", ") || "nothing"}`,
    );
}
