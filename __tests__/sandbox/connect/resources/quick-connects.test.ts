import {
  DeleteQuickConnectCommand,
  DescribeQuickConnectCommand,
  ListQueueQuickConnectsCommand,
  ListQuickConnectsCommand,
  type QuickConnectConfig,
  UpdateQuickConnectConfigCommand,
  UpdateQuickConnectNameCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../../support/connect-fixtures";
import { connectUnderTest, refusal } from "../../../support/connect-under-test";

const NOBODY = "00000000-0000-0000-0000-000000000000";

describe("quick connects", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const one = (QuickConnectId: string) => ({ InstanceId: under.instanceId, QuickConnectId });
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeQuickConnectCommand(one(id)))).QuickConnect;
  const phone = (PhoneNumber: string): QuickConnectConfig => ({
    QuickConnectType: "PHONE_NUMBER",
    PhoneConfig: { PhoneNumber },
  });
  const toQueue = async (flow: string): Promise<QuickConnectConfig> => ({
    QuickConnectType: "QUEUE",
    QueueConfig: {
      QueueId: await make.stock("queue", "BasicQueue"),
      ContactFlowId: await make.stock("flow", flow),
    },
  });
  const toUser = async (flow: string): Promise<QuickConnectConfig> => ({
    QuickConnectType: "USER",
    UserConfig: { UserId: await make.user(), ContactFlowId: await make.stock("flow", flow) },
  });

  it("come back as they were given", async () => {
    const Name = under.unique("quick connect");
    const QuickConnectConfig = phone("+13025550198");
    const id = await make.quickConnect({ Name, Description: "Boss", QuickConnectConfig });
    expect(await describeOne(id)).to.deep.include({
      QuickConnectId: id,
      Name,
      Description: "Boss",
      QuickConnectConfig,
    });
    expect((await describeOne(id))?.QuickConnectARN).to.match(
      new RegExp(`:instance/${under.instanceId}/transfer-destination/${id}$`),
    );
  });

  it("are listed by their type", async () => {
    const QuickConnectId = await make.quickConnect({
      QuickConnectConfig: await toQueue("Default queue transfer"),
    });
    const idsOf = async (type: "QUEUE" | "USER") =>
      (
        await under.client.send(
          new ListQuickConnectsCommand({ InstanceId: under.instanceId, QuickConnectTypes: [type] }),
        )
      ).QuickConnectSummaryList?.map(({ Id }) => Id);
    expect(await idsOf("QUEUE")).to.include(QuickConnectId);
    expect(await idsOf("USER")).to.not.include(QuickConnectId);
  });

  it("change their name and where they lead", async () => {
    const id = await make.quickConnect();
    const Name = under.unique("renamed");
    await under.client.send(
      new UpdateQuickConnectNameCommand({ ...one(id), Name, Description: "New" }),
    );
    await under.client.send(
      new UpdateQuickConnectConfigCommand({
        ...one(id),
        QuickConnectConfig: phone("+13025550199"),
      }),
    );
    expect(await describeOne(id)).to.deep.include({
      Name,
      Description: "New",
      QuickConnectConfig: phone("+13025550199"),
    });
  });

  it("have a name of their own", async () => {
    const Name = under.unique("quick connect");
    await make.quickConnect({ Name });
    expect((await refusal(make.quickConnect({ Name }))).name).to.equal(
      "DuplicateResourceException",
    );
  });

  it("reach a user by a flow of type AGENT_TRANSFER", async () => {
    expect(
      await make.quickConnect({ QuickConnectConfig: await toUser("Default agent transfer") }),
    ).to.be.a("string");
    const wrong = make.quickConnect({ QuickConnectConfig: await toUser("Default queue transfer") });
    const { name } = await refusal(wrong);
    expect(name).to.equal("InvalidParameterException");
  });

  it("reach a queue by a flow of type QUEUE_TRANSFER", async () => {
    const wrong = make.quickConnect({
      QuickConnectConfig: await toQueue("Default agent transfer"),
    });
    expect((await refusal(wrong)).name).to.equal("InvalidParameterException");
  });

  it("reach a number in E.164 form", async () => {
    const wrong = make.quickConnect({ QuickConnectConfig: phone("302 555 0198") });
    expect((await refusal(wrong)).name).to.equal("InvalidParameterException");
  });

  it("lead to what exists", async () => {
    const config = await toQueue("Default queue transfer");
    const nowhere = make.quickConnect({
      QuickConnectConfig: {
        ...config,
        QueueConfig: { QueueId: NOBODY, ContactFlowId: config.QueueConfig?.ContactFlowId },
      },
    });
    expect((await refusal(nowhere)).name).to.equal("ResourceNotFoundException");
  });

  it("need the settings of their type", async () => {
    const { name } = await refusal(
      make.quickConnect({ QuickConnectConfig: { QuickConnectType: "USER" } }),
    );
    expect(name).to.be.oneOf(["InvalidParameterException", "InvalidRequestException"]);
  });

  it("leave every queue when they are deleted", async () => {
    const id = await make.quickConnect();
    const QueueId = await make.queue({ QuickConnectIds: [id] });
    await under.client.send(new DeleteQuickConnectCommand(one(id)));
    const { QuickConnectSummaryList } = await under.client.send(
      new ListQueueQuickConnectsCommand({ InstanceId: under.instanceId, QueueId }),
    );
    expect(QuickConnectSummaryList).to.deep.equal([]);
  });
});
