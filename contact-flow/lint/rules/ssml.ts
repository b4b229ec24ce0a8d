import { inAdminGuide } from "../../facts/source";
import type { Rule } from "../rule";
import { judge, ssmlOf } from "../ssml";

export const rule: Rule = {
  id: "ssml",
  level: "error in ours",
  reason: "SSML that isn't well-formed isn't spoken: the action takes its error branch",
  fix: "close each tag, write & as &amp; and < as &lt;, and put all of it between <speak> and </speak>",
  source: inAdminGuide("supported-ssml-tags"),
  *check(view) {
    for (const { index, path, ssml } of ssmlOf(view)) {
      const { malformed } = judge(ssml);
      if (malformed !== undefined) {
        yield { index, path, message: `the SSML isn't well-formed: ${malformed}` };
      }
    }
  },
};
