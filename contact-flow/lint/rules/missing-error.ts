import { hasError } from "../../catalog";
import { ERRORS } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "missing-error",
  level: "refused",
  reason: "Connect demands a branch for this error",
  fix: "add the error to Transitions.Errors",
  source: answered(ERRORS),
  *check({ nodes }, { type }) {
    for (const { action, index, path, spec } of nodes) {
      const present = new Set(action.Transitions.Errors?.map(({ ErrorType }) => ErrorType));
      for (const [error, rule] of Object.entries(spec?.errors ?? {})) {
        if (rule === "required" && !present.has(error) && hasError(spec, error, type)) {
          yield {
            index,
            path: `${path}.Transitions.Errors`,
            message: `Action is missing required error. Error: ${error}, Path: ${path}`,
          };
        }
      }
    }
  },
};
