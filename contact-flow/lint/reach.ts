import { canFail } from "../catalog";
import type { Exit } from "../exits";
import { ALWAYS_WARNING, ERROR_IN_OURS, type FlowView, type Node, type Rule } from "./rule";
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

/** The nodes from which no end can be got to through the exits that `follow` lets pass. */
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
  const free = new Set([...view.reached].filter(arrives));
  for (const node of free) {
    for (const previous of before.get(node) ?? []) {
      free.add(previous);
    }
  }
  return [...reachableFrom(startOf(view), view.byId, follow)].filter((node) => !free.has(node));
}

const startOf = (view: FlowView): Node[] => {
  const start = view.byId.get(view.flow.StartAction);
  return start === undefined ? [] : [start];
};

/** The exits of a caller who never presses a key. */
const silent = ({ action, exits, spec }: Node): readonly Exit[] =>
  action.Type === "GetParticipantInput" && spec?.errors.InputTimeLimitExceeded !== undefined
    ? exits.filter(({ kind, label }) => kind === "error" && label === "Timeout")
    : exits.filter(({ kind }) => kind !== "error");

/** The ways in which a contact can be forgotten by a flow that Connect accepts. */
export const REACH_RULES: readonly Rule[] = [
  {
    id: "unreachable-action",
    reason: "no contact ever gets here, so what it should do never happens",
    fix: "let an action lead to it, or delete it",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check({ nodes, reached, byId, flow }) {
      if (!byId.has(flow.StartAction)) {
        return;
      }
      for (const node of nodes) {
        if (!reached.has(node) && byId.get(node.action.Identifier) === node) {
          yield {
            index: node.index,
            path: node.path,
            message: `no path from the start leads to "${node.action.Identifier}"`,
          };
        }
      }
    },
  },
  {
    id: "unhandled-error",
    reason: "when the action fails, nobody decides what the caller hears: the call just ends",
    fix: "add a branch for the error",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check({ nodes }) {
      for (const { action, index, path, spec } of nodes) {
        const present = new Set(action.Transitions.Errors?.map(({ ErrorType }) => ErrorType));
        const optional = spec?.errors.NoMatchingError === "optional";
        if (optional && canFail(action) && !present.has("NoMatchingError")) {
          // A looping prompt that nothing follows holds the contact: there is no flow to lose.
          if (spec.next === "optional" && action.Transitions.NextAction === undefined) {
            continue;
          }
          yield {
            index,
            path: `${path}.Transitions.Errors`,
            message: `"${action.Identifier}" leaves NoMatchingError to nobody`,
          };
        }
      }
    },
  },
  {
    id: "endless-loop",
    reason: "a caller who gets here can only hang up",
    fix: "lead one of the branches to a disconnect, a queue or the end of the flow",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view) {
      for (const { action, index, path } of trapped(view, ({ exits }) => exits)) {
        yield { index, path, message: `no path from "${action.Identifier}" leads out of the flow` };
      }
    },
  },
  {
    id: "endless-silence",
    reason: "a caller who presses nothing hears the same for ever, and the line stays busy",
    fix: "count the attempts with a Loop and give up after the last",
    checkedBy: "house",
    level: { ...ALWAYS_WARNING, template: "error", rendered: "error" },
    *check(view) {
      const always = new Set(trapped(view, ({ exits }) => exits));
      for (const node of trapped(view, silent)) {
        if (!always.has(node) && node.action.Type === "GetParticipantInput") {
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
