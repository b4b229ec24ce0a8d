import {
  AssociateQueueQuickConnectsCommand,
  CreateAgentStatusCommand,
  CreateHoursOfOperationOverrideCommand,
  DescribeAgentStatusCommand,
  DescribePhoneNumberCommand,
  DeleteQueueCommand,
  ListAgentStatusesCommand,
  ListHoursOfOperationOverridesCommand,
  ListQueueQuickConnectsCommand,
  UpdateAgentStatusCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { AgentStatusAssociation } from "../../../lambda-src/connect-associations/agent-statuses";
import type {
  AgentStatuses,
  Holidays,
} from "../../../lambda-src/connect-associations/desired-state";
import { HolidayAssociation } from "../../../lambda-src/connect-associations/holidays";
import { PhoneNumberFlowAssociation } from "../../../lambda-src/connect-associations/phone-number-flow";
import { QueueQuickConnectAssociation } from "../../../lambda-src/connect-associations/queue-quick-connects";
import { fixtures } from "../../support/connect-fixtures";
import { claimNumber } from "../../support/connect-numbers";
import { connectUnderTest } from "../../support/connect-under-test";

describe("Agent statuses, as the reconciler keeps them", () => {
  const under = connectUnderTest();
  const association = () => new AgentStatusAssociation(under.client);
  const wanted = (...names: string[]): AgentStatuses => ({
    kind: "agentStatuses",
    instanceId: under.instanceId,
    agentStatuses: names.map((name) => ({ name, description: `At ${name}` })),
  });
  const state = async (name: string) => {
    const { AgentStatusSummaryList = [] } = await under.client.send(
      new ListAgentStatusesCommand({ InstanceId: under.instanceId }),
    );
    const id = AgentStatusSummaryList.find(({ Name }) => Name === name)?.Id;
    if (id === undefined) {
      return undefined;
    }
    const { AgentStatus } = await under.client.send(
      new DescribeAgentStatusCommand({ InstanceId: under.instanceId, AgentStatusId: id }),
    );
    return AgentStatus;
  };

  it("are made, and made no second time", async () => {
    const desired = wanted("tea", "gym");
    expect(await association().observe(desired)).to.deep.equal([
      'agent status "tea" is missing',
      'agent status "gym" is missing',
    ]);
    await association().reconcile(desired);
    await association().reconcile(desired);
    expect(await association().observe(desired)).to.deep.equal([]);
    expect(await state("tea")).to.include({ State: "ENABLED", Description: "At tea" });
  });

  it("are enabled and described again where somebody changed them", async () => {
    const desired = wanted("nap");
    await association().reconcile(desired);
    const { AgentStatusId } = (await state("nap")) ?? {};
    const one = { InstanceId: under.instanceId, AgentStatusId };
    await under.client.send(new UpdateAgentStatusCommand({ ...one, Description: "Asleep" }));
    expect(await association().observe(desired)).to.deep.equal([
      'agent status "nap" is described as "Asleep"',
    ]);
    await under.client.send(new UpdateAgentStatusCommand({ ...one, State: "DISABLED" }));
    expect(await association().observe(desired)).to.deep.equal(['agent status "nap" is disabled']);
    await association().reconcile(desired);
    expect(await association().observe(desired)).to.deep.equal([]);
  });

  it("are disabled when they are dropped or removed, and only those that it made", async () => {
    await under.client.send(
      new CreateAgentStatusCommand({
        InstanceId: under.instanceId,
        Name: "by hand",
        State: "ENABLED",
      }),
    );
    const [both, one] = [wanted("golf", "chess"), wanted("golf")];
    await association().reconcile(both);
    await association().reconcile(one, both);
    expect((await state("chess"))?.State).to.equal("DISABLED");
    expect((await state("golf"))?.State).to.equal("ENABLED");
    await association().remove(one);
    expect((await state("golf"))?.State).to.equal("DISABLED");
    expect((await state("by hand"))?.State).to.equal("ENABLED");
  });
});

describe("A queue's quick connects, as the reconciler keeps them", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const association = () => new QueueQuickConnectAssociation(under.client);
  const wanted = (queueId: string, quickConnectIds: readonly string[]) => ({
    kind: "queueQuickConnects" as const,
    instanceId: under.instanceId,
    queues: [
      {
        name: "Sales",
        queueId,
        quickConnects: quickConnectIds.map((quickConnectId, index) => ({
          name: `Quick connect ${index + 1}`,
          quickConnectId,
        })),
      },
    ],
  });
  const associated = async (QueueId: string) => {
    const answer = await under.client.send(
      new ListQueueQuickConnectsCommand({ InstanceId: under.instanceId, QueueId }),
    );
    return answer.QuickConnectSummaryList?.map(({ Id }) => Id);
  };

  it("are exactly the wanted ones: missing ones are added, others taken off", async () => {
    const [queue, first, second] = [
      await make.queue(),
      await make.quickConnect(),
      await make.quickConnect({ Name: under.unique("extra") }),
    ];
    await under.client.send(
      new AssociateQueueQuickConnectsCommand({
        InstanceId: under.instanceId,
        QueueId: queue,
        QuickConnectIds: [second],
      }),
    );
    const desired = wanted(queue, [first]);
    const [lacks, has] = await association().observe(desired);
    expect(lacks).to.equal('queue "Sales" lacks quick connect "Quick connect 1"');
    expect(has).to.match(/^queue "Sales" has quick connect "extra .*" too$/);
    await association().reconcile(desired);
    expect(await associated(queue)).to.deep.equal([first]);
    expect(await association().observe(desired)).to.deep.equal([]);
  });

  it("may be more than one call takes", async () => {
    const queue = await make.queue();
    const ids = [];
    for (let count = 0; count < 55; count += 1) {
      ids.push(await make.quickConnect());
    }
    await association().reconcile(wanted(queue, ids));
    expect(await association().observe(wanted(queue, ids))).to.deep.equal([]);
    await association().remove(wanted(queue, ids));
    expect(await associated(queue)).to.deep.equal([]);
  });

  it("are taken off a queue that is no longer named, and a queue that has gone is no fault", async () => {
    const [queue, gone, first] = [
      await make.queue(),
      await make.queue({ Name: under.unique("gone") }),
      await make.quickConnect(),
    ];
    const before = wanted(queue, [first]);
    await association().reconcile(before);
    await under.client.send(
      new DeleteQueueCommand({ InstanceId: under.instanceId, QueueId: gone }),
    );
    await association().reconcile(
      { ...before, queues: [] },
      { ...before, queues: [...before.queues, ...wanted(gone, [first]).queues] },
    );
    expect(await associated(queue)).to.deep.equal([]);
  });
});

describe("The number's flow, as the reconciler keeps it", () => {
  const under = connectUnderTest();
  const make = fixtures(under);

  it("is set, noticed when somebody changes it, and removed only if it is ours", async () => {
    const { PhoneNumberId } = await claimNumber(under);
    const { ClaimedPhoneNumberSummary: number } = await under.client.send(
      new DescribePhoneNumberCommand({ PhoneNumberId }),
    );
    const [ours, other] = [await make.flow(), await make.flow({ Name: under.unique("other") })];
    const association = new PhoneNumberFlowAssociation(under.client);
    const answeredBy = (contactFlowId: string) => ({
      kind: "phoneNumberFlow" as const,
      instanceId: under.instanceId,
      phoneNumberId: PhoneNumberId,
      phoneNumberArn: number?.PhoneNumberArn ?? "",
      flow: { name: "Menu", contactFlowId },
    });
    expect(await association.observe(answeredBy(ours))).to.deep.equal([
      "no flow answers the number",
    ]);
    await association.reconcile(answeredBy(ours));
    expect(await association.observe(answeredBy(ours))).to.deep.equal([]);
    expect((await association.observe(answeredBy(other)))[0]).to.match(
      /^another flow answers the number: /,
    );
    await association.remove(answeredBy(other));
    expect(await association.observe(answeredBy(ours))).to.deep.equal([]);
    await association.remove(answeredBy(ours));
    expect(await association.observe(answeredBy(ours))).to.deep.equal([
      "no flow answers the number",
    ]);
  });
});

describe("Holidays, as the reconciler keeps them", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const association = (today = "2026-12-01") =>
    new HolidayAssociation(under.client, () => new Date(`${today}T12:00:00Z`));
  const wanted = (
    hoursOfOperationId: string,
    ...holidays: Holidays["schedules"][number]["holidays"]
  ): Holidays => ({
    kind: "holidays",
    instanceId: under.instanceId,
    schedules: [{ name: "Office", hoursOfOperationId, holidays }],
  });
  const christmas = { name: "Christmas Day 2026-12-25", date: "2026-12-25", config: [] };
  const eve = {
    name: "Christmas Eve 2026-12-24",
    date: "2026-12-24",
    config: [
      {
        Day: "THURSDAY" as const,
        StartTime: { Hours: 9, Minutes: 0 },
        EndTime: { Hours: 12, Minutes: 0 },
      },
    ],
  };
  const overrides = async (HoursOfOperationId: string) => {
    const { HoursOfOperationOverrideList = [] } = await under.client.send(
      new ListHoursOfOperationOverridesCommand({
        InstanceId: under.instanceId,
        HoursOfOperationId,
      }),
    );
    return HoursOfOperationOverrideList;
  };

  it("are made, and made no second time", async () => {
    const id = await make.hours();
    const desired = wanted(id, christmas, eve);
    expect(await association().observe(desired)).to.deep.equal([
      'hours of operation "Office" lack holiday "Christmas Day 2026-12-25"',
      'hours of operation "Office" lack holiday "Christmas Eve 2026-12-24"',
    ]);
    await association().reconcile(desired);
    await association().reconcile(desired);
    expect(await association().observe(desired)).to.deep.equal([]);
    expect(
      (await overrides(id)).map(({ Name, EffectiveFrom, EffectiveTill, Config }) => ({
        name: Name,
        dates: [EffectiveFrom, EffectiveTill],
        config: Config,
      })),
    ).to.deep.equal([
      { name: christmas.name, dates: ["2026-12-25", "2026-12-25"], config: [] },
      { name: eve.name, dates: ["2026-12-24", "2026-12-24"], config: eve.config },
    ]);
  });

  it("are set right where somebody changed them", async () => {
    const id = await make.hours();
    await association().reconcile(wanted(id, { ...eve, config: [] }));
    expect(await association().observe(wanted(id, eve))).to.deep.equal([
      'holiday "Christmas Eve 2026-12-24" of hours of operation "Office" was changed',
    ]);
    await association().reconcile(wanted(id, eve));
    expect(await association().observe(wanted(id, eve))).to.deep.equal([]);
    expect(await overrides(id)).to.have.length(1);
  });

  it("are taken away when they are dropped, but not what people made in the console", async () => {
    const id = await make.hours();
    await association().reconcile(wanted(id, christmas, eve));
    await under.client.send(
      new CreateHoursOfOperationOverrideCommand({
        InstanceId: under.instanceId,
        HoursOfOperationId: id,
        Name: "Snow",
        Config: [],
        EffectiveFrom: "2026-12-02",
        EffectiveTill: "2026-12-03",
      }),
    );
    expect(await association().observe(wanted(id, christmas, eve))).to.deep.equal([]);
    await association().reconcile(wanted(id, christmas), wanted(id, christmas, eve));
    expect((await overrides(id)).map(({ Name }) => Name)).to.have.members([christmas.name, "Snow"]);
    await association().remove(wanted(id, christmas));
    expect((await overrides(id)).map(({ Name }) => Name)).to.deep.equal(["Snow"]);
  });

  it("that are over everywhere are neither made nor missed", async () => {
    const id = await make.hours();
    const desired = wanted(id, christmas);
    expect(await association("2026-12-26").observe(desired)).to.have.length(0);
    await association("2026-12-26").reconcile(desired);
    expect(await overrides(id)).to.deep.equal([]);
    expect(await association("2026-12-25").observe(desired)).to.have.length(1);
  });

  it("of a schedule that has gone are no fault", async () => {
    const gone = wanted("00000000-0000-4000-8000-000000000000", christmas);
    await association().remove(gone);
  });
});
