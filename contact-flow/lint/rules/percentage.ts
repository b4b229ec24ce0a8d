import { inAdminGuide } from "../../facts/source";
import { conditionsOf, hasHole } from "../conditions";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "percentage",
  level: "error in ours",
  reason:
    "the number that is drawn lies between 1 and 100: a branch outside of it takes all contacts or none",
  fix: "write one more than the sum of the percentages so far: 51 for the first half",
  source: inAdminGuide("distribute-by-percentage"),
  *check({ nodes }) {
    for (const node of nodes) {
      if (node.action.Type !== "DistributeByPercentage") continue;
      for (const condition of conditionsOf(node)) {
        const below = Number(condition.operand);
        if (hasHole(condition) || Number.isNaN(below) || (below > 1 && below <= 101)) continue;
        yield {
          index: node.index,
          path: `${condition.path}.Condition.Operands[0]`,
          message: `"${node.action.Identifier}" asks for a number below ${condition.operand}`,
        };
      }
    }
  },
};
