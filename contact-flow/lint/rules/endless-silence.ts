import type { Exit } from "../../exits";
import { reading } from "../../facts/source";
import { loopsOf, lostIn, trapped } from "../reach";
import type { Node, Rule } from "../rule";
import { reachableFrom, successesOf } from "../view";

const asks = ({ action }: Node): boolean => action.Type === "GetParticipantInput";

/** The exits of a caller who never presses a key. */
const silent = (node: Node): readonly Exit[] =>
  node.action.Type === "GetParticipantInput" &&
  node.spec?.errors.InputTimeLimitExceeded !== undefined
    ? node.exits.filter(({ kind, label }) => kind === "error" && label === "Timeout")
    : successesOf(node);

export const rule: Rule = {
  id: "endless-silence",
  level: "error in ours",
  reason: "a caller who presses no key hears the same prompts without end, and the line stays busy",
  fix: "limit the number of attempts with a Loop",
  source: reading("a circle in which nobody speaks and nothing waits ends the contact"),
  *check(view) {
    const always = lostIn(view);
    const loops = loopsOf(trapped(view, silent), view, silent);
    const inLoop = (node: Node) => [...reachableFrom([node], view.byId, silent)];
    for (const node of loops.flatMap((loop) => inLoop(loop).find(asks) ?? [])) {
      if (!always.has(node)) {
        yield {
          index: node.index,
          path: node.path,
          message: `a caller who presses no key never leaves "${node.action.Identifier}"`,
        };
      }
    }
  },
};
