import { reading } from "../../facts/source";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "channel",
  level: "warning",
  reason: "on a voice call the action always takes its error branch",
  fix: "use an action that works on voice, or branch on $.Channel before it",
  source: reading("each action's page names its channels"),
  *check({ nodes }) {
    // A guide is always a chat, whatever the channel of the contact that it is shown for.
    if (nodes.some(({ action }) => action.Type === "ShowView")) {
      return;
    }
    for (const { action, index, path, spec } of nodes) {
      if (spec?.channels !== undefined && !spec.channels.includes("VOICE")) {
        yield {
          index,
          path: `${path}.Type`,
          message: `${action.Type} works only on ${spec.channels.join(", ").toLowerCase()}`,
        };
      }
    }
  },
};
