import { reading } from "../../facts/source";
import type { FlowView, Node, Rule } from "../rule";
import { leadsTo } from "../view";

/** What an action does for a contact that is turned away: words, and the end. */
const TURNS_AWAY = new Set(["DisconnectParticipant", "EndFlowExecution", "MessageParticipant"]);

export const rule: Rule = {
  id: "hours-reversed",
  level: "warning",
  reason:
    "who calls in opening hours is turned away, and who calls outside of them waits for an agent",
  fix: "let True lead to the queue, and False to the words for closed hours",
  source: reading("Check hours takes True inside of the hours, and agents work then"),
  *check(view) {
    for (const node of view.reached) {
      if (node.action.Type !== "CheckHoursOfOperation") continue;
      const [open, closed] = ["True", "False"].map((operand) => after(node, operand, view));
      if (open === undefined || closed === undefined) continue;
      const isServed = leadsTo(open, view.byId, ({ action }) => !TURNS_AWAY.has(action.Type));
      if (
        !isServed &&
        leadsTo(closed, view.byId, ({ action }) => action.Type === "TransferContactToQueue")
      ) {
        yield {
          index: node.index,
          path: `${node.path}.Transitions.Conditions`,
          message: `"${node.action.Identifier}" turns callers away while it is open, and queues them while it is closed`,
        };
      }
    }
  },
};

/** What a contact comes to that leaves by this branch; undefined where it leads nowhere. */
function after({ action }: Node, operand: string, { byId }: FlowView): Node | undefined {
  const branch = action.Transitions.Conditions?.find(
    ({ Condition }) => Condition.Operands[0] === operand,
  );
  return byId.get(branch?.NextAction ?? "");
}
