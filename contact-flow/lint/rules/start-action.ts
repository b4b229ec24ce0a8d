import { onPage } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "start-action",
  level: "refused",
  reason: "the flow has no first action",
  fix: "name the Identifier of the first action",
  source: onPage("https://docs.aws.amazon.com/connect/latest/devguide/flow-language-example.html"),
  *check({ flow, byId }) {
    if (!byId.has(flow.StartAction)) {
      yield { path: "StartAction", message: "Invalid Action property value. Path: StartAction" };
    }
  },
};
