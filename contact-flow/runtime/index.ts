import type { ContactCenter } from "./center";
import type { CallbackRequest, Effect } from "./effects";
import type { Happening } from "./events";
import { hooked, join } from "./joining";
import { newCall, type NewContact } from "./new-call";
import type { CallState } from "./state";
import type { Surroundings } from "./surroundings";
import { Turn } from "./turn";

export { type CenterDefinition, type ContactCenter, createContactCenter, idOf } from "./center";
export type { CallbackRequest, Effect, Speech } from "./effects";
export type { Happening, QueueMetrics } from "./events";
export type { NewContact } from "./new-call";
export { type Surroundings, surroundingsOf } from "./surroundings";
export type { CallState, Contact, Ending } from "./state";

/** A call's next state, and what it asks of the world. */
export interface Advance {
  readonly state: CallState;
  readonly effects: readonly Effect[];
}

const outcome = ({ state, effects }: Turn): Advance => ({ state, effects });

/**
 * Begins a call: runs the flow to its first wait.
 * @param flow the id of the flow, as in {@link ContactCenter}
 * @param at milliseconds since 1970
 * @param surroundings what the contact is in the middle of; nothing by default, as it comes in
 * @throws Error if the center has no such flow
 */
export function startCall(
  center: ContactCenter,
  flow: string,
  contact: NewContact,
  at: number,
  broken: CallState["broken"] = {},
  surroundings?: Surroundings,
): Advance {
  const prepared = center.flows.get(flow);
  if (prepared === undefined) {
    throw new Error(`flow must be one of ${[...center.flows.keys()].join(", ")}, got ${flow}`);
  }
  const call = newCall({ ...surroundings?.contact, ...contact }, at, broken);
  const turn = new Turn(center, { ...call, ...surroundings?.state }, at);
  turn.begin(prepared, surroundings?.purpose ?? "inbound");
  return outcome(turn);
}

/**
 * Begins a call that the center makes, for nobody in particular: the customer's telephone rings, and who
 * answers hears the flow.
 * @param flow the id of a flow of the center
 * @param seconds how long it rings
 */
export function startOutboundCall(
  flow: string,
  contact: NewContact & { readonly customerNumber: string },
  at: number,
  seconds: number,
): Advance {
  const call = newCall({ initiationMethod: "API", ...contact }, at);
  const id = call.lastId + 1;
  return {
    state: { ...call, lastId: id, dialling: id, answerFlow: flow },
    effects: [{ type: "dial", id, number: contact.customerNumber, who: "customer", seconds }],
  };
}

/**
 * Begins the contact of a callback, once its delay is over: it waits in its queue for an agent, and
 * only then is the customer dialled. A callback with a flow of its own runs that instead.
 */
export function startCallback(
  center: ContactCenter,
  request: CallbackRequest,
  contact: NewContact,
  at: number,
): Advance {
  const call = newCall(
    {
      initiationMethod: "CALLBACK",
      customerNumber: request.number,
      attributes: request.attributes,
      ...contact,
    },
    at,
  );
  const flow = request.flow === undefined ? undefined : center.flows.get(request.flow);
  if (flow !== undefined) {
    const turn = new Turn(center, call, at);
    turn.begin(flow, "inbound");
    return outcome(turn);
  }
  const queue = request.queue ?? "";
  const { number, attempts, retryDelaySeconds } = request;
  return enterCallbackQueue({
    ...call,
    contact: { ...call.contact, targetQueue: queue },
    callback: { queue, number, attempts, retryDelaySeconds },
  });
}

function enterCallbackQueue(call: CallState): Advance {
  const queue = call.callback?.queue ?? "";
  const id = call.lastId + 1;
  const { priority, queueTimeAdjustmentSeconds: timeAdjustmentSeconds } = call.contact;
  return {
    state: { ...call, lastId: id, dialling: undefined, inQueue: { queue, since: call.now } },
    effects: [{ type: "enterQueue", id, queue, priority, timeAdjustmentSeconds }],
  };
}

/**
 * Takes a call through one event. Pure: the same call and event give the same answer, and nothing
 * happens but what the effects ask for.
 * @param at milliseconds since 1970
 */
export function advance(
  center: ContactCenter,
  call: CallState,
  event: Happening,
  at: number,
): Advance {
  if (call.ended !== undefined) {
    return { state: call, effects: [] };
  }
  const turn = new Turn(center, call, at);
  switch (event.type) {
    case "breakAction": {
      const { [event.action]: _, ...others } = call.broken;
      Object.assign(turn.state, {
        broken: event.error === undefined ? others : { ...others, [event.action]: event.error },
      });
      return outcome(turn);
    }
    case "hangUp":
      turn.cancel();
      turn.end({ by: "customer" });
      return outcome(turn);
    case "agentAccepts":
      acceptedBy(turn, event.agent);
      return outcome(turn);
    case "agentHangsUp":
      agentLeft(turn);
      return outcome(turn);
    case "hold":
    case "retrieve":
      held(turn, event);
      return outcome(turn);
    default:
      if ("id" in event && event.id === call.dialling) {
        return dialled(turn, event);
      }
      turn.resume(event);
      return outcome(turn);
  }
}

function acceptedBy(turn: Turn, agent: string): void {
  const { inQueue, callback } = turn.state;
  if (inQueue === undefined) {
    return;
  }
  turn.cancel();
  turn.effects.push({ type: "leftQueue", queue: inQueue.queue });
  Object.assign(turn.state, {
    inQueue: undefined,
    agent,
    before:
      callback === undefined
        ? ["agentWhisper", "customerWhisper"]
        : ["agentWhisper", "dial", "outboundWhisper"],
  });
  join(turn);
  turn.run();
}

/** The customer stays on the line: the disconnect flow has the last word, if there is one. */
function agentLeft(turn: Turn): void {
  if (!turn.state.connected) {
    return;
  }
  turn.cancel();
  const id = turn.state.contact.hooks.CustomerRemaining;
  const flow = id === undefined ? undefined : turn.center.flows.get(id);
  if (flow === undefined) {
    turn.end({ by: "agent" });
    return;
  }
  Object.assign(turn.state, { connected: false, agent: undefined });
  turn.begin(flow, "disconnect");
}

function held(turn: Turn, event: Happening & { type: "hold" | "retrieve" }): void {
  if (!turn.state.connected) {
    return;
  }
  turn.cancel();
  if (event.type === "retrieve") {
    return;
  }
  const flow =
    event.party === "customer"
      ? hooked(turn, "CustomerHold", "Default customer hold")
      : hooked(turn, "AgentHold", "Default agent hold");
  if (flow !== undefined) {
    turn.begin(flow, event.party === "customer" ? "customerHold" : "agentHold");
  }
}

/** A callback's customer answers, or does not: then another try, after the pause, or none. */
function dialled(turn: Turn, event: Happening): Advance {
  const call = turn.state;
  const { callback } = call;
  if (event.type === "timer") {
    return enterCallbackQueue(turn.state);
  }
  if (event.type === "reached") {
    const flow = turn.center.flows.get(call.answerFlow ?? "");
    Object.assign(turn.state, { dialling: undefined });
    if (flow === undefined) {
      join(turn);
      turn.run();
    } else turn.begin(flow, "inbound");
    return outcome(turn);
  }
  if (event.type !== "notReached") {
    return outcome(turn);
  }
  const attempts = (callback?.attempts ?? 0) - 1;
  if (callback === undefined || attempts <= 0) {
    Object.assign(turn.state, { dialling: undefined });
    turn.end({ by: "notReached" });
    return outcome(turn);
  }
  const id = turn.state.lastId + 1;
  Object.assign(turn.state, {
    lastId: id,
    dialling: id,
    agent: undefined,
    before: [],
    callback: { ...callback, attempts },
  });
  turn.effects.push({
    type: "startTimer",
    id,
    seconds: callback.retryDelaySeconds,
    for: "retry",
  });
  return outcome(turn);
}
