import { expect } from "chai";

import { momentOf } from "../../../contact-flow/hours";
import { readRecord } from "../../../commands/report/fields";
import { KWGLOBAL } from "../../../kwglobal";
import { contactRecord } from "../../../sandbox/connect/contact-record";
import { Desk } from "../../../sandbox/telephone/desk";
import { Exchange } from "../../../sandbox/telephone/exchange";
import { secondsOf } from "../../../sandbox/telephone/speech-length";
import { connectUnderTest } from "../../support/connect-under-test";
import { saidBy } from "../../support/kwglobal-texts";
import { type Center, deployKwglobal } from "./kwglobal-instance";

const TUESDAY = momentOf("2026-11-24T10:00", "America/Los_Angeles");
const CALLER = "+13025550123";
const UNTIL_MENU =
  1 +
  Math.ceil(
    secondsOf({ text: saidBy("Welcome") }, undefined) +
      secondsOf({ text: saidBy("Recording notice") }, undefined),
  );

interface ContactRecord {
  readonly ContactId: string;
  readonly Queue: Readonly<Record<string, unknown>> | null;
  readonly Agent: Readonly<Record<string, unknown>> | null;
  readonly [field: string]: unknown;
}

/** The fields of a record of a live instance that somebody published, in its order. */
const FIELDS = [
  ...["AWSAccountId", "AWSContactTraceRecordFormatVersion", "Agent", "AgentConnectionAttempts"],
  ...["AnsweringMachineDetectionStatus", "Attributes", "Campaign", "Channel"],
  ...["ConnectedToSystemTimestamp", "ContactDetails", "ContactId", "CustomerEndpoint"],
  ...["DisconnectReason", "DisconnectTimestamp", "InitialContactId", "InitiationMethod"],
  ...["InitiationTimestamp", "InstanceARN", "LastUpdateTimestamp", "MediaStreams"],
  ...["NextContactId", "PreviousContactId", "Queue", "Recording", "Recordings", "References"],
  ...["ScheduledTimestamp", "SystemEndpoint", "TransferCompletedTimestamp"],
  ...["TransferredToEndpoint", "VoiceIdResult"],
];

describe("The record of a contact", () => {
  if (process.env.CONNECT_INSTANCE_ID !== undefined) return;

  const under = connectUnderTest();
  let center: Center;
  let exchange: Exchange;
  let records: ContactRecord[];

  before(async () => {
    center = await deployKwglobal(under);
  });

  beforeEach(() => {
    records = [];
    exchange = new Exchange({
      stores: () => [center.store],
      invoke: () => Promise.resolve({}),
      now: TUESDAY,
      onRecord: (instance, id) => {
        const contact = instance.contacts.get(id);
        if (contact !== undefined)
          records.push(contactRecord(instance, contact) as unknown as ContactRecord);
      },
    });
  });

  const pass = (seconds: number) => {
    exchange.timeline.pass(seconds * 1000);
  };
  const telephone = () => exchange.telephone(CALLER);
  const desk = (username: string) => new Desk(exchange, center.users.get(username) ?? "");
  const quickConnect = (name: string) => center.quickConnects.get(name) ?? "";
  const at = (seconds: number) =>
    new Date(TUESDAY + seconds * 1000).toISOString().replace(".000", "");
  /** A caller who chooses a key of the menu, and waits from that moment on. */
  const waits = (key: string) => {
    telephone().dial(center.number);
    pass(UNTIL_MENU);
    telephone().press(key);
  };
  const only = (): ContactRecord => {
    const [record, ...others] = records;
    expect(others).to.deep.equal([]);
    if (record === undefined) throw new Error("there is no record");
    return record;
  };

  const last = (): ContactRecord => {
    const record = records.at(-1);
    if (record === undefined) throw new Error("there is no record");
    return record;
  };

  it("is written when the contact is over, with every field that AWS writes, and no other", () => {
    telephone().dial(center.number);
    pass(3);
    expect(records).to.deep.equal([]);
    telephone().hangUp();
    expect(Object.keys(only())).to.deep.equal(FIELDS);
    expect(only()).to.include({
      AWSContactTraceRecordFormatVersion: "2017-03-10",
      Agent: null,
      Channel: "VOICE",
      InitiationMethod: "INBOUND",
      InitiationTimestamp: at(0),
      ConnectedToSystemTimestamp: at(0),
      DisconnectTimestamp: at(3),
      DisconnectReason: "CUSTOMER_DISCONNECT",
      Queue: null,
    });
    expect(only().CustomerEndpoint).to.deep.equal({ Address: CALLER, Type: "TELEPHONE_NUMBER" });
  });

  it("is one that npm run report takes", () => {
    waits("1");
    pass(10);
    telephone().hangUp();
    expect(readRecord(only())).to.have.property("record");
  });

  it("names nobody where the number is withheld", () => {
    telephone().dial(center.number, true);
    pass(2);
    telephone().hangUp();
    expect(only().CustomerEndpoint).to.equal(null);
  });

  it("tells of a caller who gave up how long the wait was, and of no agent", () => {
    waits("1");
    pass(30);
    telephone().hangUp();
    const { Queue, Agent, Attributes } = only();
    expect(Queue).to.deep.include({
      Name: "Customer Service",
      EnqueueTimestamp: at(UNTIL_MENU),
      DequeueTimestamp: at(UNTIL_MENU + 30),
      Duration: 30,
    });
    expect(Agent).to.equal(null);
    expect(Attributes).to.include({ menuKey: "1" });
  });

  it("tells of an answered call who answered, talked, held and worked after it, for how long", () => {
    waits("1");
    pass(10);
    const mary = desk("mary.jane");
    mary.setStatus("Available");
    pass(4);
    mary.accept();
    pass(60);
    mary.hold();
    pass(20);
    mary.resume();
    pass(15);
    mary.hold();
    pass(5);
    mary.resume();
    pass(1);
    mary.hangUp();
    const first = records.at(-1);
    expect(first?.DisconnectReason).to.equal("AGENT_DISCONNECT");
    expect(first?.Agent?.AfterContactWorkDuration).to.equal(null);
    pass(45);
    mary.finish();
    expect(records).to.have.length(2);
    const { Agent, Queue, AgentConnectionAttempts } = last();
    expect(Queue?.DequeueTimestamp).to.equal(Agent?.ConnectedToAgentTimestamp);
    expect(Queue?.Duration).to.be.within(14, 20);
    expect(AgentConnectionAttempts).to.equal(1);
    expect(Agent).to.deep.include({
      Username: "mary.jane",
      CustomerHoldDuration: 25,
      LongestHoldDuration: 20,
      NumberOfHolds: 2,
      AfterContactWorkDuration: 45,
    });
    // Of 115 seconds since the caller waits; each figure is whole seconds.
    expect(Agent?.AgentInteractionDuration).to.be.closeTo(115 - 25 - Number(Queue?.Duration), 1);
    expect(Agent?.RoutingProfile).to.have.property("Name");
  });

  it("comes again when after call work ends, as the later one", () => {
    waits("1");
    desk("mary.jane").setStatus("Available");
    desk("mary.jane").accept();
    pass(30);
    telephone().hangUp();
    pass(7);
    desk("mary.jane").setStatus("Available");
    const [one, two, ...others] = records;
    expect(others).to.deep.equal([]);
    expect(two?.ContactId).to.equal(one?.ContactId);
    expect(String(two?.LastUpdateTimestamp) > String(one?.LastUpdateTimestamp)).to.equal(true);
    expect(two?.DisconnectTimestamp).to.equal(one?.DisconnectTimestamp);
  });

  it("counts each agent whom it rang at", () => {
    waits("1");
    desk("mary.jane").setStatus("Available");
    desk("mary.jane").decline();
    desk("peter.parker").setStatus("Available");
    pass(200);
    const attempts = exchange.agents.all().filter(({ agent }) => agent.activity === "missed");
    telephone().hangUp();
    expect(attempts).not.to.have.length(0);
    expect(records.at(-1)?.AgentConnectionAttempts).to.equal(attempts.length);
  });

  it("links a transfer to the contact that it goes on from", () => {
    waits("1");
    desk("mary.jane").setStatus("Available");
    desk("mary.jane").accept();
    pass(30);
    desk("mary.jane").transfer(quickConnect("Business Consulting"));
    pass(5);
    telephone().hangUp();
    const from = records.find(({ InitiationMethod }) => InitiationMethod === "INBOUND");
    const to = records.find(({ InitiationMethod }) => InitiationMethod === "TRANSFER");
    expect(from?.NextContactId).to.equal(to?.ContactId);
    expect(from?.TransferCompletedTimestamp).to.equal(from?.DisconnectTimestamp);
    expect(from?.TransferredToEndpoint).to.equal(null);
    expect(to).to.include({
      PreviousContactId: from?.ContactId,
      InitialContactId: from?.ContactId,
      InitiationTimestamp: from?.DisconnectTimestamp,
      DisconnectReason: "CUSTOMER_DISCONNECT",
    });
    expect(to?.Queue).to.include({ Name: "Business Consulting" });
    expect(to?.Attributes).to.deep.equal(from?.Attributes);
  });

  it("names the number outside that a caller was transferred to", () => {
    waits("1");
    desk("mary.jane").setStatus("Available");
    desk("mary.jane").accept();
    pass(30);
    desk("mary.jane").transfer(quickConnect("Management"));
    const number = KWGLOBAL.quickConnects.flatMap((each) =>
      each.type === "PHONE_NUMBER" ? each.phoneNumber : [],
    )[0];
    expect(only().TransferredToEndpoint).to.deep.equal({
      Address: number,
      Type: "TELEPHONE_NUMBER",
    });
  });

  describe("of a callback", () => {
    beforeEach(() => {
      waits("1");
      pass(121);
      telephone().press("1");
      pass(30);
    });

    it("links it to the call in which it was asked for", () => {
      const asked = only();
      expect(asked.NextContactId).to.be.a("string");
      expect(asked).to.include({ DisconnectReason: "CONTACT_FLOW_DISCONNECT" });
      const contacts = center.store.instances.get(center.instanceId)?.contacts;
      expect(contacts?.get(String(asked.NextContactId))).to.deep.include({
        InitiationMethod: "CALLBACK",
        PreviousContactId: asked.ContactId,
      });
    });

    it("tells when the customer was on the line, and that the agent was there before", () => {
      pass(60);
      desk("mary.jane").setStatus("Available");
      desk("mary.jane").accept();
      pass(4);
      telephone().answer();
      pass(50);
      telephone().hangUp();
      const { Agent, Queue, ConnectedToSystemTimestamp, Attributes } = last();
      expect(
        String(Agent?.ConnectedToAgentTimestamp) < String(ConnectedToSystemTimestamp),
      ).to.equal(true);
      expect(Queue).to.include({ Name: "Customer Service" });
      expect(Queue?.DequeueTimestamp).to.equal(Agent?.ConnectedToAgentTimestamp);
      expect(Attributes).to.include({ menuKey: "1" });
    });
  });
});
