import { onPage } from "../../facts/source";
import { repeatedKeys } from "../../json-text";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "duplicate-key",
  level: "error in ours",
  reason:
    "JSON keeps only the last value of a key, and what stands before it is lost without a word",
  fix: "delete the one that isn't meant",
  source: onPage("https://www.rfc-editor.org/rfc/rfc8259#section-4"),
  *check({ content }) {
    for (const { key, line } of repeatedKeys(content)) {
      yield { message: `line ${line}: ${JSON.stringify(key)} stands there for the second time` };
    }
  },
};
