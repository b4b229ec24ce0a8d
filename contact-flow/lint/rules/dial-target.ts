import { reading } from "../../facts/source";
import { isJsonPath } from "../../json-path";
import { transfers } from "../destinations";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "dial-target",
  level: "error in ours",
  reason:
    "anybody who can set the attribute can make the center call any number, at the center's cost",
  fix: "write the number itself; for several numbers, branch to several transfers",
  source: reading("a number that a caller chooses may be one that costs money (toll fraud)"),
  *check(view) {
    for (const { index, path, value, id } of transfers(view)) {
      if (isJsonPath(value)) {
        yield {
          index,
          path,
          message: `"${id}" calls the number that ${value} contains, which can be any number`,
        };
      }
    }
  },
};
