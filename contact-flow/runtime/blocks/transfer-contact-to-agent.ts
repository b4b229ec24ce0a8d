import type { Block } from "../block";

/**
 * Transfer to agent: ends the flow and hands the customer over.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-transfercontacttoagent.html
 */
export const transferContactToAgent: Block = {
  enter: () => ({ kind: "leave", how: { to: "agent" } }),
};
