import { onPage } from "../../facts/source";
import { parameterFaults } from "../parameters";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "reference",
  level: "refused",
  reason: "Connect finds resources by id or ARN, never by name",
  fix: "write the id, the ARN or a JSONPath to one; is a placeholder left unfilled?",
  source: onPage(
    "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions-parameter-restrictions.html",
  ),
  check: (view, context) => parameterFaults(view, context).get("reference") ?? [],
};
