import { reading } from "../../facts/source";
import { orphansToTell } from "../reach";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "unreachable-action",
  level: "error in ours",
  reason: "no contact ever reaches this action",
  fix: "add a transition to it, or delete it",
  source: reading("no contact ever comes to it"),
  *check(view) {
    if (!view.byId.has(view.flow.StartAction)) {
      return;
    }
    for (const { action, index, path } of orphansToTell(view).alone) {
      yield { index, path, message: `no path from the start leads to "${action.Identifier}"` };
    }
  },
};
