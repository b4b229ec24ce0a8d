import { hasError } from "../../catalog";
import { didYouMean } from "../../did-you-mean";
import { ERRORS } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "unknown-error",
  level: "refused",
  reason: "the action cannot fail in this way",
  fix: "take the error out of Transitions.Errors",
  source: answered(ERRORS),
  *check({ nodes }, { type }) {
    for (const { action, index, path, spec } of nodes) {
      if (spec === undefined || spec.next === "none") {
        continue;
      }
      for (const [at, { ErrorType }] of (action.Transitions.Errors ?? []).entries()) {
        if (!hasError(spec, ErrorType, type)) {
          yield {
            index,
            path: `${path}.Transitions.Errors[${at}]`,
            message: `Invalid Action error. Error: ${ErrorType}, Path: ${path}`,
            fix: `take it out of Transitions.Errors: there is no ${ErrorType} here${didYouMean(ErrorType, Object.keys(spec.errors))}`,
          };
        }
      }
    }
  },
};
