import { reading } from "../../facts/source";
import { stepsOf } from "../../json-path";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "attribute-name",
  level: "warning",
  reason:
    "a path such as $.Attributes.name takes $ and . for its own signs, and needs a name, so it never finds the attribute",
  fix: "write a name of letters, digits, - and _",
  source: reading(
    "a path reads a dot as a step; the page names brackets for other special characters, such as spaces",
  ),
  *check({ nodes }) {
    for (const { action, index, path } of nodes) {
      const attributes = action.Parameters?.Attributes;
      if (action.Type !== "UpdateContactAttributes" || typeof attributes !== "object") continue;
      for (const name of Object.keys(attributes ?? {})) {
        // AWS's rules engine takes a name from a function's answer.
        const isDynamic = /[{}]/.test(name) || stepsOf(name) !== undefined;
        const isUnreadable = /[$.]/.test(name) && !isDynamic;
        if (isUnreadable || name.trim() === "") {
          yield {
            index,
            path: `${path}.Parameters.Attributes`,
            message: `"${action.Identifier}" sets the attribute ${JSON.stringify(name)}`,
          };
        }
      }
    }
  },
};
