import { closest } from "fastest-levenshtein";

import { canFail } from "../catalog";
import type { Exit } from "../exits";
import { inAdminGuide, reading } from "../facts/source";
import {
  ALWAYS_WARNING,
  ERROR_IN_OURS,
  type Fault,
  type FlowView,
  type Node,
  type Rule,
} from "./rule";
import { reachableFrom, successesOf } from "./view";

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
function trapped(view: FlowView, follow: (node: Node) => readonly Exit[]): Node[] {
  const before = new Map<Node, Node[]>();
  for (const node of view.reached) {
    for (const { target } of follow(node)) {
      const next = view.byId.get(target);
      if (next !== undefined) {
        before.set(next, [...(before.get(next) ?? []), node]);
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
function loopsOf(nodes: readonly Node[], view: FlowView, follow: (node: Node) => readonly Exit[]) {
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
  const isTarget = (node: Node) =>
    unreached.some(
      (other) =>
        other !== node && other.exits.some(({ target }) => target === node.action.Identifier),
    );
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

/**
 * The orphans that no other finding explains (a transition to an action that isn't there was probably
 * meant for one of them), and those that an endless loop should lead to.
 */
function orphansToTell(view: FlowView): { alone: readonly Node[]; ofLoops: readonly Node[] } {
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

const all = ({ exits }: Node): readonly Exit[] => exits;

const asks = ({ action }: Node): boolean => action.Type === "GetParticipantInput";

/** The exits of a caller who never presses a key. */
const silent = (node: Node): readonly Exit[] =>
  node.action.Type === "GetParticipantInput" &&
  node.spec?.errors.InputTimeLimitExceeded !== undefined
    ? node.exits.filter(({ kind, label }) => kind === "error" && label === "Timeout")
    : successesOf(node);

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

/** The ways in which a contact can be forgotten by a flow that Connect accepts. */
export const REACH_RULES: readonly Rule[] = [
  {
    id: "unreachable-action",
    source: reading("no contact ever comes to it"),
    reason: "no contact ever gets here, so what it should do never happens",
    fix: "let an action lead to it, or delete it",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view) {
      if (!view.byId.has(view.flow.StartAction)) {
        return;
      }
      for (const { action, index, path } of orphansToTell(view).alone) {
        yield { index, path, message: `no path from the start leads to "${action.Identifier}"` };
      }
    },
  },
  {
    id: "unhandled-error",
    source: inAdminGuide("play"),
    reason: "when the action fails, nobody decides what the caller hears: the call just ends",
    fix: "add a branch for the error",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check({ nodes }, { origin }) {
      const faults: Fault[] = [];
      for (const { action, index, path, spec } of nodes) {
        const present = new Set(action.Transitions.Errors?.map(({ ErrorType }) => ErrorType));
        const optional = spec?.errors.NoMatchingError === "optional";
        if (optional && canFail(action) && !present.has("NoMatchingError")) {
          // A looping prompt that nothing follows holds the contact: there is no flow to lose.
          if (spec.next === "optional" && action.Transitions.NextAction === undefined) {
            continue;
          }
          faults.push({
            index,
            path: `${path}.Transitions.Errors`,
            message: `"${action.Identifier}" leaves NoMatchingError to nobody`,
          });
        }
      }
      const [first, ...more] = faults;
      // Old exports have no such branches at all: one line says it.
      if (origin === "exported" && first !== undefined && more.length > 0) {
        const others = more.length === 1 ? "another block" : `${more.length} other blocks`;
        yield { ...first, message: first.message.replace(" leaves ", ` and ${others} leave `) };
      } else {
        yield* faults;
      }
    },
  },
  {
    id: "endless-loop",
    source: reading("a contact that never leaves a circle is never served"),
    reason: "a caller who gets here can only hang up",
    fix: "lead one of the branches to a disconnect, a queue or the end of the flow",
    checkedBy: "house",
    level: ERROR_IN_OURS,
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
  },
  {
    id: "endless-silence",
    source: reading("a circle in which nobody speaks and nothing waits ends the contact"),
    reason: "a caller who presses nothing hears the same for ever, and the line stays busy",
    fix: "count the attempts with a Loop and give up after the last",
    checkedBy: "house",
    level: { ...ALWAYS_WARNING, template: "error", rendered: "error" },
    *check(view) {
      const always = lostIn(view);
      const loops = loopsOf(trapped(view, silent), view, silent);
      const inLoop = (node: Node) => [...reachableFrom([node], view.byId, silent)];
      for (const node of loops.flatMap((loop) => inLoop(loop).find(asks) ?? [])) {
        if (!always.has(node)) {
          yield {
            index: node.index,
            path: node.path,
            message: `a caller who presses nothing never gets out of "${node.action.Identifier}"`,
          };
        }
      }
    },
  },
];
