import type { ContactState } from "@aws-sdk/client-connect";
import type { Contact, Instance } from "./store/store";

/** An agent as the telephone sees one at this moment. */
export interface LiveAgent {
  readonly userId: string;
  /** The status that the agent has set. */
  readonly status: { readonly id: string; readonly arn: string; readonly name: string };
  readonly statusType: "ROUTABLE" | "CUSTOM" | "OFFLINE";
  readonly activity: "idle" | "ringing" | "onContact" | "afterCallWork" | "missed";
  /** When that began. */
  readonly since: Date;
  /** The contact that rings, is spoken with, or is worked on afterwards. */
  readonly contact?: { readonly id: string; readonly state: ContactState };
}

/** A contact that waits in a queue, since when. */
export interface WaitingContact {
  readonly contactId: string;
  readonly queueId: string;
  readonly since: Date;
}

/** A call that the center makes. */
export interface OutboundCall {
  /** In E.164. */
  readonly to: string;
  readonly from?: string;
  readonly flowId: string;
  readonly queueId?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly ringSeconds: number;
}

/** The calls of the telephone, as Amazon Connect's operations see and change them. */
export interface LiveCalls {
  /** The sandbox's clock. */
  now(): Date;
  agents(instance: Instance): readonly LiveAgent[];
  waiting(instance: Instance): readonly WaitingContact[];
  setStatus(userId: string, statusId: string): void;
  /** Ends a contact. @returns whether it was there to be ended */
  stop(contactId: string): boolean;
  /** Lets a telephone ring. @returns the contact's id */
  call(instance: Instance, call: OutboundCall): string;
  /** Tells the call under way of attributes, and the record of a contact that is over. */
  changed(instance: Instance, contact: Contact): void;
}
