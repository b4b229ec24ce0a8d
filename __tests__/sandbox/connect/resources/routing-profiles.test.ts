import {
  AssociateRoutingProfileQueuesCommand,
  type Channel,
  DeleteRoutingProfileCommand,
  DescribeRoutingProfileCommand,
  DisassociateRoutingProfileQueuesCommand,
  ListRoutingProfileQueuesCommand,
  ListRoutingProfilesCommand,
  UpdateRoutingProfileAgentAvailabilityTimerCommand,
  UpdateRoutingProfileConcurrencyCommand,
  UpdateRoutingProfileDefaultOutboundQueueCommand,
  UpdateRoutingProfileNameCommand,
  UpdateRoutingProfileQueuesCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../../support/connect-fixtures";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const entry = (QueueId: string, Priority: number, Delay = 0, channel: Channel = "VOICE") => ({
  QueueReference: { QueueId, Channel: channel },
  Priority,
  Delay,
});

describe("routing profiles", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const one = (RoutingProfileId: string) => ({ InstanceId: under.instanceId, RoutingProfileId });
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeRoutingProfileCommand(one(id)))).RoutingProfile;
  const queuesOf = async (id: string) =>
    (
      await under.client.send(new ListRoutingProfileQueuesCommand(one(id)))
    ).RoutingProfileQueueConfigSummaryList?.map(({ QueueId, Channel, Priority, Delay }) => ({
      QueueReference: { QueueId, Channel },
      Priority,
      Delay,
    }));

  it("come back as they were given", async () => {
    const Name = under.unique("profile");
    const queue = await make.queue();
    const id = await make.routingProfile({
      Name,
      Description: "Support",
      DefaultOutboundQueueId: queue,
      QueueConfigs: [entry(queue, 1), entry(queue, 2, 30, "CHAT")],
      MediaConcurrencies: [
        { Channel: "VOICE", Concurrency: 1 },
        { Channel: "CHAT", Concurrency: 3 },
      ],
    });
    const profile = await describeOne(id);
    expect(profile).to.deep.include({
      Name,
      Description: "Support",
      DefaultOutboundQueueId: queue,
    });
    expect(profile?.MediaConcurrencies?.map((one) => one.Concurrency)).to.have.members([1, 3]);
    expect(await queuesOf(id)).to.have.deep.members([entry(queue, 1), entry(queue, 2, 30, "CHAT")]);
  });

  it("are listed by name", async () => {
    const Name = under.unique("profile");
    const id = await make.routingProfile({ Name });
    const { RoutingProfileSummaryList = [] } = await under.client.send(
      new ListRoutingProfilesCommand({ InstanceId: under.instanceId }),
    );
    expect(RoutingProfileSummaryList.find((summary) => summary.Name === Name)?.Id).to.equal(id);
  });

  it("change by one operation a member", async () => {
    const id = await make.routingProfile();
    const Name = under.unique("renamed");
    const DefaultOutboundQueueId = await make.queue();
    const { client } = under;
    await client.send(
      new UpdateRoutingProfileNameCommand({ ...one(id), Name, Description: "New" }),
    );
    await client.send(
      new UpdateRoutingProfileDefaultOutboundQueueCommand({ ...one(id), DefaultOutboundQueueId }),
    );
    await client.send(
      new UpdateRoutingProfileConcurrencyCommand({
        ...one(id),
        MediaConcurrencies: [{ Channel: "TASK", Concurrency: 10 }],
      }),
    );
    await client.send(
      new UpdateRoutingProfileAgentAvailabilityTimerCommand({
        ...one(id),
        AgentAvailabilityTimer: "TIME_SINCE_LAST_INBOUND",
      }),
    );
    const profile = await describeOne(id);
    expect(profile).to.deep.include({
      Name,
      Description: "New",
      DefaultOutboundQueueId,
      AgentAvailabilityTimer: "TIME_SINCE_LAST_INBOUND",
    });
    expect(profile?.MediaConcurrencies?.[0]).to.deep.include({ Channel: "TASK", Concurrency: 10 });
    await client.send(new DeleteRoutingProfileCommand(one(id)));
  });

  it("gain, reorder and lose queues", async () => {
    const first = await make.queue();
    const second = await make.queue();
    const id = await make.routingProfile({ QueueConfigs: [entry(first, 1)] });
    await under.client.send(
      new AssociateRoutingProfileQueuesCommand({
        ...one(id),
        QueueConfigs: [entry(second, 2, 15)],
      }),
    );
    await under.client.send(
      new UpdateRoutingProfileQueuesCommand({ ...one(id), QueueConfigs: [entry(second, 1, 5)] }),
    );
    expect(await queuesOf(id)).to.have.deep.members([entry(first, 1), entry(second, 1, 5)]);
    await under.client.send(
      new DisassociateRoutingProfileQueuesCommand({
        ...one(id),
        QueueReferences: [entry(first, 1).QueueReference],
      }),
    );
    expect(await queuesOf(id)).to.deep.equal([entry(second, 1, 5)]);
    await under.client.send(new DeleteRoutingProfileCommand(one(id)));
  });

  itEmulated("reorder only queues that they have", "the error is not documented", async () => {
    const id = await make.routingProfile();
    const QueueConfigs = [entry(await make.queue(), 1)];
    const update = new UpdateRoutingProfileQueuesCommand({ ...one(id), QueueConfigs });
    expect((await refusal(under.client.send(update))).name).to.equal("ResourceNotFoundException");
  });

  it("may have queues on channels that they lack, as the provider's acceptance tests prove", async () => {
    const queue = await make.queue();
    const id = await make.routingProfile({ QueueConfigs: [entry(queue, 1, 1, "CHAT")] });
    await under.client.send(
      new AssociateRoutingProfileQueuesCommand({
        ...one(id),
        QueueConfigs: [entry(queue, 2, 2, "TASK")],
      }),
    );
    expect(await queuesOf(id)).to.deep.equal([
      entry(queue, 1, 1, "CHAT"),
      entry(queue, 2, 2, "TASK"),
    ]);
  });

  it("have a name of their own", async () => {
    const Name = under.unique("profile");
    await make.routingProfile({ Name });
    expect((await refusal(make.routingProfile({ Name }))).name).to.equal(
      "DuplicateResourceException",
    );
  });

  it("have queues that exist", async () => {
    const QueueConfigs = [entry("00000000-0000-0000-0000-000000000000", 1)];
    expect((await refusal(make.routingProfile({ QueueConfigs }))).name).to.equal(
      "ResourceNotFoundException",
    );
  });

  for (const [what, members] of Object.entries({
    "a priority of 1 to 99": { QueueConfigs: [entry("queue", 100)] },
    "a delay of at most 9999 seconds": { QueueConfigs: [entry("queue", 1, 10_000)] },
    "ten queues a call at most": { QueueConfigs: Array(11).fill(entry("queue", 1)) },
    "one call at a time": { MediaConcurrencies: [{ Channel: "VOICE" as const, Concurrency: 2 }] },
    "ten chats at a time at most": {
      MediaConcurrencies: [{ Channel: "CHAT" as const, Concurrency: 11 }],
    },
    "a description": { Description: "" },
  }))
    it(`have ${what}`, async () => {
      const { name } = await refusal(make.routingProfile(members));
      expect(name).to.be.oneOf(["InvalidParameterException", "InvalidRequestException"]);
    });

  it("cannot be deleted while a user has them", async () => {
    const RoutingProfileId = await make.routingProfile();
    await make.user({ RoutingProfileId });
    const deletion = under.client.send(new DeleteRoutingProfileCommand(one(RoutingProfileId)));
    expect((await refusal(deletion)).name).to.equal("ResourceInUseException");
  });
});
