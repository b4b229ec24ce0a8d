import { createHash } from "node:crypto";

import { isOpen } from "../../contact-flow/hours";
import type { ContactFlow, Instance, Queue, User } from "../connect/store/store";
import { type Agent, statusesOf, statusOf } from "./agents";
import { scheduleOf } from "./center-of-instance";
import type { LiveContact } from "./contact";
import { contactView, stateText } from "./contact-view";
import { type Place, quickConnectsOf, timeZoneOf } from "./directory";
import type { Exchange } from "./exchange";
import { messageOf } from "./message-view";
import type { AgentView, NumberView, QueueView, Shared, Snapshot, TelephoneView } from "./views";

/** What the page of one telephone shows now. */
export const snapshotOf = (exchange: Exchange, number: string): Snapshot => ({
  ...sharedView(exchange),
  telephone: telephoneView(exchange, number),
});

/** What every page shows now. */
export function sharedView(exchange: Exchange): Shared {
  const places = exchange.directory.places();
  const instance = places[0]?.instance;
  const { timeline } = exchange;
  return {
    ...(instance?.InstanceAlias === undefined ? {} : { instance: instance.InstanceAlias }),
    clock: {
      now: timeline.now,
      timeZone: instance === undefined ? "UTC" : timeZoneOf(instance),
      speed: exchange.speed,
    },
    numbers: numbersOf(exchange),
    statuses: instance === undefined ? [] : statusesOf(instance).map(({ Name }) => Name),
    agents: agentsOf(exchange),
    queues: places.flatMap((place) => queuesOf(exchange, place)),
    callbacks: [...exchange.pendingCallbacks].map(({ number: to, dueAt }) => ({
      number: to,
      dueAt: timeline.now + dueAt - timeline.elapsed,
    })),
    faults: exchange.faults,
    ...(exchange.board.current && { deployment: exchange.board.current }),
    resettable: exchange.board.isResettable,
  };
}

const numbersOf = ({ directory, timeline }: Exchange): NumberView[] =>
  directory.numbers().map(({ number, instance }) => {
    const flow = instance.contactFlows.get(number.contactFlowId ?? "");
    const message = flow && messageOf(instance, flow, timeline.now);
    return {
      number: number.PhoneNumber,
      ...(flow && flowOf(flow)),
      ...(message && { message }),
    };
  });

const flowOf = ({ Id, Name, Content = "" }: ContactFlow): Omit<NumberView, "number"> => ({
  flow: Name,
  flowId: Id,
  flowVersion: createHash("sha256").update(Content).digest("base64url").slice(0, 8),
});

/** What the page of that telephone shows of it now. */
export function telephoneView(exchange: Exchange, number: string): TelephoneView {
  const { contact, caller, outside, last, trace, dialled } = exchange.telephone(number);
  const shown = contact ?? caller ?? last;
  const view = {
    number,
    trace: trace.entries,
    ...(shown === undefined ? {} : { contact: contactView(shown, agentName(exchange, shown)) }),
  };
  if (caller !== undefined) {
    const from = caller.state.contact.systemNumber ?? dialled ?? "the center";
    return { ...view, state: "ringing", with: from };
  }
  if (outside !== undefined) {
    return { ...view, state: "outside", with: `${outside.name} (${outside.number})` };
  }
  return contact === undefined
    ? { ...view, state: "idle" }
    : { ...view, state: "inCall", with: contact.state.contact.systemNumber ?? dialled ?? "" };
}

/** Those who serve a queue of the center first, then those with the profile it came with. */
function agentsOf(exchange: Exchange): AgentView[] {
  const own = (each: Place & { readonly user: User }) =>
    Number(each.instance.stock.has(each.user.RoutingProfileId));
  return exchange.agents
    .all()
    .sort((a, b) => own(a) - own(b) || a.user.Username.localeCompare(b.user.Username))
    .map(({ instance, user, agent }) => {
      const status = statusOf(instance, agent);
      return {
        id: user.Id,
        name: nameOf(user),
        username: user.Username,
        routingProfile: instance.routingProfiles.get(user.RoutingProfileId)?.Name ?? "",
        status: status?.Name ?? "",
        routable: status?.Type === "ROUTABLE",
        activity: agent.activity,
        since: exchange.timeline.now + agent.since - exchange.timeline.elapsed,
        ...contactOf(exchange, agent),
        quickConnects: quickConnectsOf(instance, user).map((each) => ({
          id: each.QuickConnectId,
          name: each.Name,
          type: each.QuickConnectConfig.QuickConnectType ?? "",
        })),
      };
    });
}

function contactOf(exchange: Exchange, { contact }: Agent): Pick<AgentView, "contact"> {
  if (contact === undefined) return {};
  const { state, saying } = contact;
  const { customerNumber, targetQueue, targetAgent } = state.contact;
  return {
    contact: {
      queue: contact.queueName(targetQueue ?? targetAgent ?? ""),
      number: state.callback?.number ?? customerNumber ?? "withheld",
      state: stateText(contact, agentName(exchange, contact)),
      connected: state.connected,
      onHold: state.run?.purpose === "customerHold",
      callback: state.callback !== undefined,
      ...(saying?.to === "agent" ? { saying } : {}),
    },
  };
}

/** The queues of an instance, those that it came with last. */
function queuesOf(exchange: Exchange, { instance }: Place): QueueView[] {
  const stock = ({ QueueId }: Queue) => Number(instance.stock.has(QueueId));
  const queues = [...instance.queues.values()].sort((a, b) => stock(a) - stock(b));
  return queues.map((queue) => {
    const hours = instance.hoursOfOperations.get(queue.HoursOfOperationId);
    return {
      id: queue.QueueId,
      name: queue.Name,
      open: hours !== undefined && isOpen(scheduleOf(hours), exchange.timeline.now),
      waiting: exchange.waitingIn(queue.QueueId).map((contact) => {
        const rings = exchange.agentOf(contact);
        const { callback, contact: data } = contact.state;
        return {
          id: contact.options.id,
          number: callback?.number ?? data.customerNumber ?? "withheld",
          since: exchange.timeline.now + contact.queuedAt - exchange.timeline.elapsed,
          callback: callback !== undefined,
          ...(rings === undefined ? {} : { offeredTo: userName(instance, rings.userId) }),
        };
      }),
    };
  });
}

const nameOf = ({ IdentityInfo, Username }: User): string =>
  [IdentityInfo?.FirstName, IdentityInfo?.LastName].filter(Boolean).join(" ") || Username;

/** A user's name as people read it; the id of one who is gone. */
export function userName(instance: Instance, id: string): string {
  const user = instance.users.get(id);
  return user === undefined ? id : nameOf(user);
}

function agentName(exchange: Exchange, contact: LiveContact): string | undefined {
  const agent = exchange.agentOf(contact);
  return agent === undefined ? undefined : userName(contact.options.instance, agent.userId);
}
