import { inAdminGuide } from "../../facts/source";
import type { Node, Rule } from "../rule";

const storesInput = ({ action: { Type, Parameters } }: Node): boolean =>
  Type === "GetParticipantInput" &&
  ["True", "true"].some((flag) => flag === Parameters?.StoreInput);

export const rule: Rule = {
  id: "prompt-before-store",
  level: "warning",
  reason:
    "keys that are pressed during this prompt are lost: Connect collects them only during the prompt of the input block",
  fix: "put the text into the block Store customer input",
  source: inAdminGuide("store-customer-input"),
  *check({ nodes, byId }) {
    for (const { action, index, path } of nodes) {
      const next = byId.get(action.Transitions.NextAction ?? "");
      if (action.Type === "MessageParticipant" && next !== undefined && storesInput(next)) {
        yield {
          index,
          path: `${path}.Transitions.NextAction`,
          message: `"${action.Identifier}" speaks right before "${next.action.Identifier}" (Store customer input)`,
        };
      }
    }
  },
};
