import type { FlowType } from "../flow";
import type { NewContact } from "./new-call";
import type { CallState, Purpose } from "./state";

/** What a contact is in the middle of when a flow of some type begins. */
export interface Surroundings {
  readonly purpose: Purpose;
  readonly contact: Partial<NewContact>;
  readonly state: Partial<Pick<CallState, "inQueue" | "agent" | "connected">>;
}

/** Who is on the line with the customer, where nobody has a name. */
const AGENT = "agent";

const joining = (purpose: Purpose): Surroundings => ({
  purpose,
  contact: {},
  state: { agent: AGENT },
});

const onHold = (purpose: Purpose): Surroundings => ({
  purpose,
  contact: {},
  state: { agent: AGENT, connected: true },
});

/**
 * The surroundings that a flow of the type needs: a queue flow runs in a queue, a whisper before agent
 * and customer are joined, a hold flow while they are, a transfer flow for a contact that comes from an
 * agent.
 * @param queue the id of a queue
 * @param at milliseconds since 1970
 */
export function surroundingsOf(type: FlowType, queue: string, at: number): Surroundings {
  switch (type) {
    case "CUSTOMER_QUEUE":
      return {
        purpose: "queue",
        contact: { targetQueue: queue },
        state: { inQueue: { queue, since: at } },
      };
    case "CUSTOMER_WHISPER":
      return joining("customerWhisper");
    case "AGENT_WHISPER":
      return joining("agentWhisper");
    case "OUTBOUND_WHISPER":
      return joining("outboundWhisper");
    case "CUSTOMER_HOLD":
      return onHold("customerHold");
    case "AGENT_HOLD":
      return onHold("agentHold");
    case "AGENT_TRANSFER":
    case "QUEUE_TRANSFER":
      return {
        purpose: "inbound",
        contact: {
          targetQueue: queue,
          initiationMethod: type === "QUEUE_TRANSFER" ? "QUEUE_TRANSFER" : "TRANSFER",
        },
        state: {},
      };
    default:
      return { purpose: "inbound", contact: {}, state: {} };
  }
}
