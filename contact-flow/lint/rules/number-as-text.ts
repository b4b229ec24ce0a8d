import type { ParameterSpec } from "../../catalog";
import { reading } from "../../facts/source";
import { isObject, type Json } from "../../json";
import type { Fault, Node, Rule } from "../rule";

/** The numbers that stand where the parameter holds a text. */
function* numbersIn(
  value: Json | undefined,
  spec: ParameterSpec | undefined,
  path: string,
): Generator<Fault> {
  if (spec === undefined || value === undefined) return;
  if (spec.kind === "list" && Array.isArray(value)) {
    for (const [at, entry] of value.entries()) {
      yield* numbersIn(entry, spec.of, `${path}[${at}]`);
    }
  } else if ((spec.kind === "object" || spec.kind === "map") && isObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      const inner = spec.kind === "map" ? spec.of : spec.fields[key];
      yield* numbersIn(entry, inner, `${path}.${key}`);
    }
  } else if (typeof value === "number" && (spec.kind === "text" || spec.kind === "choice")) {
    yield {
      path,
      message: `the number ${value} stands where a text belongs`,
      fix: `write "${value}"`,
    };
  }
}

function* numbersOf({ action, spec, path, index }: Node): Generator<Fault> {
  for (const [name, value] of Object.entries(action.Parameters ?? {})) {
    const own = spec?.parameters ?? {};
    const parameter = Object.hasOwn(own, name) ? own[name] : undefined;
    for (const fault of numbersIn(value, parameter, `${path}.Parameters.${name}`)) {
      yield { ...fault, index };
    }
  }
}

export const rule: Rule = {
  id: "number-as-text",
  level: "error in ours",
  reason: "texts of the flow language are JSON strings, and no export has a number in their place",
  fix: "put it between double quotes",
  source: reading("the pages write every text, key and attribute in double quotes"),
  *check({ nodes }) {
    for (const node of nodes) yield* numbersOf(node);
  },
};
