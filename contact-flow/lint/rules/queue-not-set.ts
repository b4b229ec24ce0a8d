import { inAdminGuide } from "../../facts/source";
import type { FlowView, Node, Rule } from "../rule";
import { reachableFrom } from "../view";

/** What a node is told about the queue: set on every path to it, or only on some. */
type QueueState = boolean;

/** Actions that leave a queue behind which we cannot see from here. */
const MAY_SET_QUEUE = new Set(["UpdateContactTargetQueue", "InvokeFlowModule"]);

/** Parameters that name a queue themselves, so that no working queue is needed. */
const NAMES_QUEUE = ["QueueId", "AgentId", "HoursOfOperationId"] as const;

const NEEDS_QUEUE = new Set(["TransferContactToQueue", "CheckHoursOfOperation", "CheckMetricData"]);

/**
 * For each node, whether a working queue is set on every path that leads to it: forward data flow,
 * in which only the success branch of Set working queue sets it and paths that meet must agree.
 */
function queueStates(view: FlowView, atStart: QueueState): ReadonlyMap<Node, QueueState> {
  const states = new Map<Node, QueueState>();
  const start = view.byId.get(view.flow.StartAction);
  if (start === undefined) {
    return states;
  }
  states.set(start, atStart);
  const work = [start];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    const here = states.get(node) ?? false;
    for (const exit of node.exits) {
      const target = view.byId.get(exit.target);
      if (target === undefined) {
        continue;
      }
      const arriving = here || (MAY_SET_QUEUE.has(node.action.Type) && exit.kind !== "error");
      const known = states.get(target);
      const merged = (known ?? true) && arriving;
      if (known !== merged) {
        states.set(target, merged);
        work.push(target);
      }
    }
  }
  return states;
}

export const rule: Rule = {
  id: "queue-not-set",
  level: "error in ours",
  reason: "without a working queue the action takes its error branch",
  fix: "put Set working queue on every path before it",
  source: inAdminGuide("transfer-to-queue"),
  *check(view, { type }) {
    // Only a contact that has just arrived is without a queue: a transfer comes with one.
    const states = queueStates(view, type !== "CONTACT_FLOW");
    // What comes after an action that is told has its queue by the same cure.
    const cured = new Set<Node>();
    for (const node of view.reached) {
      const { action, index, path } = node;
      const named = NAMES_QUEUE.some((key) => action.Parameters?.[key] !== undefined);
      if (cured.has(node)) continue;
      if (NEEDS_QUEUE.has(action.Type) && !named && states.get(node) === false) {
        for (const later of reachableFrom([node], view.byId)) cured.add(later);
        yield {
          index,
          path,
          message: `some path reaches "${action.Identifier}" without a working queue`,
        };
      }
    }
  },
};
