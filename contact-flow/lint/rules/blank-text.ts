import { speaks } from "../../catalog";
import { PULUMI } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import type { Rule } from "../rule";
import { spokenBy } from "../speech";

export const rule: Rule = {
  id: "blank-text",
  level: "warning",
  reason: "the caller hears nothing, and doesn't know what to do",
  fix: "write a text, or delete the block",
  source: answered(PULUMI),
  *check({ nodes }) {
    for (const node of nodes.filter(({ action }) => speaks(action))) {
      for (const { path, text } of spokenBy(node)) {
        // An empty string is refused by Connect itself.
        if (text !== "" && text.trim() === "") {
          yield { index: node.index, path, message: `"${node.action.Identifier}" says nothing` };
        }
      }
    }
  },
};
