import {
  AssociateQueueQuickConnectsCommand,
  DeleteQueueCommand,
  DescribeQueueCommand,
  DisassociateQueueQuickConnectsCommand,
  ListQueueQuickConnectsCommand,
  ListQueuesCommand,
  UpdateQueueHoursOfOperationCommand,
  UpdateQueueMaxContactsCommand,
  UpdateQueueNameCommand,
  UpdateQueueOutboundCallerConfigCommand,
  UpdateQueueStatusCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../../support/connect-fixtures";
import { claimNumber } from "../../../support/connect-numbers";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

describe("queues", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const one = (QueueId: string) => ({ InstanceId: under.instanceId, QueueId });
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeQueueCommand(one(id)))).Queue;
  const quickConnectsOf = async (id: string) =>
    (
      await under.client.send(new ListQueueQuickConnectsCommand(one(id)))
    ).QuickConnectSummaryList?.map(({ Id = "" }) => Id);

  it("come back as they were given, enabled", async () => {
    const Name = under.unique("queue");
    const HoursOfOperationId = await make.hours();
    const id = await make.queue({
      Name,
      HoursOfOperationId,
      Description: "Support",
      MaxContacts: 5,
      Tags: { team: "ops" },
    });
    expect(await describeOne(id)).to.deep.include({
      QueueId: id,
      Name,
      HoursOfOperationId,
      Description: "Support",
      MaxContacts: 5,
      Status: "ENABLED",
      Tags: { team: "ops" },
    });
    expect((await describeOne(id))?.QueueArn).to.match(
      new RegExp(`:instance/${under.instanceId}/queue/${id}$`),
    );
  });

  it("change by one operation a member", async () => {
    const id = await make.queue();
    const Name = under.unique("renamed");
    const HoursOfOperationId = await make.hours();
    const OutboundFlowId = await make.stock("flow", "Default outbound");
    await under.client.send(new UpdateQueueNameCommand({ ...one(id), Name, Description: "New" }));
    await under.client.send(
      new UpdateQueueHoursOfOperationCommand({ ...one(id), HoursOfOperationId }),
    );
    await under.client.send(new UpdateQueueMaxContactsCommand({ ...one(id), MaxContacts: 7 }));
    await under.client.send(new UpdateQueueStatusCommand({ ...one(id), Status: "DISABLED" }));
    const OutboundCallerConfig = { OutboundCallerIdName: "KWGlobal", OutboundFlowId };
    await under.client.send(
      new UpdateQueueOutboundCallerConfigCommand({ ...one(id), OutboundCallerConfig }),
    );
    expect(await describeOne(id)).to.deep.include({
      Name,
      Description: "New",
      HoursOfOperationId,
      MaxContacts: 7,
      Status: "DISABLED",
      OutboundCallerConfig,
    });
    await under.client.send(new DeleteQueueCommand(one(id)));
  });

  it("have a name of their own", async () => {
    const Name = under.unique("queue");
    await make.queue({ Name });
    expect((await refusal(make.queue({ Name }))).name).to.equal("DuplicateResourceException");
  });

  it("keep hours that exist", async () => {
    const HoursOfOperationId = "00000000-0000-0000-0000-000000000000";
    expect((await refusal(make.queue({ HoursOfOperationId }))).name).to.equal(
      "ResourceNotFoundException",
    );
  });

  it("whisper to whom they call with a flow for that", async () => {
    const OutboundFlowId = await make.stock("flow", "Default queue transfer");
    expect((await refusal(make.queue({ OutboundCallerConfig: { OutboundFlowId } }))).name).to.equal(
      "InvalidParameterException",
    );
  });

  itEmulated("call out under a number of their instance", "it claims a number", async () => {
    const { PhoneNumberId } = await claimNumber(under);
    const id = await make.queue({
      OutboundCallerConfig: { OutboundCallerIdNumberId: PhoneNumberId },
    });
    expect((await describeOne(id))?.OutboundCallerConfig?.OutboundCallerIdNumberId).to.equal(
      PhoneNumberId,
    );
    const unknown = make.queue({ OutboundCallerConfig: { OutboundCallerIdNumberId: "nobody" } });
    expect((await refusal(unknown)).name).to.equal("ResourceNotFoundException");
  });

  it("are listed with their users' own queues, which have no name", async () => {
    const UserId = await make.user();
    const list = async (QueueTypes?: ("STANDARD" | "AGENT")[]) =>
      (
        await under.client.send(
          new ListQueuesCommand({ InstanceId: under.instanceId, MaxResults: 1000, QueueTypes }),
        )
      ).QueueSummaryList ?? [];
    const own = (await list(["AGENT"])).find(({ Arn = "" }) =>
      Arn.endsWith(`/queue/agent/${UserId}`),
    );
    expect(own).to.deep.include({ QueueType: "AGENT" });
    expect(own).to.not.have.property("Name");
    expect((await list(["STANDARD"])).every(({ Name }) => Name !== undefined)).to.equal(true);
    expect((await list()).length).to.be.greaterThan((await list(["STANDARD"])).length);
  });

  describe("quick connects of a queue", () => {
    it("can be given at once, added and taken away", async () => {
      const first = await make.quickConnect();
      const second = await make.quickConnect();
      const queue = await make.queue({ QuickConnectIds: [first] });
      expect(await quickConnectsOf(queue)).to.deep.equal([first]);
      await under.client.send(
        new AssociateQueueQuickConnectsCommand({ ...one(queue), QuickConnectIds: [second, first] }),
      );
      expect(await quickConnectsOf(queue)).to.have.members([first, second]);
      await under.client.send(
        new DisassociateQueueQuickConnectsCommand({ ...one(queue), QuickConnectIds: [first] }),
      );
      expect(await quickConnectsOf(queue)).to.deep.equal([second]);
    });

    it("must exist", async () => {
      const QuickConnectIds = ["00000000-0000-0000-0000-000000000000"];
      expect((await refusal(make.queue({ QuickConnectIds }))).name).to.equal(
        "ResourceNotFoundException",
      );
    });

    it("are 50 a call at most", async () => {
      const QuickConnectIds = Array<string>(51).fill("00000000-0000-0000-0000-000000000000");
      const { name, message } = await refusal(make.queue({ QuickConnectIds }));
      expect(name).to.equal("InvalidParameterException");
      expect(message).to.equal("QuickConnectIds must include at most 50 items");
    });
  });

  describe("deleting a queue", () => {
    const remove = (id: string) => under.client.send(new DeleteQueueCommand(one(id)));

    it("is refused while a routing profile has it", async () => {
      const id = await make.queue();
      await make.routingProfile({ DefaultOutboundQueueId: id });
      expect((await refusal(remove(id))).name).to.equal("ResourceInUseException");
    });

    it("is refused while a quick connect leads to it", async () => {
      const QueueId = await make.queue();
      const ContactFlowId = await make.stock("flow", "Default queue transfer");
      await make.quickConnect({
        QuickConnectConfig: {
          QuickConnectType: "QUEUE",
          QueueConfig: { QueueId, ContactFlowId },
        },
      });
      expect((await refusal(remove(QueueId))).name).to.equal("ResourceInUseException");
    });

    it("takes it away", async () => {
      const id = await make.queue();
      await remove(id);
      expect((await refusal(describeOne(id))).name).to.equal("ResourceNotFoundException");
    });
  });
});
