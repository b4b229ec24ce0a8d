import {
  CreateInstanceCommand,
  type CreateInstanceRequest,
  DeleteInstanceCommand,
  DescribeInstanceCommand,
  DescribePhoneNumberCommand,
  ListInstancesCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";
import { claimNumber } from "../../../support/connect-numbers";

const QUOTA = "making instances is limited to a few in 30 days";

describe("instances", () => {
  const under = connectUnderTest();

  const create = async (members: Partial<CreateInstanceRequest> = {}): Promise<string> => {
    const { Id = "" } = await under.client.send(
      new CreateInstanceCommand({
        InstanceAlias: under.unique("kw").replace(/ /g, "-"),
        IdentityManagementType: "CONNECT_MANAGED",
        InboundCallsEnabled: true,
        OutboundCallsEnabled: false,
        ...members,
      }),
    );
    under.afterwards(() => under.client.send(new DeleteInstanceCommand({ InstanceId: Id })));
    return Id;
  };
  const describeOne = async (InstanceId: string) =>
    (await under.client.send(new DescribeInstanceCommand({ InstanceId }))).Instance;

  it("lists the instance with its alias", async () => {
    const { InstanceSummaryList = [] } = await under.client.send(new ListInstancesCommand({}));
    const { InstanceAlias } = (await describeOne(under.instanceId)) ?? {};
    expect(InstanceSummaryList.find(({ Id }) => Id === under.instanceId)?.InstanceAlias).to.equal(
      InstanceAlias,
    );
  });

  itEmulated("is active at once, under its alias and an ARN of the account", QUOTA, async () => {
    const id = await create({ InstanceAlias: "kwglobal", Tags: { owner: "ops" } });
    expect(await describeOne(id)).to.deep.include({
      Arn: `arn:aws:connect:us-east-1:123456789012:instance/${id}`,
      InstanceAlias: "kwglobal",
      InstanceAccessUrl: "https://kwglobal.my.connect.aws",
      InstanceStatus: "ACTIVE",
      IdentityManagementType: "CONNECT_MANAGED",
      InboundCallsEnabled: true,
      OutboundCallsEnabled: false,
      Tags: { owner: "ops" },
    });
  });

  itEmulated("is found by its ARN, too", QUOTA, async () => {
    const arn = `arn:aws:connect:us-east-1:123456789012:instance/${under.instanceId}`;
    expect((await describeOne(arn))?.Id).to.equal(under.instanceId);
  });

  itEmulated("refuses an alias that another instance has, whatever its case", QUOTA, async () => {
    await create({ InstanceAlias: "kwglobal" });
    const { name, message } = await refusal(create({ InstanceAlias: "KWGlobal" }));
    expect(name).to.equal("InvalidRequestException");
    expect(message).to.equal("Invalid Input. Instance alias is already used.");
  });

  itEmulated("frees the alias when the instance is deleted", QUOTA, async () => {
    const id = await create({ InstanceAlias: "kwglobal" });
    await under.client.send(new DeleteInstanceCommand({ InstanceId: id }));
    expect(await create({ InstanceAlias: "kwglobal" })).to.not.equal(id);
  });

  for (const alias of ["d-kwglobal", "-kwglobal", "kwglobal-", "kw global", "k".repeat(46), ""])
    itEmulated(`refuses the alias ${JSON.stringify(alias)}`, QUOTA, async () => {
      expect((await refusal(create({ InstanceAlias: alias }))).name).to.equal(
        "InvalidRequestException",
      );
    });

  itEmulated("needs an alias, or a directory if that manages the users", QUOTA, async () => {
    expect((await refusal(create({ InstanceAlias: undefined }))).message).to.contain(
      "InstanceAlias is required",
    );
    expect(
      (await refusal(create({ IdentityManagementType: "EXISTING_DIRECTORY" }))).message,
    ).to.contain("DirectoryId is required");
  });

  itEmulated("answers a repeated ClientToken with the same instance", QUOTA, async () => {
    const alias = { InstanceAlias: "kwglobal", ClientToken: "once" };
    expect(await create(alias)).to.equal(await create(alias));
  });

  itEmulated("takes all it has with it when deleted, its numbers too", QUOTA, async () => {
    const id = await create();
    const { PhoneNumberId } = await claimNumber(under, { InstanceId: id });
    await under.client.send(new DeleteInstanceCommand({ InstanceId: id }));
    expect((await refusal(describeOne(id))).name).to.equal("ResourceNotFoundException");
    const describeNumber = under.client.send(new DescribePhoneNumberCommand({ PhoneNumberId }));
    expect((await refusal(describeNumber)).name).to.equal("ResourceNotFoundException");
  });

  it("does not know another id", async () => {
    const error = await refusal(describeOne("00000000-0000-0000-0000-000000000000"));
    expect(error.name).to.equal("ResourceNotFoundException");
    expect(error.$metadata.httpStatusCode).to.equal(404);
  });
});
