import { type JsonObject, listOf, objectOf } from "../values.ts";

/** What stands in a secret's place, as Terraform itself writes it. */
const MASK = "(sensitive value)";

/** Shorter ones aren't looked for: they would hide ordinary text. Connect's passwords have 8. */
const SHORTEST = 6;

/**
 * Every secret that the JSON of a plan holds: it has them all in clear, in the variables, the old
 * state, the changes and what is planned.
 *
 * @param plan - What `terraform show -json` printed, parsed.
 * @see https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
 */
export function secretsIn(plan: unknown): readonly string[] {
  const found = new Set<string>();
  const { variables, configuration, prior_state: before, planned_values: after } = objectOf(plan);
  const declared = objectOf(objectOf(objectOf(configuration).root_module).variables);
  for (const [name, variable] of Object.entries(objectOf(variables))) {
    collect(objectOf(variable).value, objectOf(declared[name]).sensitive === true, found);
  }
  const {
    resource_changes: changes,
    resource_drift: drift,
    output_changes: outputs,
  } = objectOf(plan);
  const changed = [...listOf(changes), ...listOf(drift)].map((each) => objectOf(each).change);
  for (const change of [...changed, ...Object.values(objectOf(outputs))].map(objectOf)) {
    collect(change.before, change.before_sensitive, found);
    collect(change.after, change.after_sensitive, found);
  }
  for (const values of [objectOf(before).values, after].map(objectOf)) {
    for (const output of Object.values(objectOf(values.outputs)).map(objectOf)) {
      collect(output.value, output.sensitive, found);
    }
    for (const resource of resourcesOf(values.root_module)) {
      collect(resource.values, resource.sensitive_values, found);
    }
  }
  return [...found].sort((a, b) => b.length - a.length);
}

/**
 * Takes secrets out of a text that leaves the machine. Terraform has masked its own texts already;
 * this is for the day it has forgotten one. It must be done before the text is made Markdown, which
 * would take a secret to pieces.
 *
 * @param secrets - From {@link secretsIn}, the longest first.
 */
export function masked(text: string, secrets: readonly string[]): string {
  return secrets
    .flatMap((secret) => {
      const json = JSON.stringify(secret).slice(1, -1);
      // As Terraform quotes a text: https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
      return [secret, json, json.replace(/[$%]\{/g, (sign) => sign.slice(0, 1) + sign)];
    })
    .reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
}

/** A verdict, say, with the secrets out of each of its texts. */
export function maskedIn<T>(value: T, secrets: readonly string[]): T {
  if (typeof value === "string") return masked(value, secrets) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => maskedIn(each, secrets)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, maskedIn(each as unknown, secrets)]),
  ) as T;
}

/** Takes every text at which the mask says `true`. */
function collect(value: unknown, mask: unknown, found: Set<string>): void {
  if (typeof value === "string") {
    if (mask === true && value.length >= SHORTEST) found.add(value);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    const inner = Array.isArray(mask) ? (mask as unknown[])[Number(key)] : objectOf(mask)[key];
    collect(entry, mask === true ? true : inner, found);
  }
}

function resourcesOf(module: unknown): readonly JsonObject[] {
  const { resources, child_modules: inner } = objectOf(module);
  return [...listOf(resources).map(objectOf), ...listOf(inner).flatMap(resourcesOf)];
}
