import { onPage } from "../../facts/source";
import { pairsOf, same } from "../conditions";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "unreachable-condition",
  level: "error in ours",
  reason:
    "Connect takes the first condition that holds, and whenever this one holds, so does an earlier one",
  fix: "put the narrower condition first",
  source: onPage("https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html"),
  *check(view) {
    for (const pair of pairsOf(view)) {
      const { earlier, later } = pair;
      if (!same(pair)) {
        yield {
          index: later.node.index,
          path: `${later.path}.Condition.Operands[0]`,
          message: `"${later.node.action.Identifier}" never takes ${later.operator} ${later.operand}: ${earlier.operator} ${earlier.operand} holds whenever it does`,
        };
      }
    }
  },
};
