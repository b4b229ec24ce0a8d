import type { CallState, Contact } from "./state";

/** The beginning of a contact: what is not given is as Connect has it. */
export type NewContact = Pick<Contact, "id"> & Partial<Contact>;

/**
 * A call before its first event. All its fields stand here from the start, also those that hold
 * nothing yet: calls of one shape are quick to copy.
 */
export function newCall(
  contact: NewContact,
  now: number,
  broken: CallState["broken"] = {},
): CallState {
  return {
    now,
    contact: {
      channel: "VOICE",
      initiationMethod: "INBOUND",
      attributes: {},
      tags: {},
      hooks: {},
      priority: 5,
      queueTimeAdjustmentSeconds: 0,
      language: "en-US",
      voice: "Joanna",
      flowLogging: false,
      recorded: [],
      data: {},
      ...contact,
    },
    run: undefined,
    inQueue: undefined,
    agent: undefined,
    connected: false,
    before: [],
    callback: undefined,
    answerFlow: undefined,
    dialling: undefined,
    ended: undefined,
    external: {},
    storedInput: undefined,
    metrics: {},
    modulesResult: {},
    loops: {},
    background: undefined,
    lastId: 0,
    broken,
  };
}
