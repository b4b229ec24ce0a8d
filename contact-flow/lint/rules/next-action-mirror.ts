import type { Mirror } from "../../catalog/specification";
import { NEXT } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import type { Action } from "../../flow";
import type { Rule } from "../rule";

function mirrored(action: Action, mirror: Exclude<Mirror, "none">): readonly string[] {
  const { Errors = [], Conditions = [] } = action.Transitions;
  // A full or failing queue are both ends of a transfer: the console copies either.
  if (action.Type.endsWith("ToQueue")) {
    return Errors.map(({ NextAction }) => NextAction);
  }
  return "error" in mirror
    ? Errors.filter(({ ErrorType }) => ErrorType === mirror.error).map(
        ({ NextAction }) => NextAction,
      )
    : Conditions.filter(({ Condition }) => Condition.Operands[0] === mirror.condition).map(
        ({ NextAction }) => NextAction,
      );
}

export const rule: Rule = {
  id: "next-action-mirror",
  level: "error in ours",
  reason:
    "the console writes NextAction of a branching action as a copy of its default branch; no contact takes it, so a different one misleads readers",
  fix: "copy the target of the default branch",
  source: answered(NEXT),
  *check({ nodes }) {
    for (const { action, index, path, spec } of nodes) {
      const next = action.Transitions.NextAction;
      if (spec?.mirrors === undefined || spec.mirrors === "none" || next === undefined) {
        continue;
      }
      const targets = mirrored(action, spec.mirrors);
      const [first] = targets;
      if (first !== undefined && !targets.includes(next)) {
        yield {
          index,
          path: `${path}.Transitions.NextAction`,
          message: `NextAction of "${action.Identifier}" is "${next}", its default branch is "${first}"`,
          fix: `write "${first}"`,
        };
      }
    }
  },
};
