import type { ParameterSpec } from "../catalog";
import { isObject, type Json } from "../json";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** An ARN, an id, and an alias or version behind it (`:$LATEST`, `:$SAVED`, `:3`). */
const ID_OR_ARN =
  /^(arn:[^:\s]+:[^\s]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:[$A-Za-z0-9_-]+)?)$/i;
/** AWS's own views, with a version or without: `form`, `cards:1`. */
const VIEW = /^[a-z][a-z0-9-]*(:[$A-Za-z0-9_-]+)?$/;
/** A value that Terraform fills in at apply time. */
const TERRAFORM = /^\$\{.+\}$/;
/** A named hole of a template, which may have another in it. */
const HOLE = /\{\{(?:[^{}]|\{\{[^{}]*\}\})*\}\}/g;
const WHOLE_HOLE = new RegExp(`^${HOLE.source}$`);

/** Whether the text is an id or ARN that belongs to one instance. */
export const isLiteralId = (value: string): boolean => ID_OR_ARN.test(value);

/** Whether the value is one that Terraform knows only when it applies. */
export const isTerraformToken = (value: string): boolean => TERRAFORM.test(value);

/** What leaves a hole in a flow, by how it is written; the last is anybody's. */
const HOLES: readonly (readonly [RegExp, string])[] = [
  [/^\$\{Token\[[^\]]*\]\}$/, "the CDK"],
  [/\$\{(?:AWS::|[A-Z]\w*(?:\.\w+)?\})/, "CloudFormation"],
  [/\$\{[^}]*\}|%\{[^}]*\}/, "Terraform"],
  [/\{\{[^{}]+\}\}/, "a template"],
  [/^%\w+%$|^<[\w -]+>$/, "a script"],
];

/** What no hole can do without. */
const MARK = /[{%<]/;

/** Who fills the hole that stands in the text before Connect sees it; undefined where none does. */
export const fillerOf = (text: string): string | undefined =>
  MARK.test(text) ? HOLES.find(([pattern]) => pattern.test(text))?.[1] : undefined;

/** Whether the value is a text that is filled in neither before nor during a contact. */
export const isWritten = (value: Json | undefined): value is string =>
  typeof value === "string" &&
  value !== "" &&
  !value.includes("$") &&
  fillerOf(value) === undefined;

/** Whether the value is an intrinsic function of CloudFormation, which stands for a text. */
export const isIntrinsic = (value: Json): boolean =>
  isObject(value) &&
  Object.keys(value).length === 1 &&
  /^(Ref|Fn::\w+)$/.test(Object.keys(value)[0] ?? "");

/** Whether the value is a hole that rendering fills. */
export const isHole = (value: string): boolean => WHOLE_HOLE.test(value);

/** The text with something plain in place of each hole. */
export const withoutHoles = (value: string, plain = "x"): string =>
  value.replace(HOLE, () => plain);

/** Whether a resource may be named so: a bare id is no name for a Lambda function. */
export const isReference = (value: string, spec: ParameterSpec & { kind: "reference" }): boolean =>
  spec.to === "view"
    ? ID_OR_ARN.test(value) || VIEW.test(value)
    : ID_OR_ARN.test(value) && !(spec.to === "lambda" && UUID.test(value));

/** Calls `visit` for every reference in the value, with its path below the action. */
export function visitReferences(
  value: Json | undefined,
  spec: ParameterSpec,
  path: string,
  visit: (
    value: string,
    path: string,
    spec: ParameterSpec & { readonly kind: "reference" },
  ) => void,
): void {
  if (spec.kind === "reference" && typeof value === "string") {
    visit(value, path, spec);
  } else if (spec.kind === "list" && Array.isArray(value)) {
    value.forEach((entry, index) => {
      visitReferences(entry, spec.of, `${path}[${index}]`, visit);
    });
  } else if (spec.kind === "object" && isObject(value)) {
    for (const [key, field] of Object.entries(spec.fields)) {
      visitReferences(value[key], field, `${path}.${key}`, visit);
    }
  } else if (spec.kind === "map" && isObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      visitReferences(entry, spec.of, `${path}.${key}`, visit);
    }
  }
}
