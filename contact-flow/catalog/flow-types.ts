import type { FlowType } from "../flow";

/**
 * Groups of flow types that action pages name together. Modules run inside inbound flows and may
 * hold any of their actions.
 */

/** "Transfer flows": to an agent and to a queue. */
export const TRANSFER: readonly FlowType[] = ["AGENT_TRANSFER", "QUEUE_TRANSFER"];

/** "Contact flows", also called inbound, and the modules they invoke. */
export const INBOUND: readonly FlowType[] = ["CONTACT_FLOW", "MODULE"];

/** "Contact flows and transfer flows". */
export const INBOUND_AND_TRANSFER: readonly FlowType[] = [...INBOUND, ...TRANSFER];

/** "Contact flows, transfer flows and customer queue flows". */
export const WITH_CUSTOMER_QUEUE: readonly FlowType[] = [...INBOUND_AND_TRANSFER, "CUSTOMER_QUEUE"];

/** The flows that play to a party before the call is joined. */
export const WHISPER: readonly FlowType[] = [
  "CUSTOMER_WHISPER",
  "AGENT_WHISPER",
  "OUTBOUND_WHISPER",
];

/** The flows that play while a party is on hold. */
export const HOLD: readonly FlowType[] = ["CUSTOMER_HOLD", "AGENT_HOLD"];
