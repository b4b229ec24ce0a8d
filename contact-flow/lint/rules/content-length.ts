import { onPage } from "../../facts/source";
import type { Rule } from "../rule";

/** The longest content that the API takes. @see API_CreateContactFlow, Content */
const MAX_CONTENT = 256_000;

export const rule: Rule = {
  id: "content-length",
  level: "refused",
  reason: `the API takes at most ${MAX_CONTENT} characters of content`,
  fix: "move part of the flow to a module or to a flow of its own",
  source: onPage(
    "https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlow.html",
  ),
  *check({ content }) {
    if (content.length > MAX_CONTENT) {
      yield { message: `content must be at most ${MAX_CONTENT} characters, got ${content.length}` };
    }
  },
};
