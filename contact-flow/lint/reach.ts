import { closest } from "fastest-levenshtein";
import type { Exit } from "../exits";
import type { FlowView, Node } from "./rule";
import { reachableFrom } from "./view";

/** Actions after which the contact is somewhere safe: gone, in a queue, or listening to a loop. */
const ARRIVALS = new Set([
  "MessageParticipantIteratively",
  "TransferContactToQueue",
  "DequeueContactAndTransferToQueue",
  "TransferToFlow",
  "TransferParticipantToThirdParty",
]);

const arrives = ({ action, spec }: Node): boolean =>
  spec?.next === "none" || ARRIVALS.has(action.Type);

/**
 * The nodes from which no end can be got to through the exits that `follow` lets pass. An exit to an
 * action that isn't there is a fault of its own: nobody knows where it was meant to lead.
 */
export function trapped(view: FlowView, follow: (node: Node) => readonly Exit[]): Node[] {
  const before = new Map<Node, Node[]>();
  for (const node of view.reached) {
    for (const { target } of follow(node)) {
      const next = view.byId.get(target);
      if (next !== undefined) {
        const others = before.get(next);
        if (others === undefined) before.set(next, [node]);
        else others.push(node);
      }
    }
  }
  const free = new Set(
    [...view.reached].filter(
      (node) => arrives(node) || follow(node).some(({ target }) => !view.byId.has(target)),
    ),
  );
  for (const node of free) {
    for (const previous of before.get(node) ?? []) {
      free.add(previous);
    }
  }
  return [...view.reached].filter((node) => !free.has(node));
}

/**
 * One node of each loop that the given nodes end in, the first in the flow: what only leads into a
 * loop is no fault of its own.
 */
export function loopsOf(
  nodes: readonly Node[],
  view: FlowView,
  follow: (node: Node) => readonly Exit[],
) {
  const after = new Map(nodes.map((node) => [node, reachableFrom([node], view.byId, follow)]));
  const told = new Set<Node>();
  return nodes.filter((node) => {
    const loop = after.get(node) ?? new Set();
    const isLast = [...loop].every((each) => after.get(each)?.has(node) === true);
    if (!isLast || told.has(node)) return false;
    for (const each of loop) told.add(each);
    return true;
  });
}

/**
 * The unreachable nodes to which no other leads, or one of each circle: what follows them is
 * unreachable because they are.
 */
function orphansOf({ nodes, reached, byId }: FlowView): Node[] {
  const unreached = nodes.filter(
    (node) => !reached.has(node) && byId.get(node.action.Identifier) === node,
  );
  const covered = new Set<Node>();
  const orphans: Node[] = [];
  const targets = new Set(
    unreached.flatMap(({ action, exits }) =>
      exits.map(({ target }) => target).filter((target) => target !== action.Identifier),
    ),
  );
  const isTarget = ({ action }: Node) => targets.has(action.Identifier);
  for (const node of [
    ...unreached.filter((each) => !isTarget(each)),
    ...unreached.filter(isTarget),
  ]) {
    if (covered.has(node)) continue;
    orphans.push(node);
    for (const each of reachableFrom([node], byId)) covered.add(each);
  }
  return orphans;
}

interface Orphans {
  readonly alone: readonly Node[];
  readonly ofLoops: readonly Node[];
}

/** The orphans of each flow, found once for the rules that ask. */
const known = new WeakMap<FlowView, Orphans>();

/**
 * The orphans that no other finding explains (a transition to an action that isn't there was probably
 * meant for one of them), and those that an endless loop should lead to.
 */
export function orphansToTell(view: FlowView): Orphans {
  let orphans = known.get(view);
  if (orphans === undefined) {
    orphans = orphansIn(view);
    known.set(view, orphans);
  }
  return orphans;
}

function orphansIn(view: FlowView): Orphans {
  const orphans = orphansOf(view);
  const lost = [...view.reached].flatMap(({ exits }) =>
    exits.filter(({ target }) => !view.byId.has(target)).map(({ target }) => target),
  );
  for (const target of new Set(lost)) {
    const meant = closest(
      target,
      orphans.map(({ action }) => action.Identifier),
    );
    const index = orphans.findIndex(({ action }) => action.Identifier === meant);
    if (index !== -1) orphans.splice(index, 1);
  }
  const loops = loopsOf([...lostIn(view)], view, all).length;
  return { alone: orphans.slice(loops), ofLoops: orphans.slice(0, loops) };
}

export const all = ({ exits }: Node): readonly Exit[] => exits;

/** The nodes from which nothing leads out of the flow, not even an error. */
export function lostIn(view: FlowView): ReadonlySet<Node> {
  let lost = found.get(view);
  if (lost === undefined) {
    lost = new Set(trapped(view, all));
    found.set(view, lost);
  }
  return lost;
}

/** What is lost in each flow, found once for the rules that ask. */
const found = new WeakMap<FlowView, ReadonlySet<Node>>();
