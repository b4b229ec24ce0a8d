import { onPage } from "../../facts/source";
import { arnsOf } from "../arns";
import type { Rule } from "../rule";

const ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const PLACE = "arn:[a-z0-9-]+";

/** The whole of an ARN, by its service. Those of Connect's own views and of agents' queues have other ids. */
const WHOLE: Readonly<Record<string, RegExp>> = {
  connect: new RegExp(
    `^${PLACE}:connect:[a-z0-9-]+:(?:\\d{12}:instance/${ID}/[a-z-]+/(?:agent/)?${ID}(?::\\S+)?|(?:aws|\\d{12}):\\S*view/\\S+|\\d{12}:phone-number/${ID})$`,
  ),
  lambda: new RegExp(
    `^${PLACE}:lambda:[a-z0-9-]+:\\d{12}:function:[A-Za-z0-9_-]{1,64}(?::(?:\\$LATEST|[A-Za-z0-9_-]+))?$`,
  ),
};

export const rule: Rule = {
  id: "malformed-arn",
  level: "error in ours",
  reason: "a part of the ARN is missing or mistyped, so it names nothing",
  fix: "copy the whole ARN: arn, partition, service, Region, account and id",
  source: onPage("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"),
  *check(view) {
    for (const { index, path, id, arn } of arnsOf(view)) {
      const [, , service = ""] = arn.split(":");
      if (WHOLE[service]?.test(arn) === false) {
        yield {
          index,
          path,
          message: `"${id}" names ${arn}, which is no whole ARN`,
          ...(service === "lambda"
            ? { fix: "write arn:aws:lambda:REGION:ACCOUNT:function:NAME" }
            : {}),
        };
      }
    }
  },
};
