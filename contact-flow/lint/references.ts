import type { ParameterSpec } from "../catalog";
import type { Json } from "../flow";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** An ARN, an id, and an alias or version behind it (`:$LATEST`, `:$SAVED`, `:3`). */
const ID_OR_ARN =
  /^(arn:[^:\s]+:[^\s]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:[$A-Za-z0-9_-]+)?)$/i;
/** A value that Terraform fills in at apply time. */
const TERRAFORM = /^\$\{.+\}$/;
/** A named hole of a template, which may have another in it. */
const HOLE = /\{\{(?:[^{}]|\{\{[^{}]*\}\})*\}\}/g;
const WHOLE_HOLE = new RegExp(`^${HOLE.source}$`);

/** Whether the text is an id or ARN that belongs to one instance. */
export const isLiteralId = (value: string): boolean => ID_OR_ARN.test(value);

/** Whether the value is one that Terraform knows only when it applies. */
export const isTerraformToken = (value: string): boolean => TERRAFORM.test(value);

/** Whether the value is a hole that rendering fills. */
export const isHole = (value: string): boolean => WHOLE_HOLE.test(value);

/** The text with something plain in place of each hole. */
export const withoutHoles = (value: string): string => value.replace(HOLE, "x");

/** Whether a resource may be named so: a bare id is no name for a Lambda function. */
export const isReference = (value: string, spec: ParameterSpec & { kind: "reference" }): boolean =>
  ID_OR_ARN.test(value) && !(spec.to === "lambda" && UUID.test(value));

/** Calls `visit` for every reference in the value, with its path below the action. */
export function visitReferences(
  value: Json | undefined,
  spec: ParameterSpec,
  path: string,
  visit: (value: string, path: string) => void,
): void {
  if (value === undefined || value === null) {
    return;
  }
  if (spec.kind === "reference" && typeof value === "string") {
    visit(value, path);
  } else if (spec.kind === "list" && Array.isArray(value)) {
    (value as readonly Json[]).forEach((entry, index) => {
      visitReferences(entry, spec.of, `${path}[${index}]`, visit);
    });
  } else if (spec.kind === "object" && typeof value === "object") {
    for (const [key, field] of Object.entries(spec.fields)) {
      visitReferences((value as Record<string, Json>)[key], field, `${path}.${key}`, visit);
    }
  } else if (spec.kind === "map" && typeof value === "object") {
    for (const [key, entry] of Object.entries(value as Record<string, Json>)) {
      visitReferences(entry, spec.of, `${path}.${key}`, visit);
    }
  }
}
