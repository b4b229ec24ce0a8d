import { destinationOf, isAllowed } from "../../destinations";
import { reading } from "../../facts/source";
import { isJsonPath } from "../../json-path";
import { transfers } from "../destinations";
import { isHole, isTerraformToken } from "../references";
import type { Rule } from "../rule";

const TOLL_FRAUD = "calls abroad and to special rates are what toll fraud is after";

export const rule: Rule = {
  id: "destination",
  level: "error in ours",
  reason: TOLL_FRAUD,
  fix: "transfer to another number",
  source: reading("a call abroad or to a special rate that nobody means costs money"),
  *check(view, { allowedDestinations }) {
    for (const { index, path, value, id } of transfers(view)) {
      if (isJsonPath(value) || isHole(value) || isTerraformToken(value)) {
        continue;
      }
      const destination = destinationOf(value);
      if (destination === undefined) {
        yield {
          index,
          path,
          message: `"${id}" calls ${value}, which is not a number in E.164 format`,
          fix: 'write a number such as "+13025550100"',
        };
      } else if (!isAllowed(destination, allowedDestinations)) {
        yield {
          index,
          path,
          message: `"${id}" calls ${value}, which leads to ${destination}: ${TOLL_FRAUD}`,
          fix: `transfer to another number, or allow it by name: allowedDestinations: ["${destination}"]`,
        };
      }
    }
  },
};
