/** A contact record with what AWS writes in every one, and what a test says of it. */
export function contact(id: string, fields: object): Record<string, unknown> {
  return {
    AWSAccountId: "222222222222",
    AWSContactTraceRecordFormatVersion: "2017-03-10",
    Agent: null,
    Attributes: {},
    Channel: "VOICE",
    ContactId: id,
    CustomerEndpoint: { Address: "+13025550123", Type: "TELEPHONE_NUMBER" },
    DisconnectReason: "CUSTOMER_DISCONNECT",
    InitiationMethod: "INBOUND",
    NextContactId: null,
    Queue: null,
    TransferCompletedTimestamp: null,
    ...fields,
  };
}

const times = (began: string, ended: string, updated = ended) => ({
  InitiationTimestamp: at(began),
  DisconnectTimestamp: at(ended),
  LastUpdateTimestamp: at(updated),
});

/** A time of Tuesday, 24 November 2026, in Portland: eight hours behind. */
function at(local: string): string {
  return new Date(`2026-11-24T${local}-08:00`).toISOString().replace(".000", "");
}

const queue = (Name: string, enqueued: string, Duration: number) => ({
  Name,
  EnqueueTimestamp: at(enqueued),
  Duration,
});

const agent = (Username: string, connected: string, talk: number, more: object = {}) => ({
  Username,
  ConnectedToAgentTimestamp: at(connected),
  AgentInteractionDuration: talk,
  ...more,
});

const key1 = { Attributes: { menuKey: "1" } };
const key2 = { Attributes: { menuKey: "2" } };

/** One of each kind of contact. */
export const DAY = {
  answered: contact("c-answered", {
    ...key1,
    ...times("09:00:00", "09:05:00"),
    DisconnectReason: "AGENT_DISCONNECT",
    Queue: queue("Service", "09:00:20", 10),
    Agent: agent("mary", "09:00:30", 240, {
      CustomerHoldDuration: 30,
      AfterContactWorkDuration: 40,
    }),
  }),
  /** 20 seconds are not less than 20. */
  atTheLimit: contact("c-limit", {
    ...key1,
    ...times("09:10:00", "09:14:00"),
    Queue: queue("Service", "09:10:10", 20),
    Agent: agent("mary", "09:10:30", 200),
  }),
  abandoned: contact("c-abandoned", {
    ...key1,
    ...times("09:31:00", "09:32:15"),
    Queue: queue("Service", "09:31:15", 60),
  }),
  /** Hung up in the menu: in no queue. */
  menu: contact("c-menu", times("09:40:00", "09:40:08")),
  /** Asked for a callback: not abandoned, since it goes on as the next one. */
  callbackAsked: contact("c-asked", {
    ...key2,
    ...times("10:00:00", "10:02:20"),
    DisconnectReason: "CONTACT_FLOW_DISCONNECT",
    NextContactId: "c-callback",
    Queue: queue("Consulting", "10:00:20", 120),
  }),
  callback: contact("c-callback", {
    ...key2,
    ...times("10:02:00", "10:15:00"),
    InitiationMethod: "CALLBACK",
    Queue: queue("Consulting", "10:02:30", 180),
    Agent: agent("peter", "10:05:40", 500, { AfterContactWorkDuration: 100 }),
  }),
  /** Mary sends the caller on to Consulting, where nobody answers. */
  transferredOut: contact("c-transferred", {
    ...key1,
    ...times("11:00:00", "11:04:00"),
    DisconnectReason: "CONTACT_FLOW_DISCONNECT",
    NextContactId: "c-transfer",
    TransferCompletedTimestamp: at("11:04:00"),
    Queue: queue("Service", "11:00:15", 5),
    Agent: agent("mary", "11:00:20", 100, { AfterContactWorkDuration: 20 }),
  }),
  transferredIn: contact("c-transfer", {
    ...key1,
    ...times("11:04:00", "11:04:19"),
    InitiationMethod: "TRANSFER",
    Queue: queue("Consulting", "11:04:04", 15),
  }),
  /** Went from one queue to the other before anybody answered. */
  queueToQueue: contact("c-moved", {
    ...times("11:31:00", "11:31:40"),
    PreDisconnectState: "IN_QUEUE",
    TransferCompletedTimestamp: at("11:31:40"),
    Queue: queue("Service", "11:31:10", 30),
  }),
  /** Peter calls a customer: no queue. */
  outbound: contact("c-outbound", {
    ...times("12:00:00", "12:10:00"),
    InitiationMethod: "OUTBOUND",
    DisconnectReason: "AGENT_DISCONNECT",
    Agent: agent("peter", "12:00:10", 590, { AfterContactWorkDuration: 0 }),
  }),
};

/** The answered call as it was sent first, before Mary had ended her after-contact work. */
export const EARLIER = contact("c-answered", {
  ...key1,
  ...times("09:00:00", "09:05:00", "09:04:59.500"),
  Queue: queue("Service", "09:00:20", 10),
  Agent: agent("mary", "09:00:30", 1),
});
