import { inAdminGuide } from "../../facts/source";
import { arnsOf } from "../arns";
import type { Rule } from "../rule";

/** What an instance uses in its own Region only. */
const OWN_REGION = /^arn:[^:]*:(connect|lambda|lex):([^:]+):/;

export const rule: Rule = {
  id: "two-regions",
  level: "error in ours",
  reason: "an instance invokes only the functions and bots of its own Region",
  fix: "write the ARN of the one in the instance's Region",
  source: inAdminGuide("connect-lambda-functions"),
  *check(view) {
    let first: { service: string; region: string } | undefined;
    const told = new Set<string>();
    for (const { index, path, arn } of arnsOf(view)) {
      const [, service, region] = OWN_REGION.exec(arn) ?? [];
      if (service === undefined || region === undefined) continue;
      first ??= { service, region };
      // Resources of two instances are told as such.
      const isOther =
        region !== first.region && !(service === "connect" && first.service === service);
      if (isOther && !told.has(region)) {
        told.add(region);
        yield {
          index,
          path,
          message: `the flow refers to resources in two Regions, ${first.region} and ${region}`,
        };
      }
    }
  },
};
