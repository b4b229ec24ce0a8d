import { speaks } from "../../catalog";
import { reading } from "../../facts/source";
import { circle, decides } from "../endless";
import { lostIn } from "../reach";
import type { Rule } from "../rule";
import { successesOf } from "../view";

export const rule: Rule = {
  id: "endless-prompt",
  level: "error in ours",
  reason:
    "it ends only when an action fails or the caller hangs up, and the line is busy until then",
  fix: "count the repetitions with a Loop, or continue to a queue or a disconnect",
  source: reading("a caller who hears one prompt for ever hangs up"),
  *check(view) {
    // What has no way out at all is the rule endless-loop's.
    const told = new Set(lostIn(view));
    for (const node of view.reached) {
      const [only, ...more] = successesOf(node);
      if (only === undefined || more.length > 0 || decides(node) || told.has(node)) continue;
      const way = circle(view, node, only);
      if (way === undefined) continue;
      const all = [node, ...way];
      all.forEach((each) => told.add(each));
      const isWaiting = all.some(({ action }) => action.Type === "Wait");
      if (!isWaiting) {
        const spoken = all.some(({ action }) => speaks(action));
        yield {
          index: node.index,
          path: node.path,
          message: `"${node.action.Identifier}" ${spoken ? "is repeated" : "runs"} without end: only an error leads out of it`,
        };
      }
    }
  },
};
