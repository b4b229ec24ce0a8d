import { reading } from "../../facts/source";
import { announcedKeys, answered, isMenu, mistyped } from "../menus";
import type { Rule } from "../rule";
import { spokenBy } from "../speech";

export const rule: Rule = {
  id: "menu-key-nowhere",
  level: "error in ours",
  reason: "the text tells callers to press a key for which there is no branch",
  fix: "add a branch for the key, or do not offer it",
  source: reading(
    "a key that the menu offers and the flow doesn't know leads to the error of a wrong key",
  ),
  *check({ nodes }) {
    for (const node of nodes.filter(isMenu)) {
      const keys = answered(node);
      for (const { path, text } of spokenBy(node)) {
        const without = [...announcedKeys(text)].filter((key) => !keys.has(key));
        // Branches for what is no key were probably meant for these.
        if (without.length <= mistyped(node)) continue;
        for (const key of without) {
          yield {
            index: node.index,
            path,
            message: `"${node.action.Identifier}" offers key ${key}, but no branch answers it`,
          };
        }
      }
    }
  },
};
