import { onPage } from "../../facts/source";
import type { Rule } from "../rule";
import { judge, ssmlOf } from "../ssml";

export const rule: Rule = {
  id: "ssml-value",
  level: "error in ours",
  reason:
    "Amazon Polly refuses SSML with a value that it doesn't know: the action takes its error branch",
  fix: "write a value that the page of the tag lists",
  source: onPage("https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html"),
  *check(view) {
    for (const { index, path, ssml } of ssmlOf(view)) {
      const { malformed, attributes } = judge(ssml);
      const told = new Set<string>();
      for (const { message, fix } of malformed === undefined ? attributes : []) {
        if (told.has(message)) continue;
        told.add(message);
        yield { index, path, message: `the SSML has ${message}`, fix };
      }
    }
  },
};
