import { PULUMI } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "flow-type",
  level: "refused",
  reason: "Connect allows this action only in other types of flow",
  fix: "use another action, or another type of flow",
  source: answered(PULUMI),
  // Connect refuses these without naming the action; the wording is ours.
  *check({ nodes }, { type }) {
    for (const { action, index, path, spec } of nodes) {
      if (spec !== undefined && spec.flowTypes !== "all" && !spec.flowTypes.includes(type)) {
        yield {
          index,
          path: `${path}.Type`,
          message: `Invalid Action type for flow type. Type: ${action.Type}, Flow type: ${type}, Path: ${path}.Type`,
          fix: `${action.Type} belongs in ${spec.flowTypes.join(", ")}`,
        };
      }
    }
  },
};
