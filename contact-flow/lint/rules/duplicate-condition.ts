import { onPage } from "../../facts/source";
import { pairsOf, same } from "../conditions";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "duplicate-condition",
  level: "error in ours",
  reason: "Connect takes the first condition that holds, so the second is never taken",
  fix: "delete one of the two, or give it another key or value",
  source: onPage("https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html"),
  *check(view) {
    for (const { earlier, later } of [...pairsOf(view)].filter(same)) {
      yield {
        index: later.node.index,
        path: `${later.path}.Condition.Operands[0]`,
        message: `"${later.node.action.Identifier}" asks for ${later.operand} twice, first at ${earlier.path}`,
      };
    }
  },
};
