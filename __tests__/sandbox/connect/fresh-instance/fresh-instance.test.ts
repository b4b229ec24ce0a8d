import {
  DescribeContactFlowCommand,
  DescribeQueueCommand,
  DescribeRoutingProfileCommand,
  ListAgentStatusesCommand,
  ListContactFlowsCommand,
  ListHoursOfOperationsCommand,
  ListPromptsCommand,
  ListQueuesCommand,
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectProblems } from "../../../../contact-flow/lint";
import { fixtures } from "../../../support/connect-fixtures";
import { connectUnderTest } from "../../../support/connect-under-test";

/** A real instance has more by the time it is tested: what a fresh one has must be among it. */
describe("a fresh instance", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const inInstance = () => ({ InstanceId: under.instanceId });
  const names = (list: { Name?: string }[] = []) => list.map(({ Name }) => Name);

  it("has the default flows, each of its type, and the samples", async () => {
    const { ContactFlowSummaryList = [] } = await under.client.send(
      new ListContactFlowsCommand({ ...inInstance(), MaxResults: 1000 }),
    );
    const typed = ContactFlowSummaryList.map(
      ({ Name = "", ContactFlowType = "" }) => `${Name}: ${ContactFlowType}`,
    );
    expect(typed).to.include.members([
      "Default agent hold: AGENT_HOLD",
      "Default agent transfer: AGENT_TRANSFER",
      "Default agent whisper: AGENT_WHISPER",
      "Default customer hold: CUSTOMER_HOLD",
      "Default customer queue: CUSTOMER_QUEUE",
      "Default customer whisper: CUSTOMER_WHISPER",
      "Default outbound: OUTBOUND_WHISPER",
      "Default queue transfer: QUEUE_TRANSFER",
      "Sample interruptible queue flow with callback: CUSTOMER_QUEUE",
      "Sample inbound flow (first contact experience): CONTACT_FLOW",
    ]);
    expect(typed.filter((one) => /^(Default|Sample) /.test(one))).to.have.length(20);
  });

  it("has flows that Connect would publish", async () => {
    const { ContactFlowSummaryList = [] } = await under.client.send(
      new ListContactFlowsCommand({ ...inInstance(), MaxResults: 1000 }),
    );
    for (const { Id, Name } of ContactFlowSummaryList) {
      const { ContactFlow } = await under.client.send(
        new DescribeContactFlowCommand({ ...inInstance(), ContactFlowId: Id }),
      );
      const { Content = "", Type = "CONTACT_FLOW" } = ContactFlow ?? {};
      expect(connectProblems(Content, Type), Name).to.deep.equal([]);
    }
  });

  it("lets its queue say thank you and play music, over and over", async () => {
    const { ContactFlow } = await under.client.send(
      new DescribeContactFlowCommand({
        ...inInstance(),
        ContactFlowId: await make.stock("flow", "Default customer queue"),
      }),
    );
    const { PromptSummaryList = [] } = await under.client.send(
      new ListPromptsCommand(inInstance()),
    );
    const music = PromptSummaryList.find(
      ({ Name }) => Name === "Music_Pop_ThisAndThatIsLife_Inst.wav",
    );
    expect(ContactFlow?.Content).to.contain("MessageParticipantIteratively");
    expect(ContactFlow?.Content).to.contain("Thank you for calling. Your call is very important");
    expect(ContactFlow?.Content).to.contain(music?.Arn);
  });

  it("has seven prompts", async () => {
    const { PromptSummaryList } = await under.client.send(new ListPromptsCommand(inInstance()));
    expect(names(PromptSummaryList)).to.include.members([
      "Beep.wav",
      "CustomerHold.wav",
      "CustomerQueue.wav",
      "Music_Jazz_MyTimetoFly_Inst.wav",
      "Music_Pop_ThisAndThatIsLife_Inst.wav",
      "Music_Pop_ThrowYourselfInFrontOfIt_Inst.wav",
      "Music_Rock_EverywhereTheSunShines_Inst.wav",
    ]);
  });

  it("has hours, a queue that keeps them, and a profile that serves it", async () => {
    const { client } = under;
    const { HoursOfOperationSummaryList } = await client.send(
      new ListHoursOfOperationsCommand(inInstance()),
    );
    expect(names(HoursOfOperationSummaryList)).to.include("Basic Hours");
    const { QueueSummaryList } = await client.send(new ListQueuesCommand(inInstance()));
    expect(names(QueueSummaryList)).to.include("BasicQueue");
    const { RoutingProfileSummaryList } = await client.send(
      new ListRoutingProfilesCommand(inInstance()),
    );
    expect(names(RoutingProfileSummaryList)).to.include("Basic Routing Profile");

    const QueueId = await make.stock("queue", "BasicQueue");
    const { Queue } = await client.send(new DescribeQueueCommand({ ...inInstance(), QueueId }));
    expect(Queue?.HoursOfOperationId).to.equal(await make.stock("hours", "Basic Hours"));
    const { RoutingProfile } = await client.send(
      new DescribeRoutingProfileCommand({
        ...inInstance(),
        RoutingProfileId: await make.stock("routingProfile", "Basic Routing Profile"),
      }),
    );
    expect(RoutingProfile?.DefaultOutboundQueueId).to.equal(QueueId);
  });

  it("has four security profiles and two agent statuses", async () => {
    const { SecurityProfileSummaryList } = await under.client.send(
      new ListSecurityProfilesCommand(inInstance()),
    );
    expect(names(SecurityProfileSummaryList)).to.include.members([
      "Admin",
      "Agent",
      "CallCenterManager",
      "QualityAnalyst",
    ]);
    const { AgentStatusSummaryList } = await under.client.send(
      new ListAgentStatusesCommand(inInstance()),
    );
    expect(names(AgentStatusSummaryList)).to.include.members(["Available", "Offline"]);
  });
});
