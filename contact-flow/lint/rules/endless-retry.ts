import { specificationOf } from "../../catalog";
import type { Exit } from "../../exits";
import { reading } from "../../facts/source";
import { circle, steadyCircle } from "../endless";
import { lostIn } from "../reach";
import type { Node, Rule } from "../rule";

/** Blocks that let time pass before the contact comes back. */
const PAUSES: ReadonlySet<string> = new Set(["MessageParticipantIteratively", "Wait"]);

/** Errors that stay for a while: whoever comes back at once meets them again. */
const LASTING: Readonly<Record<string, string>> = {
  NoMatchingError: "fails",
  QueueAtCapacity: "finds the queue full",
};

const errorOf = ({ action }: Node, { key }: Exit): string =>
  action.Transitions.Errors?.[Number(/\d+/.exec(key)?.[0])]?.ErrorType ?? "";

export const rule: Rule = {
  id: "endless-retry",
  level: "error in ours",
  reason:
    "an action that has failed will probably fail again, and nothing limits the number of attempts",
  fix: "limit the number of attempts with a Loop",
  source: reading("what fails once may fail for ever"),
  *check(view) {
    const lost = lostIn(view);
    for (const node of view.reached) {
      for (const exit of lost.has(node) ? [] : node.exits) {
        const lasting = exit.kind === "error" ? LASTING[errorOf(node, exit)] : undefined;
        if (lasting === undefined || specificationOf(node.action) === undefined) continue;
        const way = circle(view, node, exit) ?? steadyCircle(view, node, exit);
        if (way !== undefined && !way.some(({ action }) => PAUSES.has(action.Type))) {
          yield {
            index: node.index,
            path: `${node.path}.Transitions.${exit.key}`,
            message: `where "${node.action.Identifier}" ${lasting}, the contact returns to it without end`,
          };
        }
      }
    }
  },
};
