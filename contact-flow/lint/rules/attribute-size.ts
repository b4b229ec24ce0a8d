import { onPage } from "../../facts/source";
import { isObject } from "../../json";
import type { Rule } from "../rule";

/** All attributes of a contact together: names and values, in bytes of UTF-8. */
const MOST = 32_768;

export const rule: Rule = {
  id: "attribute-size",
  level: "error in ours",
  reason: `the attributes of a contact hold at most ${MOST} bytes: the action takes its error branch`,
  fix: "store an id, and let a function look up what belongs to it",
  source: onPage(
    "https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactAttributes.html",
  ),
  *check({ nodes }) {
    for (const { action, index, path } of nodes) {
      const attributes = action.Parameters?.Attributes;
      if (action.Type !== "UpdateContactAttributes" || !isObject(attributes)) continue;
      const bytes = Buffer.byteLength(
        Object.entries(attributes)
          .flatMap(([name, value]) => (typeof value === "string" ? [name, value] : []))
          .join(""),
      );
      if (bytes > MOST) {
        yield {
          index,
          path: `${path}.Parameters.Attributes`,
          message: `"${action.Identifier}" sets ${bytes} bytes of attributes`,
        };
      }
    }
  },
};
