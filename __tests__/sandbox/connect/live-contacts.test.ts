import * as sdk from "@aws-sdk/client-connect";
import { expect } from "chai";

import { momentOf } from "../../../contact-flow/hours";
import { contactRecord } from "../../../sandbox/connect/contact-record";
import { Desk } from "../../../sandbox/telephone/desk";
import { Exchange } from "../../../sandbox/telephone/exchange";
import { liveCallsOf } from "../../../sandbox/telephone/live-calls";
import { snapshotOf } from "../../../sandbox/telephone/snapshot";
import { connectUnderTest, refusal } from "../../support/connect-under-test";
import { type Center, deployKwglobal } from "../telephone/kwglobal-instance";

const TUESDAY = momentOf("2026-11-24T10:00", "America/Los_Angeles");
const CALLER = "+13025550123";
const MENU = 25;

describe("The API, on calls under way", () => {
  if (process.env.CONNECT_INSTANCE_ID !== undefined) return;

  let exchange: Exchange;
  let records: Readonly<Record<string, unknown>>[];
  const under = connectUnderTest({ calls: () => liveCallsOf(exchange) });
  let center: Center;

  before(async () => {
    center = await deployKwglobal(under);
  });

  beforeEach(() => {
    records = [];
    instance().contacts.clear();
    exchange = new Exchange({
      stores: () => [center.store],
      invoke: () => Promise.resolve({}),
      now: TUESDAY,
      onRecord: (of, id) => {
        const contact = of.contacts.get(id);
        if (contact !== undefined) records.push(contactRecord(of, contact));
      },
    });
  });

  const instance = () => {
    const found = center.store.instances.get(center.instanceId);
    if (found === undefined) throw new Error("the instance is gone");
    return found;
  };
  const of = () => ({ InstanceId: center.instanceId });
  const pass = (seconds: number) => {
    exchange.timeline.pass(seconds * 1000);
  };
  const telephone = (number = CALLER) => exchange.telephone(number);
  const desk = (username: string) => new Desk(exchange, center.users.get(username) ?? "");
  const userId = (username: string) => center.users.get(username) ?? "";
  const queueId = (name: string) => center.queues.get(name) ?? "";
  const waits = (key: string, number = CALLER) => {
    telephone(number).dial(center.number);
    pass(MENU);
    telephone(number).press(key);
    return telephone(number).called?.options.id ?? "";
  };
  const flowId = () =>
    [...instance().contactFlows.values()].find(({ Name }) => Name.endsWith("Main Menu"))?.Id ?? "";
  describe("attributes", () => {
    const read = async (InitialContactId: string) =>
      (await under.client.send(new sdk.GetContactAttributesCommand({ ...of(), InitialContactId })))
        .Attributes;
    const write = (InitialContactId: string, Attributes: Record<string, string>) =>
      under.client.send(
        new sdk.UpdateContactAttributesCommand({ ...of(), InitialContactId, Attributes }),
      );

    it("are those that the flow has set, and more can be set beside them", async () => {
      const id = waits("1");
      expect(await read(id)).to.include({ menuKey: "1" });
      await write(id, { mood: "good", menuKey: "9" });
      expect(await read(id)).to.include({ menuKey: "9", mood: "good" });
      expect(snapshotOf(exchange, CALLER).telephone.contact?.attributes).to.include({
        mood: "good",
      });
      telephone().hangUp();
      expect(records.at(-1)?.Attributes).to.include({ mood: "good", menuKey: "9" });
    });

    it("that are set when the contact is over send its record again, as a later one", async () => {
      const id = waits("1");
      telephone().hangUp();
      pass(5);
      await write(id, { score: "5" });
      const [first, second] = records;
      expect(records).to.have.length(2);
      expect(second?.Attributes).to.include({ score: "5" });
      expect(String(second?.LastUpdateTimestamp) > String(first?.LastUpdateTimestamp)).to.equal(
        true,
      );
    });

    it("have at most 32,768 bytes", async () => {
      const id = waits("1");
      const { name, message } = await refusal(write(id, { big: "é".repeat(16_400) }));
      expect(name).to.equal("InvalidParameterException");
      expect(message).to.match(/at most 32768 bytes with those that are set, got 32\d{3}/);
      expect(await read(id)).not.to.have.property("big");
    });
  });

  describe("StopContact", () => {
    const stop = (ContactId: string) =>
      under.client.send(new sdk.StopContactCommand({ ...of(), ContactId }));

    it("ends a call, once", async () => {
      const id = waits("1");
      await stop(id);
      expect(telephone().isIdle).to.equal(true);
      expect(records.at(-1)).to.include({ ContactId: id, DisconnectReason: "OTHER" });
      expect((await refusal(stop(id))).name).to.equal("ContactNotFoundException");
    });

    it("takes back a callback that waits for its delay, or for an agent", async () => {
      for (const seconds of [0, 60]) {
        waits("1");
        pass(121);
        telephone().press("1");
        pass(seconds);
        const callback = [...instance().contacts.values()].find(
          (each) => each.InitiationMethod === "CALLBACK" && each.DisconnectTimestamp === undefined,
        );
        await stop(callback?.Id ?? "");
        desk("mary.jane").setStatus("Available");
        pass(600);
        expect(snapshotOf(exchange, CALLER).telephone.state).not.to.equal("ringing");
        desk("mary.jane").setStatus("Break");
        if (!telephone().isIdle) telephone().hangUp();
      }
    });

    it("ends no transfer, as AWS says", async () => {
      waits("1");
      desk("mary.jane").setStatus("Available");
      desk("mary.jane").accept();
      pass(30);
      desk("mary.jane").transfer(center.quickConnects.get("Business Consulting") ?? "");
      const id = telephone().contact?.options.id ?? "";
      const { name, message } = await refusal(stop(id));
      expect(name).to.equal("InvalidRequestException");
      expect(message).to.include("TRANSFER can't be stopped");
    });
  });

  describe("StartOutboundVoiceContact", () => {
    const call = (more: Partial<sdk.StartOutboundVoiceContactCommandInput> = {}) =>
      under.client.send(
        new sdk.StartOutboundVoiceContactCommand({
          ...of(),
          DestinationPhoneNumber: CALLER,
          ContactFlowId: flowId(),
          QueueId: queueId("Customer Service"),
          ...more,
        }),
      );

    it("lets a telephone ring, and who answers hears the flow", async () => {
      const { ContactId = "" } = await call({ Attributes: { why: "order" } });
      expect(snapshotOf(exchange, CALLER).telephone).to.include({
        state: "ringing",
        with: center.number,
      });
      pass(4);
      telephone().answer();
      pass(1);
      const { contact } = snapshotOf(exchange, CALLER).telephone;
      expect(contact?.id).to.equal(ContactId);
      expect(contact?.saying?.text).to.match(/KWGlobal/);
      expect(contact?.attributes).to.include({ why: "order" });
      telephone().hangUp();
      expect(records.at(-1)).to.include({ InitiationMethod: "API" });
      expect(Date.parse(String(records.at(-1)?.ConnectedToSystemTimestamp))).to.equal(
        TUESDAY + 4000,
      );
    });

    it("gives up when nobody answers", async () => {
      await call({ RingTimeoutInSeconds: 20 });
      pass(21);
      expect(telephone().isIdle).to.equal(true);
      expect(records.at(-1)).to.include({
        ConnectedToSystemTimestamp: null,
        DisconnectReason: null,
      });
    });

    it("makes one call for one ClientToken", async () => {
      const one = await call({ ClientToken: "abc" });
      const two = await call({ ClientToken: "abc" });
      expect(two.ContactId).to.equal(one.ContactId);
    });

    const REFUSED: readonly (readonly [
      what: string,
      more: Partial<sdk.StartOutboundVoiceContactCommandInput>,
      name: string,
    ])[] = [
      [
        "a number abroad",
        { DestinationPhoneNumber: "+8613025550123" },
        "DestinationNotAllowedException",
      ],
      [
        "a number of somebody else",
        { SourcePhoneNumber: "+13025550199" },
        "InvalidParameterException",
      ],
      ["no number to call from", { QueueId: undefined }, "InvalidParameterException"],
      ["a flow that isn't there", { ContactFlowId: "none" }, "ResourceNotFoundException"],
      ["a campaign", { CampaignId: "c" }, "InvalidRequestException"],
    ];
    for (const [what, more, expected] of REFUSED) {
      it(`refuses ${what}`, async () => {
        expect((await refusal(call(more))).name).to.equal(expected);
        expect(telephone().isIdle).to.equal(true);
      });
    }
  });

  it("TransferContact takes no call, as AWS says, and a call has no references", async () => {
    const ContactId = waits("1");
    const transfer = new sdk.TransferContactCommand({
      ...of(),
      ContactId,
      ContactFlowId: flowId(),
    });
    expect((await refusal(under.client.send(transfer))).message).to.include("TASK or EMAIL");
    const references = await under.client.send(
      new sdk.ListContactReferencesCommand({ ...of(), ContactId, ReferenceTypes: ["URL"] }),
    );
    expect(references.ReferenceSummaryList).to.deep.equal([]);
  });

  describe("an agent", () => {
    const statusId = (name: string) =>
      [...instance().agentStatuses.values()].find(({ Name }) => Name === name)?.AgentStatusId ?? "";
    const put = (username: string, name: string) =>
      under.client.send(
        new sdk.PutUserStatusCommand({
          ...of(),
          UserId: userId(username),
          AgentStatusId: statusId(name),
        }),
      );
    const data = async (Filters: sdk.UserDataFilters) =>
      (await under.client.send(new sdk.GetCurrentUserDataCommand({ ...of(), Filters })))
        .UserDataList ?? [];

    it("gets a status, and with it the call that waits", async () => {
      const ContactId = waits("1");
      expect(await data({ Agents: [userId("mary.jane")] })).to.deep.equal([]);
      await put("mary.jane", "Available");
      const [mary] = await data({ Agents: [userId("mary.jane")] });
      expect(mary?.Status?.StatusName).to.equal("Available");
      expect(mary?.Contacts?.map((each) => [each.ContactId, each.AgentContactState])).to.deep.equal(
        [[ContactId, "CONNECTING"]],
      );
      desk("mary.jane").accept();
      pass(10);
      const [talking] = await data({ Queues: [queueId("Customer Service")] });
      expect(talking?.Contacts?.[0]).to.deep.include({
        AgentContactState: "CONNECTED",
        Queue: {
          Id: queueId("Customer Service"),
          Arn: instance().queues.get(queueId("Customer Service"))?.QueueArn,
        },
      });
      expect(talking?.AvailableSlotsByChannel).to.deep.equal({ VOICE: 0 });
      telephone().hangUp();
      const [after] = await data({ RoutingProfiles: [mary?.RoutingProfile?.Id ?? ""] });
      expect(after?.Contacts?.[0]?.AgentContactState).to.equal("ENDED");
    });

    it("can't be given a status that isn't there, nor be asked for without a filter", async () => {
      const unknown = new sdk.PutUserStatusCommand({
        ...of(),
        UserId: userId("mary.jane"),
        AgentStatusId: "none",
      });
      expect((await refusal(under.client.send(unknown))).name).to.equal(
        "ResourceNotFoundException",
      );
      expect((await refusal(data({}))).name).to.equal("InvalidParameterException");
    });
  });

  describe("GetCurrentMetricData", () => {
    const NAMES = [
      "AGENTS_ONLINE",
      "AGENTS_AVAILABLE",
      "AGENTS_ON_CONTACT",
      "AGENTS_NON_PRODUCTIVE",
      "CONTACTS_IN_QUEUE",
      "OLDEST_CONTACT_AGE",
    ] as const;
    const ask = async (more: Partial<sdk.GetCurrentMetricDataCommandInput> = {}) => {
      const { MetricResults = [] } = await under.client.send(
        new sdk.GetCurrentMetricDataCommand({
          ...of(),
          Filters: { Queues: [queueId("Customer Service"), queueId("Business Consulting")] },
          CurrentMetrics: NAMES.map((Name) => ({ Name })),
          ...more,
        }),
      );
      return MetricResults.map(({ Collections = [] }) => Collections.map(({ Value }) => Value));
    };

    it("counts agents and contacts by queue, and each agent once in all of them", async () => {
      desk("mary.jane").setStatus("Available");
      waits("1");
      desk("mary.jane").accept();
      desk("peter.parker").setStatus("Break");
      waits("1", "+13025550124");
      pass(30);
      const [service = [], consulting = []] = await ask({ Groupings: ["QUEUE"] });
      const [all = []] = await ask();
      expect(service.slice(0, 5)).to.deep.equal([service[0], 0, 1, service[3], 1]);
      expect(service[5]).to.be.closeTo(30, 1);
      expect(consulting[4]).to.equal(0);
      expect(all.slice(0, 5)).to.deep.equal([2, 0, 1, 1, 1]);
      expect(Number(all[5])).to.be.closeTo(30_000, 1000);
    });

    it("refuses what it can't tell", async () => {
      for (const more of [
        { CurrentMetrics: [{ Name: "CONTACTS_SCHEDULED" as const }] },
        { Groupings: ["ROUTING_PROFILE" as const] },
        { Filters: { RoutingProfiles: ["x"] } },
      ]) {
        expect((await refusal(ask(more))).message).to.include("not emulated");
      }
      expect((await refusal(ask({ Filters: { Channels: ["VOICE"] } }))).message).to.include(
        "Filters.Queues must have 1 to 100 queues",
      );
    });
  });

  describe("GetMetricDataV2", () => {
    const ask = async (
      Metrics: sdk.MetricV2[],
      more: Partial<sdk.GetMetricDataV2CommandInput> = {},
    ) =>
      (
        await under.client.send(
          new sdk.GetMetricDataV2Command({
            ResourceArn: instance().Arn,
            StartTime: new Date(TUESDAY),
            EndTime: new Date(TUESDAY + 3_600_000),
            Filters: [{ FilterKey: "QUEUE", FilterValues: [queueId("Customer Service")] }],
            Metrics,
            ...more,
          }),
        )
      ).MetricResults ?? [];
    const valuesOf = (results: readonly sdk.MetricResultV2[]) =>
      results.map(({ Collections = [] }) => Collections.map(({ Value }) => Value));

    beforeEach(() => {
      waits("1");
      pass(10);
      telephone().hangUp();
      waits("1");
      pass(30);
      desk("mary.jane").setStatus("Available");
      desk("mary.jane").accept();
      pass(60);
      telephone().hangUp();
      pass(20);
      desk("mary.jane").setStatus("Break");
      // Nobody in a queue: told in none.
      telephone().dial(center.number);
      telephone().hangUp();
    });

    it("tells AWS's historical metrics of contacts that are over", async () => {
      const [values = []] = valuesOf(
        await ask([
          { Name: "CONTACTS_QUEUED" },
          { Name: "CONTACTS_HANDLED" },
          { Name: "CONTACTS_ABANDONED" },
          { Name: "SERVICE_LEVEL", Threshold: [{ Comparison: "LT", ThresholdValue: 20 }] },
          { Name: "AVG_ABANDON_TIME" },
          { Name: "AVG_AFTER_CONTACT_WORK_TIME" },
        ]),
      );
      expect(values).to.deep.equal([2, 1, 1, 50, 10, 20]);
    });

    it("groups by queue and agent, and by quarters of an hour", async () => {
      const all = { Filters: [{ FilterKey: "CHANNEL", FilterValues: ["VOICE"] }] };
      const created = [{ Name: "CONTACTS_CREATED" }];
      const byQueue = await ask(created, { ...all, Groupings: ["QUEUE"] });
      expect(byQueue.map(({ Dimensions }) => Dimensions)).to.deep.equal([
        { QUEUE: queueId("Customer Service") },
      ]);
      expect(valuesOf(byQueue)).to.deep.equal([[2]]);
      const byTime = await ask(created, { ...all, Interval: { IntervalPeriod: "FIFTEEN_MIN" } });
      expect(valuesOf(byTime)).to.deep.equal([[3], [0], [0], [0]]);
    });

    it("refuses what it can't tell", async () => {
      for (const name of ["AGENT_OCCUPANCY", "toString"])
        expect((await refusal(ask([{ Name: name }]))).message).to.include("not emulated");
      expect((await refusal(ask([{ Name: "SERVICE_LEVEL" }]))).message).to.include("Threshold");
      const day = { Interval: { IntervalPeriod: "DAY" as const } };
      expect((await refusal(ask([{ Name: "CONTACTS_QUEUED" }], day))).message).to.include(
        "Interval.IntervalPeriod DAY",
      );
    });
  });
});
