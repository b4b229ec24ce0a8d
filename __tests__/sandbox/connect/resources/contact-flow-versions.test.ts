import {
  CreateContactFlowVersionCommand,
  DeleteContactFlowVersionCommand,
  DescribeContactFlowCommand,
  ListContactFlowVersionsCommand,
  UpdateContactFlowContentCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures, HELLO } from "../../../support/connect-fixtures";
import { connectUnderTest, refusal } from "../../../support/connect-under-test";

describe("versions of a contact flow", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const one = (ContactFlowId: string) => ({ InstanceId: under.instanceId, ContactFlowId });
  const publish = (id: string, text: string) =>
    under.client.send(
      new UpdateContactFlowContentCommand({ ...one(id), Content: HELLO.replace("Hello", text) }),
    );
  const create = async (id: string, members: { Description?: string; digest?: string } = {}) => {
    const { digest: FlowContentSha256, ...others } = members;
    const command = new CreateContactFlowVersionCommand({
      ...one(id),
      ...others,
      FlowContentSha256,
    });
    return (await under.client.send(command)).Version;
  };
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeContactFlowCommand(one(id)))).ContactFlow;
  const list = async (id: string) => {
    const command = new ListContactFlowVersionsCommand(one(id));
    const { ContactFlowVersionSummaryList = [] } = await under.client.send(command);
    return ContactFlowVersionSummaryList.map(({ Version, VersionDescription }) => [
      Version,
      VersionDescription,
    ]);
  };
  const remove = (id: string, ContactFlowVersion: number) =>
    under.client.send(new DeleteContactFlowVersionCommand({ ...one(id), ContactFlowVersion }));

  it("are numbered, and keep what was published", async () => {
    const id = await make.flow();
    expect(await create(id, { Description: "first" })).to.equal(1);
    await publish(id, "Good day");
    expect(await create(id)).to.equal(2);
    expect((await describeOne(`${id}:1`))?.Content).to.equal(HELLO);
    expect(await describeOne(`${id}:2`)).to.include({
      Content: HELLO.replace("Hello", "Good day"),
      Version: 2,
    });
    const { ContactFlowVersionSummaryList } = await under.client.send(
      new ListContactFlowVersionsCommand(one(id)),
    );
    const arn = (await describeOne(id))?.Arn ?? "";
    expect(ContactFlowVersionSummaryList).to.deep.equal([
      { Arn: `${arn}:1`, Version: 1, VersionDescription: "first" },
      { Arn: `${arn}:2`, Version: 2 },
    ]);
  });

  it("are the same where the content is", async () => {
    const id = await make.flow();
    expect(await create(id, { Description: "first" })).to.equal(1);
    expect(await create(id, { Description: "again" })).to.equal(1);
    expect(await list(id)).to.deep.equal([[1, "first"]]);
  });

  it("can be deleted, and their numbers are not given again", async () => {
    const id = await make.flow();
    await create(id);
    await remove(id, 1);
    expect(await list(id)).to.deep.equal([]);
    expect(await create(id)).to.equal(2);
    for (const request of [remove(id, 1), remove(id, 3), describeOne(`${id}:1`)])
      expect((await refusal(request)).name).to.equal("ResourceNotFoundException");
  });

  it("can't be changed", async () => {
    const id = await make.flow();
    await create(id);
    expect((await refusal(publish(`${id}:1`, "Good day"))).message).to.contain("version 1");
    expect((await describeOne(id))?.Content).to.equal(HELLO);
  });

  it("are created of the published content only", async () => {
    const id = await make.flow({ Status: "SAVED", Content: "{}" });
    expect((await refusal(create(id))).message).to.contain("not published");
    await publish(id, "Good day");
    const digest = (await describeOne(id))?.FlowContentSha256 ?? "";
    expect((await refusal(create(id, { digest: "0".repeat(64) }))).message).to.contain(digest);
    expect(await create(id, { digest })).to.equal(1);
  });
});
