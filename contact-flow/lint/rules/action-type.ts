import { CATALOG, isActionType, NEVER_VALID, REFUSED_TYPES } from "../../catalog";
import { nearest } from "../../did-you-mean";
import { TYPES } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "action-type",
  level: "refused",
  reason: "the service does not know this type",
  fix: "use a type of the flow language; types are case-sensitive",
  source: answered(TYPES),
  *check({ nodes }) {
    for (const { action, index, path } of nodes) {
      if (!isActionType(action.Type)) {
        const meant = NEVER_VALID[action.Type] ?? nearest(action.Type, Object.keys(CATALOG));
        if (REFUSED_TYPES.includes(action.Type)) {
          yield {
            index,
            path: `${path}.Type`,
            message: `Invalid Action type. Type: ${action.Type}, Path: ${path}.Type`,
            fix: "take it out: AWS's pages name this type, and CreateContactFlow refuses it",
          };
          continue;
        }
        yield {
          index,
          path: `${path}.Type`,
          message: `Invalid Action type. Type: ${action.Type}, Path: ${path}.Type`,
          ...(meant === undefined ? {} : { fix: `write ${meant}` }),
        };
      }
    }
  },
};
