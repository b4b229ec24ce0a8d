import { specificationOf, speaks } from "../catalog";
import type { Exit } from "../exits";
import { reading } from "../facts/source";
import { ERROR_IN_OURS, type FlowView, type Node, type Rule } from "./rule";
import { lostIn } from "./reach";
import { successesOf } from "./view";

/** Whether the caller or the world has a say there: what follows isn't bound to come. */
const decides = ({ action }: Node): boolean =>
  action.Type === "GetParticipantInput" || action.Type === "ConnectParticipantWithLexBot";

/**
 * The nodes from the given exit to the one it comes back to, where nothing on the way can lead
 * elsewhere but an error; undefined if something can.
 */
function circle(view: FlowView, node: Node, first: Exit): readonly Node[] | undefined {
  const way: Node[] = [];
  let next = view.byId.get(first.target);
  while (next !== undefined && next !== node && !way.includes(next)) {
    const exits = successesOf(next);
    if (decides(next) || exits.length !== 1) return undefined;
    way.push(next);
    next = view.byId.get(exits[0]?.target ?? "");
  }
  return next === node ? way : undefined;
}

/** Errors that stay for a while: whoever comes back at once meets them again. */
const LASTING: Readonly<Record<string, string>> = {
  NoMatchingError: "fails",
  QueueAtCapacity: "finds the queue full",
};

const errorOf = ({ action }: Node, { key }: Exit): string =>
  action.Transitions.Errors?.[Number(/\d+/.exec(key)?.[0])]?.ErrorType ?? "";

/** Circles that no count ever ends. */
export const ENDLESS_RULES: readonly Rule[] = [
  {
    id: "endless-prompt",
    source: reading("a caller who hears one prompt for ever hangs up"),
    reason: "only a failure or the caller's hanging up ends it, and the line stays busy until then",
    fix: "count with a Loop and give up after the last time, or lead on to a queue or a disconnect",
    checkedBy: "house",
    level: ERROR_IN_OURS,
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
            message: `"${node.action.Identifier}" ${spoken ? "is heard" : "runs"} again and again, and only an error leads out`,
          };
        }
      }
    },
  },
  {
    id: "endless-retry",
    source: reading("what fails once may fail for ever"),
    reason: "what has failed fails again, and nobody counts how often it is tried",
    fix: "count the attempts with a Loop and give up after the last",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view) {
      const lost = lostIn(view);
      for (const node of view.reached) {
        for (const exit of lost.has(node) ? [] : node.exits) {
          const lasting = exit.kind === "error" ? LASTING[errorOf(node, exit)] : undefined;
          if (lasting === undefined || specificationOf(node.action) === undefined) continue;
          const way = circle(view, node, exit);
          if (way !== undefined && !way.some(({ action }) => action.Type === "Wait")) {
            yield {
              index: node.index,
              path: `${node.path}.Transitions.${exit.key}`,
              message: `where "${node.action.Identifier}" ${lasting}, the contact comes back to it for ever`,
            };
          }
        }
      }
    },
  },
];
