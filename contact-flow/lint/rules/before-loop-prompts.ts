import { blockName } from "../../catalog";
import { inAdminGuide } from "../../facts/source";
import type { Node, Rule } from "../rule";
import { reachableFrom } from "../view";

/**
 * Blocks that may not come before Loop prompts.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/loop-prompts.html (tips)
 */
const NOT_BEFORE = new Set([
  "CreateCallbackContact",
  "DequeueContactAndTransferToQueue",
  "GetParticipantInput",
  "Loop",
  "MessageParticipant",
  "TransferParticipantToThirdParty",
  "UpdateContactMediaStreamingBehavior",
]);

export const rule: Rule = {
  id: "before-loop-prompts",
  level: "error in ours",
  reason:
    "Connect allows no prompt, input or transfer before Loop prompts, also when an interrupt leads back to it",
  fix: "begin the flow with Loop prompts, and after an interrupt go to End flow / Resume",
  source: inAdminGuide("loop-prompts"),
  *check({ reached, byId }, { type }) {
    if (type !== "CUSTOMER_QUEUE") {
      return;
    }
    for (const node of reached) {
      if (NOT_BEFORE.has(node.action.Type) && leadsToLoopPrompts(node)) {
        yield {
          index: node.index,
          path: node.path,
          message: `"${node.action.Identifier}" (${blockName(node.action)}) comes before Loop prompts`,
        };
      }
    }
    function leadsToLoopPrompts(from: Node): boolean {
      return [...reachableFrom([from], byId)].some(
        ({ action }) => action.Type === "MessageParticipantIteratively",
      );
    }
  },
};
