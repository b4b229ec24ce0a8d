import type { ContactState } from "@aws-sdk/client-connect";
import type { LiveAgent, LiveCalls } from "../connect/live-calls";
import { type Agent, statusOf } from "./agents";
import type { LiveContact } from "./contact";
import type { Exchange } from "./exchange";

/** The calls of an exchange, as Amazon Connect's operations see and change them. */
export function liveCallsOf(exchange: Exchange): LiveCalls {
  const { timeline } = exchange;
  const find = (id: string) => [...exchange.contacts].find(({ options }) => options.id === id);
  const momentOf = (elapsed: number) => new Date(timeline.now + elapsed - timeline.elapsed);
  return {
    now: () => new Date(timeline.now),
    agents: (instance) =>
      (exchange.faults.noAgents ? [] : exchange.agents.all())
        .filter((each) => each.instance === instance)
        .flatMap(({ user, agent }): LiveAgent[] => {
          const status = statusOf(instance, agent);
          if (status === undefined) return [];
          const contact = agent.contact ?? agent.workedOn;
          return [
            {
              userId: user.Id,
              status: {
                id: status.AgentStatusId,
                arn: status.AgentStatusARN,
                name: status.Name,
              },
              statusType: status.Type,
              activity: agent.activity,
              since: momentOf(agent.since),
              ...(contact && {
                contact: { id: contact.options.id, state: stateOf(agent, contact) },
              }),
            },
          ];
        }),
    waiting: (instance) =>
      [...exchange.contacts].flatMap(({ options, state, queuedAt }) =>
        options.instance !== instance || state.inQueue === undefined
          ? []
          : [{ contactId: options.id, queueId: state.inQueue.queue, since: momentOf(queuedAt) }],
      ),
    setStatus: (userId, statusId) => {
      const agent = exchange.agents.find(userId);
      agent.statusId = statusId;
      if (agent.contact === undefined) exchange.agents.turnTo(agent, "idle");
      exchange.changed();
    },
    stop: (contactId) => {
      const contact = find(contactId);
      if (contact === undefined) return exchange.cancelCallback(contactId);
      contact.options.trace?.add("call", "the API stops the contact");
      contact.end("api");
      return true;
    },
    call: (instance, call) => exchange.callOut(instance, call),
    changed: (instance, written) => {
      const contact = find(written.Id);
      if (contact !== undefined) contact.setAttributes(written.Attributes ?? {});
      else if (written.DisconnectTimestamp !== undefined) exchange.tellRecord(instance, written.Id);
    },
  };
}

function stateOf({ activity }: Agent, { state }: LiveContact): ContactState {
  if (activity === "afterCallWork") return "ENDED";
  if (activity === "ringing") return state.callback === undefined ? "CONNECTING" : "INCOMING";
  if (state.run?.purpose === "customerHold") return "CONNECTED_ONHOLD";
  return state.connected ? "CONNECTED" : "CONNECTING";
}
