import type { CallState, Ending } from "../../contact-flow/runtime";
import {
  connectToAgent,
  enqueueContact,
  endContact,
  holdContact,
} from "../connect/contact-history";
import type { Contact, Instance } from "../connect/store/store";

/**
 * Writes into Amazon Connect what a call has come to.
 *
 * @param before - The call as it was; undefined where it has just begun.
 * @param at - When it became so.
 */
export function writeContact(
  { contacts, users }: Instance,
  before: CallState | undefined,
  after: CallState,
  at: Date,
): void {
  const contact = contacts.get(after.contact.id);
  if (contact === undefined || contact.DisconnectTimestamp !== undefined) return;
  const { attributes, priority, queueTimeAdjustmentSeconds } = after.contact;
  if (attributes !== before?.contact.attributes && Object.keys(attributes).length > 0)
    contact.Attributes = { ...attributes };
  if (priority !== 5) contact.QueuePriority = priority;
  if (queueTimeAdjustmentSeconds !== 0)
    contact.QueueTimeAdjustmentSeconds = queueTimeAdjustmentSeconds;
  if (after.inQueue !== undefined && after.inQueue !== before?.inQueue) {
    // A callback that nobody answered waits for the next try: nobody has spoken with anybody.
    if (after.callback !== undefined) delete contact.AgentInfo;
    enqueueContact(contact, after.inQueue.queue, at);
  }
  const rings = after.dialling !== undefined && after.agent !== undefined;
  if (rings || after.connected) {
    const user = [...users.values()].find(({ Username }) => Username === after.agent);
    if (user !== undefined && contact.AgentInfo === undefined) connectToAgent(contact, user, at);
  }
  const answered = before?.dialling !== undefined && after.dialling === undefined;
  if (answered && after.ended === undefined) contact.ConnectedToSystemTimestamp ??= at;
  const onHold = isOnHold(after);
  if (onHold !== isOnHold(before)) holdContact(contact, onHold, at);
}

const isOnHold = (call: CallState | undefined): boolean => call?.run?.purpose === "customerHold";

/** Why a contact is over, as contact records say it; null for what AWS's list has no word for. */
const REASONS: Readonly<Record<Ending["by"], string | null>> = {
  customer: "CUSTOMER_DISCONNECT",
  agent: "AGENT_DISCONNECT",
  flow: "CONTACT_FLOW_DISCONNECT",
  fault: "OTHER",
  // Documented for calls: OTHER where an API has disconnected the contact.
  api: "OTHER",
  transfer: null,
  notReached: null,
};

/** Writes into Amazon Connect that a contact is over. */
export function writeEnd(contact: Contact, { by }: Ending, at: Date): void {
  endContact(contact, REASONS[by], at);
  if (by === "transfer") contact.told.transferCompleted ??= at;
}
