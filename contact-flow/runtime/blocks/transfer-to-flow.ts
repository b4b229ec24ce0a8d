import { type Block, failed } from "../block";
import { idOf } from "../center";

/** The types of flow that a contact can be sent on to. */
const TARGETS = new Set(["CONTACT_FLOW", "AGENT_TRANSFER", "QUEUE_TRANSFER"]);

/**
 * Transfer to flow: this flow is over.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-transfertoflow.html
 */
export const transferToFlow: Block = {
  enter: ({ value, center }) => {
    const flow = idOf(value("ContactFlowId") ?? "");
    const type = center.flows.get(flow)?.type;
    return type !== undefined && TARGETS.has(type)
      ? { kind: "leave", how: { to: "flow", flow } }
      : failed();
  },
};
