import { CATALOG } from "../catalog";
import type { ActionSpec, ConditionSpec, ParameterSpec } from "../catalog";

/** One thing that the catalog says of a type of action. */
export interface CatalogFact {
  /** `Type`, `Type.Parameters.Name`, `Type.Errors.Name`, `Type.NextAction`, `Type.Conditions` … */
  readonly key: string;
  readonly says: string;
}

const required = (spec: ParameterSpec): string => (spec.required === true ? ", required" : "");

function shapeOf(spec: ParameterSpec): string {
  switch (spec.kind) {
    case "choice":
      return `one of ${spec.values.join(", ")}`;
    case "integer": {
      const { min, max } = spec;
      const least = min === undefined ? "" : ` from ${min}`;
      return `a whole number${least}${max === undefined ? "" : ` to ${max}`}`;
    }
    case "json":
      return "an object that AWS shows by example only";
    case "list":
      return "a list";
    case "map":
      return spec.max === undefined ? "a map" : `a map of at most ${spec.max} entries`;
    case "object":
      return "an object";
    case "reference":
      return spec.to === "other" ? "an id or ARN" : `the id or ARN of a ${spec.to}`;
    case "text":
      return "text";
  }
}

const WRITINGS = {
  static: "written out",
  jsonPath: "a JSONPath",
  either: "written out or a JSONPath",
  free: "JSONPaths may stand in it",
} as const;

const isScalar = ({ kind }: ParameterSpec): boolean =>
  kind === "choice" || kind === "integer" || kind === "reference" || kind === "text";

function* parameterFacts(
  at: string,
  fields: Readonly<Record<string, ParameterSpec>>,
): Generator<CatalogFact> {
  for (const [name, spec] of Object.entries(fields)) {
    const key = `${at}.${name}`;
    const written = isScalar(spec) ? `, ${WRITINGS[spec.writing]}` : "";
    yield { key, says: `${shapeOf(spec)}${written}${required(spec)}` };
    if (spec.kind === "object") yield* parameterFacts(key, spec.fields);
    const inner = spec.kind === "list" || spec.kind === "map" ? spec.of : undefined;
    if (inner?.kind === "object") yield* parameterFacts(key, inner.fields);
  }
}

function conditionsOf(conditions: ConditionSpec | "none"): string {
  if (conditions === "none") return "none";
  const { operators, operands, needs = [] } = conditions;
  const with_ =
    typeof operands === "string"
      ? `any ${operands === "any" ? "text" : operands}`
      : operands.join(", ");
  return `${operators.join(", ")} with ${with_}${needs.length === 0 ? "" : `; each of ${needs.join(", ")} must be there`}`;
}

function* factsOf(type: string, spec: ActionSpec): Generator<CatalogFact> {
  yield { key: type, says: `the type of the block "${spec.block}"` };
  for (const form of [spec, ...(spec.forms ?? [])]) {
    yield* parameterFacts(`${type}.Parameters`, form.parameters ?? {});
  }
  for (const form of [spec, ...(spec.forms ?? [])]) {
    for (const [error, rule] of Object.entries(form.errors ?? {})) {
      yield { key: `${type}.Errors.${error}`, says: rule };
    }
  }
  if (Object.keys(spec.errors).length === 0) yield { key: `${type}.Errors`, says: "none" };
  yield { key: `${type}.Conditions`, says: conditionsOf(spec.conditions) };
  yield { key: `${type}.NextAction`, says: spec.next === "none" ? "refused" : spec.next };
  const types = spec.flowTypes;
  yield { key: `${type}.flow types`, says: types === "all" ? "all" : types.join(", ") };
  if (spec.channels !== undefined) {
    yield { key: `${type}.channels`, says: spec.channels.join(", ") };
  }
}

/** What the catalog says, each thing once, in its order; of a thing with several forms the first. */
export function catalogFacts(): readonly CatalogFact[] {
  const found = new Map<string, CatalogFact>();
  for (const [type, spec] of Object.entries(CATALOG)) {
    for (const fact of factsOf(type, spec)) {
      if (!found.has(fact.key)) found.set(fact.key, fact);
    }
  }
  return [...found.values()];
}
