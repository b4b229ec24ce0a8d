import { NEXT } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "terminal-transitions",
  level: "refused",
  reason: "the flow ends here, so nothing can come after it",
  fix: 'write "Transitions": {}',
  source: answered(NEXT),
  *check({ nodes }) {
    for (const { action, index, path, spec } of nodes) {
      const { NextAction, Conditions = [], Errors = [] } = action.Transitions;
      if (
        spec?.next === "none" &&
        (NextAction !== undefined || Conditions.length + Errors.length > 0)
      ) {
        yield {
          index,
          path: `${path}.Transitions`,
          message: `Action does not support transitions. Path: ${path}`,
        };
      }
    }
  },
};
