import { onPage } from "../../facts/source";
import { arnsOf, KINDS } from "../arns";
import type { Rule } from "../rule";

/** What an ARN names, in words. */
function kindOf(arn: string): string {
  const known = Object.values(KINDS).find(({ is }) => is.test(arn));
  const [, , service = "", , , ...rest] = arn.split(":");
  const noun = rest.join(":").split("/").at(-2) ?? service;
  return known?.name ?? (service === "connect" ? `a ${noun}` : `a resource of ${service}`);
}

export const rule: Rule = {
  id: "reference-kind",
  level: "error in ours",
  reason:
    "the ARN is that of a resource of another type, so the action always takes its error branch",
  fix: "write the id or ARN of a resource of the type that the parameter needs",
  source: onPage("https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html"),
  *check(view) {
    for (const { index, path, id, arn, to } of arnsOf(view)) {
      if (to !== "other" && !KINDS[to].is.test(arn)) {
        yield {
          index,
          path,
          message: `"${id}" needs ${KINDS[to].name}, and the ARN is that of ${kindOf(arn)}`,
          fix: `write the id or ARN of ${KINDS[to].name}`,
        };
      }
    }
  },
};
