import type * as sdk from "@aws-sdk/client-connect";
import type { Contact, Instance, User } from "./store/store";

/** A contact that begins: what the telephone knows of it. */
export interface NewContact {
  readonly id: string;
  readonly initiationMethod: sdk.ContactInitiationMethod;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** In E.164; absent where it was withheld. */
  readonly customerNumber?: string;
  readonly systemNumber?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** The contact that it goes on from: it was transferred, or has asked for a callback. */
  readonly previous?: string | undefined;
}

/**
 * Writes down that a voice contact has begun. One that came in is connected from then on; of any other,
 * the customer's telephone rings first, unless it is on the line already.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
 */
export function beginContact(instance: Instance, contact: NewContact): Contact {
  const { id, initiationMethod, customerNumber, systemNumber } = contact;
  const at = new Date(contact.at);
  const endpoint = (Address: string): sdk.EndpointInfo => ({ Type: "TELEPHONE_NUMBER", Address });
  const previous = instance.contacts.get(contact.previous ?? "");
  const begun: Contact = {
    Id: id,
    Arn: `${instance.Arn}/contact/${id}`,
    Channel: "VOICE",
    InitiationMethod: initiationMethod,
    InitiationTimestamp: at,
    LastUpdateTimestamp: at,
    ...(isOnTheLine(initiationMethod) && { ConnectedToSystemTimestamp: at }),
    ...(customerNumber !== undefined && { CustomerEndpoint: endpoint(customerNumber) }),
    ...(systemNumber !== undefined && { SystemEndpoint: endpoint(systemNumber) }),
    ...(previous && {
      PreviousContactId: previous.Id,
      InitialContactId: previous.InitialContactId ?? previous.Id,
    }),
    ...(contact.attributes && { Attributes: { ...contact.attributes } }),
    told: { connectionAttempts: 0, holds: [] },
  };
  if (previous) {
    previous.told.nextContactId = id;
    previous.LastUpdateTimestamp = at;
  }
  instance.contacts.set(id, begun);
  return begun;
}

const isOnTheLine = (method: sdk.ContactInitiationMethod): boolean =>
  !["CALLBACK", "OUTBOUND", "API"].includes(method);

/** It waits in a queue, by the queue's id. One that comes into another queue waits from then on. */
export function enqueueContact(contact: Contact, queue: string, at: Date): void {
  contact.QueueInfo = { Id: queue, EnqueueTimestamp: at };
  delete contact.told.dequeued;
  contact.LastUpdateTimestamp = at;
}

/** It waits no longer. */
export function dequeueContact(contact: Contact, at: Date): void {
  if (contact.QueueInfo !== undefined) contact.told.dequeued ??= at;
  contact.LastUpdateTimestamp = at;
}

/** It is connected with an agent, who was offered it: the time in the queue is over, too. */
export function connectToAgent(contact: Contact, agent: User, at: Date): void {
  contact.AgentInfo = { Id: agent.Id, ConnectedToAgentTimestamp: at };
  dequeueContact(contact, at);
}

/** The agent has it on hold, or no longer. */
export function holdContact(contact: Contact, onHold: boolean, at: Date): void {
  const { holds } = contact.told;
  const last = holds.at(-1);
  if (onHold) holds.push({ from: at });
  else if (last !== undefined) last.till ??= at;
  contact.LastUpdateTimestamp = at;
}

/**
 * Writes down that a contact is over.
 *
 * @param reason - As in a contact record; null where AWS gives none.
 */
export function endContact(contact: Contact, reason: string | null, at: Date): void {
  dequeueContact(contact, at);
  if (contact.told.holds.length > 0) holdContact(contact, false, at);
  contact.DisconnectTimestamp = at;
  if (reason !== null) contact.DisconnectReason = reason;
}

/** The agent begins or ends after-contact work for it. */
export function workAfterContact(contact: Contact, step: "begins" | "ends", at: Date): void {
  const agent = contact.AgentInfo;
  if (agent === undefined) return;
  const { AfterContactWorkStartTimestamp: began } = agent;
  contact.LastUpdateTimestamp = at;
  if (step === "begins") agent.AfterContactWorkStartTimestamp = at;
  else if (began !== undefined) {
    agent.AfterContactWorkEndTimestamp = at;
    agent.AfterContactWorkDuration = wholeSeconds(began, at);
  }
}

/** As contact records count: whole seconds that have passed. */
export const wholeSeconds = (from: Date, till: Date): number =>
  Math.max(0, Math.floor((till.getTime() - from.getTime()) / 1000));
