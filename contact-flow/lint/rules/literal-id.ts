import { reading } from "../../facts/source";
import { isJsonPath } from "../../json-path";
import { isHole, isLiteralId, visitReferences } from "../references";
import type { Fault, Rule } from "../rule";

export const rule: Rule = {
  id: "literal-id",
  level: "error",
  reason: "the id exists in one instance only, so the flow can't be deployed to another",
  fix: "replace it by a named hole, which is filled when the template is rendered",
  source: reading("an id belongs to one instance"),
  *check({ nodes }, { origin }) {
    if (origin !== "template") {
      return;
    }
    for (const { action, index, path, spec } of nodes) {
      const faults: Fault[] = [];
      for (const [key, parameter] of Object.entries(spec?.parameters ?? {})) {
        const at = `${path}.Parameters.${key}`;
        visitReferences(action.Parameters?.[key], parameter, at, (value, where) => {
          if (isLiteralId(value) || !(isHole(value) || isJsonPath(value))) {
            faults.push({ index, path: where, message: `${value} is written out in a template` });
          }
        });
      }
      yield* faults;
    }
  },
};
