import { NEXT } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "next-action-required",
  level: "refused",
  reason: "Connect demands a NextAction even where it is never taken",
  fix: "name the action that follows; for a branching action, the one of its default branch",
  source: answered(NEXT),
  *check({ nodes }) {
    for (const { action, index, path, spec } of nodes) {
      if (spec?.next === "required" && action.Transitions.NextAction === undefined) {
        const at = `${path}.Transitions.NextAction`;
        yield { index, path: at, message: `Action is missing required property. Path: ${at}` };
      }
    }
  },
};
