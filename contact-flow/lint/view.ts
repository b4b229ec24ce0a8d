import { specificationOf } from "../catalog";
import { exitsOf } from "../exits";
import type { Flow } from "../flow";
import type { FlowView, Node } from "./rule";

/** The ways out of an action that has not failed; the default branch is one of them. */
export const successesOf = ({ exits }: Node): Node["exits"] =>
  exits.filter(({ kind, label }) => kind !== "error" || label === "Default");

/** The nodes that can be got to from `start`, through the exits that `follow` lets pass. */
export function reachableFrom(
  start: Iterable<Node>,
  byId: ReadonlyMap<string, Node>,
  follow: (node: Node) => Node["exits"] = (node) => node.exits,
): Set<Node> {
  const reached = new Set<Node>(start);
  for (const node of reached) {
    for (const exit of follow(node)) {
      const target = byId.get(exit.target);
      if (target !== undefined) {
        reached.add(target);
      }
    }
  }
  return reached;
}

/** Whether one that can be got to from `start`, itself included, is such; the search ends with it. */
export function leadsTo(
  start: Node,
  byId: ReadonlyMap<string, Node>,
  is: (node: Node) => boolean,
): boolean {
  const reached = new Set([start]);
  for (const node of reached) {
    if (is(node)) return true;
    for (const exit of node.exits) {
      const target = byId.get(exit.target);
      if (target !== undefined) reached.add(target);
    }
  }
  return false;
}

/** Prepares a flow for the rules. */
export function viewOf(flow: Flow, content: string): FlowView {
  const nodes = flow.Actions.map((action, index) => ({
    action,
    index,
    path: `Actions[${index}]`,
    spec: specificationOf(action),
    exits: exitsOf(action),
  }));
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    if (!byId.has(node.action.Identifier)) {
      byId.set(node.action.Identifier, node);
    }
  }
  const start = byId.get(flow.StartAction);
  return { flow, content, nodes, byId, reached: reachableFrom(start ? [start] : [], byId) };
}
