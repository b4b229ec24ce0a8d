import { onPage } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "duplicate-identifier",
  level: "refused",
  reason: "a transition to this identifier is ambiguous",
  fix: "give each action its own identifier",
  source: onPage("https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html"),
  *check({ nodes, byId }) {
    const missing = nodes
      .flatMap(({ exits }) => exits.map(({ target }) => target))
      .find((id) => !byId.has(id));
    for (const node of nodes) {
      if (byId.get(node.action.Identifier) !== node) {
        const at = `${node.path}.Identifier`;
        yield {
          index: node.index,
          path: at,
          message: `Invalid Action property value. Path: ${at}`,
          ...(missing === undefined
            ? {}
            : { fix: `${rule.fix}; a transition leads to "${missing}", which none has` }),
        };
      }
    }
  },
};
