import { inAdminGuide } from "../../facts/source";
import type { Rule } from "../rule";
import { judge, ssmlOf } from "../ssml";

export const rule: Rule = {
  id: "ssml-tag",
  level: "warning",
  reason: "Connect's voices don't support it, and ignore it",
  fix: "use a tag of AWS's list: break, lang, mark, p, phoneme, prosody, s, say-as, sub, w, amazon:effect",
  source: inAdminGuide("supported-ssml-tags"),
  *check(view) {
    for (const { index, path, ssml } of ssmlOf(view)) {
      const { malformed, odd: all } = judge(ssml);
      for (const odd of malformed === undefined ? new Set(all) : []) {
        yield { index, path, message: `the SSML has ${odd}` };
      }
    }
  },
};
