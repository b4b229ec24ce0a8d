import type { FlowType } from "../../flow";
import { type Block, done, failed } from "../block";
import { idOf } from "../center";
import { texts } from "../maps";
import type { EventHook } from "../state";

/** The type of flow that an event can start; a disconnect flow is an ordinary one. */
const FLOW_TYPES: Readonly<Record<EventHook, FlowType>> = {
  AgentHold: "AGENT_HOLD",
  AgentWhisper: "AGENT_WHISPER",
  CustomerHold: "CUSTOMER_HOLD",
  CustomerQueue: "CUSTOMER_QUEUE",
  CustomerRemaining: "CONTACT_FLOW",
  CustomerWhisper: "CUSTOMER_WHISPER",
  DefaultAgentUI: "CONTACT_FLOW",
  DisconnectAgentUI: "CONTACT_FLOW",
  PauseContact: "CONTACT_FLOW",
  ResumeContact: "CONTACT_FLOW",
};

/**
 * Set customer queue flow, hold flow, whisper flow and the like.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacteventhooks.html
 */
export const updateContactEventHooks: Block = {
  enter: (view) => {
    const hooks = texts(view.parameters.EventHooks, view);
    for (const [event, flow] of Object.entries(hooks)) {
      const type = view.center.flows.get(idOf(flow))?.type;
      if (type === undefined || type !== FLOW_TYPES[event as EventHook]) {
        return failed();
      }
      hooks[event] = idOf(flow);
    }
    return done({ contact: { hooks: { ...view.call.contact.hooks, ...hooks } } });
  },
};
