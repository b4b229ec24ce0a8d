import { onPage } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "version",
  level: "refused",
  reason: "2019-10-30 is the only version of the flow language",
  fix: 'write "Version": "2019-10-30"',
  source: onPage("https://docs.aws.amazon.com/connect/latest/devguide/flow-language-example.html"),
  *check({ flow }) {
    if (flow.Version !== "2019-10-30") {
      yield { path: "Version", message: "Invalid Action property value. Path: Version" };
    }
  },
};
