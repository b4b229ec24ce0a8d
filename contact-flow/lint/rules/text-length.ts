import { inAdminGuide } from "../../facts/source";
import type { Rule } from "../rule";
import { MAX_BILLED, spokenBy } from "../speech";

/** Tags of SSML are not billed. */
const MAX_TOTAL = 6_000;

export const rule: Rule = {
  id: "text-length",
  level: "error",
  reason: `Amazon Polly speaks at most ${MAX_BILLED} billed characters at once`,
  fix: "split the text into several prompts",
  source: inAdminGuide("play"),
  *check({ nodes }) {
    for (const node of nodes) {
      for (const { path, text } of spokenBy(node)) {
        const limit = path.endsWith("SSML") ? MAX_TOTAL : MAX_BILLED;
        if (text.trim().length > limit || text.length > MAX_TOTAL) {
          yield {
            index: node.index,
            path,
            message: `text must be at most ${limit} characters, got ${text.length}`,
          };
        }
      }
    }
  },
};
