import { reading } from "../../facts/source";
import { all, loopsOf, lostIn, orphansToTell } from "../reach";
import type { Rule } from "../rule";

export const rule: Rule = {
  id: "endless-loop",
  level: "error in ours",
  reason: "a caller who gets here can only hang up",
  fix: "lead one of the branches to a disconnect, a queue or the end of the flow",
  source: reading("a contact that never leaves a circle is never served"),
  *check(view) {
    const { ofLoops } = orphansToTell(view);
    for (const [at, { action, index, path }] of loopsOf([...lostIn(view)], view, all).entries()) {
      const orphan = ofLoops[at]?.action.Identifier;
      const unused = orphan === undefined ? "" : `, and none from the start to "${orphan}"`;
      yield {
        index,
        path,
        message: `no path from "${action.Identifier}" leads out of the flow${unused}`,
      };
    }
  },
};
