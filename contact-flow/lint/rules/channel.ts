import { reading } from "../../facts/source";
import type { FlowView, Node, Rule } from "../rule";
import { reachableFrom } from "../view";

/** The exits that a call may take: a Compare of the channel parts it from other contacts. */
function exitsOfCalls(node: Node): Node["exits"] {
  const { Type, Parameters, Transitions } = node.action;
  if (Type !== "Compare" || Parameters?.ComparisonValue !== "$.Channel") return node.exits;
  const comparisons = (Transitions.Conditions ?? []).map(({ Condition }) => Condition);
  if (comparisons.some(({ Operator }) => Operator !== "Equals")) return node.exits;
  const voice = comparisons.findIndex(({ Operands }) => Operands[0] === "VOICE");
  return node.exits.filter(({ kind, key }) =>
    voice < 0 ? kind !== "condition" : key === `Conditions[${voice}]`,
  );
}

const metByCalls = ({ flow, byId }: FlowView): ReadonlySet<Node> => {
  const start = byId.get(flow.StartAction);
  return reachableFrom(start === undefined ? [] : [start], byId, exitsOfCalls);
};

export const rule: Rule = {
  id: "channel",
  level: "warning",
  reason: "on a voice call the action always takes its error branch",
  fix: "use an action that works on voice, or branch on $.Channel before it",
  source: reading("each action's page names its channels"),
  *check(view) {
    // A guide is always a chat, whatever the channel of the contact that it is shown for.
    if (view.nodes.some(({ action }) => action.Type === "ShowView")) {
      return;
    }
    const met = metByCalls(view);
    for (const node of view.nodes) {
      const { action, index, path, spec } = node;
      // What nothing leads to is told by another rule.
      if (!met.has(node) && view.reached.has(node)) continue;
      if (spec?.channels !== undefined && !spec.channels.includes("VOICE")) {
        yield {
          index,
          path: `${path}.Type`,
          message: `${action.Type} works only on ${spec.channels.join(", ").toLowerCase()}`,
        };
      }
    }
  },
};
