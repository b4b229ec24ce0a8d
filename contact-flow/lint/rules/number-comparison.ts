import { comparesNumbers, isNumber } from "../../conditions";
import { onPage } from "../../facts/source";
import { conditionsOf, hasHole } from "../conditions";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "number-comparison",
  level: "error in ours",
  reason: "a comparison of numbers is false if one side is not a number",
  fix: "compare with a number, or compare texts: Equals, TextStartsWith, TextContains",
  source: onPage("https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html"),
  *check({ nodes }) {
    for (const condition of nodes.flatMap(conditionsOf)) {
      const { node, path, operator, operand } = condition;
      if (
        comparesNumbers(operator) &&
        !isNumber(operand) &&
        !operand.startsWith("$") &&
        !hasHole(condition)
      ) {
        // Other actions take numbers only, and the rule "conditions" says so.
        const spec = node.spec?.conditions;
        if (spec === undefined || spec === "none" || spec.operands !== "any") continue;
        yield {
          index: node.index,
          path: `${path}.Condition.Operands`,
          message: `"${node.action.Identifier}" compares a number with "${operand}"`,
        };
      }
    }
  },
};
