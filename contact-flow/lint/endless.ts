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

/** Actions that change nothing of what {@link STEADY} asks for. */
const IDLE = new Set([
  "CheckHoursOfOperation",
  "Compare",
  "MessageParticipant",
  "TransferContactToQueue",
  "UpdateContactTargetQueue",
]);

/** Actions that answer the same when they are asked again at once. */
const STEADY = new Set(["CheckHoursOfOperation", "Compare"]);

/**
 * The nodes from the given exit to the one it comes back to, where each either leads on in one way or answers the
 * same in each round: the hours don't end, and no attribute changes. Undefined where there is no such way.
 */
export function steadyCircle(view: FlowView, node: Node, first: Exit): readonly Node[] | undefined {
  const start = view.byId.get(first.target);
  if (start === undefined) return undefined;
  const before = new Map<Node, Node | undefined>([[start, undefined]]);
  for (const [at] of before) {
    if (at === node) return wayTo(at);
    const exits = successesOf(at);
    const goesOn = IDLE.has(at.action.Type) && (STEADY.has(at.action.Type) || exits.length === 1);
    for (const { target } of goesOn ? exits : []) {
      const next = view.byId.get(target);
      if (next !== undefined && !before.has(next)) before.set(next, at);
    }
  }
  return undefined;

  function wayTo(end: Node): Node[] {
    const way: Node[] = [];
    for (let at = before.get(end); at !== undefined; at = before.get(at)) way.unshift(at);
    return way;
  }
}
