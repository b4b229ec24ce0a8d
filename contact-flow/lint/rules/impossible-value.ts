import { inAdminGuide } from "../../facts/source";
import { conditionsOf, hasHole } from "../conditions";
import type { Rule } from "../rule";

/** What a value is always one of. */
const WORDS = new Map([
  ["$.Channel", ["VOICE", "CHAT", "TASK", "EMAIL"]],
  [
    "$.InitiationMethod",
    [
      "INBOUND",
      "OUTBOUND",
      "TRANSFER",
      "CALLBACK",
      "QUEUE_TRANSFER",
      "DISCONNECT",
      "API",
      "EXTERNAL_OUTBOUND",
      "MONITOR",
      "WEBRTC_API",
      "AGENT_REPLY",
      "FLOW",
      "CAMPAIGN_PREVIEW",
    ],
  ],
]);

export const rule: Rule = {
  id: "impossible-value",
  level: "warning",
  reason: "the attribute never has this value, so the branch is never taken",
  fix: "write one of the attribute's values, in capital letters",
  source: inAdminGuide("connect-attrib-list"),
  *check({ nodes }) {
    for (const node of nodes) {
      const attribute = node.action.Parameters?.ComparisonValue;
      const words = typeof attribute === "string" ? WORDS.get(attribute) : undefined;
      if (words === undefined || typeof attribute !== "string") continue;
      for (const condition of conditionsOf(node)) {
        const { operator, operand, path } = condition;
        if (
          operator === "Equals" &&
          !words.includes(operand) &&
          operand !== "NULL" &&
          !hasHole(condition)
        ) {
          yield {
            index: node.index,
            path: `${path}.Condition.Operands`,
            message: `"${node.action.Identifier}" asks whether ${attribute} is ${operand}`,
            fix: `write one of ${words.join(", ")}`,
          };
        }
      }
    }
  },
};
