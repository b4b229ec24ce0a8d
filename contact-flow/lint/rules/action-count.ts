import { onPage } from "../../facts/source";
import type { Rule } from "../rule";

/** @see https://docs.aws.amazon.com/connect/latest/devguide/flow-language-example.html */
const MAX_ACTIONS = 250;

export const rule: Rule = {
  id: "action-count",
  level: "refused",
  reason: `a flow has at most ${MAX_ACTIONS} actions`,
  fix: "move part of the flow to a module or to a flow of its own",
  source: onPage("https://docs.aws.amazon.com/connect/latest/devguide/flow-language-example.html"),
  *check({ nodes }) {
    if (nodes.length > MAX_ACTIONS) {
      yield {
        path: "Actions",
        message: `Actions must be at most ${MAX_ACTIONS}, got ${nodes.length}`,
      };
    }
  },
};
