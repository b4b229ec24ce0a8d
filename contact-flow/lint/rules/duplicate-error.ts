import { reading } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "duplicate-error",
  level: "error in ours",
  reason: "only one of two branches for the same error can be taken",
  fix: "delete one of the two",
  source: reading("no page says which of two branches for one error is taken"),
  *check({ nodes }) {
    for (const { action, index, path } of nodes) {
      const seen = new Set<string>();
      for (const [at, { ErrorType }] of (action.Transitions.Errors ?? []).entries()) {
        if (seen.has(ErrorType)) {
          yield {
            index,
            path: `${path}.Transitions.Errors[${at}]`,
            message: `"${action.Identifier}" has two branches for ${ErrorType}`,
          };
        }
        seen.add(ErrorType);
      }
    }
  },
};
