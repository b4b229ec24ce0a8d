import { reading } from "../../facts/source";
import { announcedKeys, answered, isMenu } from "../menus";
import type { Rule } from "../rule";
import { spokenBy } from "../speech";

export const rule: Rule = {
  id: "menu-key-secret",
  level: "warning",
  reason: "no text tells callers about this key",
  fix: "offer the key in the text, or delete its branch",
  source: reading("a key that the menu doesn't offer is pressed by chance only"),
  *check({ nodes }) {
    for (const node of nodes.filter(isMenu)) {
      const texts = [...spokenBy(node)].map(({ text }) => announcedKeys(text));
      const announced = new Set(texts.flatMap((keys) => [...keys]));
      for (const key of announced.size === 0 ? [] : answered(node)) {
        if (!announced.has(key)) {
          yield {
            index: node.index,
            path: `${node.path}.Transitions.Conditions`,
            message: `"${node.action.Identifier}" answers key ${key}, but never offers it`,
          };
        }
      }
    }
  },
};
