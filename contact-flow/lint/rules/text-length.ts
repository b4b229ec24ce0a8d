import { inAdminGuide } from "../../facts/source";
import type { Rule } from "../rule";
import { spokenBy } from "../speech";

/**
 * "When you use text … you can use a maximum of 3,000 billed characters (6,000 total characters)."
 * Tags of SSML are not billed.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/play.html
 */
const MAX_BILLED = 3_000;

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
