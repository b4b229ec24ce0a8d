import type { Exit } from "../exits";
import type { FlowView, Node } from "./rule";
import { successesOf } from "./view";

/** Whether the caller or the world has a say there: what follows isn't bound to come. */
export const decides = ({ action }: Node): boolean =>
  action.Type === "GetParticipantInput" || action.Type === "ConnectParticipantWithLexBot";

/**
 * The nodes from the given exit to the one it comes back to, where nothing on the way can lead
 * elsewhere but an error; undefined if something can.
 */
export function circle(view: FlowView, node: Node, first: Exit): readonly Node[] | undefined {
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
