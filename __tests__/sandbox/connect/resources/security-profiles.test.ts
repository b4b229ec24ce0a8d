import {
  DeleteSecurityProfileCommand,
  DescribeSecurityProfileCommand,
  ListSecurityProfilePermissionsCommand,
  ListSecurityProfilesCommand,
  UpdateSecurityProfileCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../../support/connect-fixtures";
import { connectUnderTest, refusal } from "../../../support/connect-under-test";

describe("security profiles", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const one = (SecurityProfileId: string) => ({ InstanceId: under.instanceId, SecurityProfileId });
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeSecurityProfileCommand(one(id)))).SecurityProfile;
  const permissionsOf = async (id: string) =>
    (await under.client.send(new ListSecurityProfilePermissionsCommand(one(id)))).Permissions;

  it("come back as they were given", async () => {
    const SecurityProfileName = under.unique("profile");
    const id = await make.securityProfile({
      SecurityProfileName,
      Description: "Agents",
      Permissions: ["BasicAgentAccess", "OutboundCallAccess"],
    });
    expect(await describeOne(id)).to.deep.include({
      Id: id,
      SecurityProfileName,
      Description: "Agents",
      OrganizationResourceId: under.instanceId,
    });
    expect(await permissionsOf(id)).to.have.members(["BasicAgentAccess", "OutboundCallAccess"]);
  });

  it("are listed by name", async () => {
    const SecurityProfileName = under.unique("profile");
    const id = await make.securityProfile({ SecurityProfileName });
    const { SecurityProfileSummaryList = [] } = await under.client.send(
      new ListSecurityProfilesCommand({ InstanceId: under.instanceId }),
    );
    expect(
      SecurityProfileSummaryList.find(({ Name }) => Name === SecurityProfileName)?.Id,
    ).to.equal(id);
  });

  it("change their description and all their permissions", async () => {
    const id = await make.securityProfile({ Permissions: ["BasicAgentAccess"] });
    await under.client.send(
      new UpdateSecurityProfileCommand({
        ...one(id),
        Description: "New",
        Permissions: ["OutboundCallAccess"],
      }),
    );
    expect((await describeOne(id))?.Description).to.equal("New");
    expect(await permissionsOf(id)).to.deep.equal(["OutboundCallAccess"]);
    await under.client.send(new DeleteSecurityProfileCommand(one(id)));
  });

  it("have a name of their own", async () => {
    const SecurityProfileName = under.unique("profile");
    await make.securityProfile({ SecurityProfileName });
    expect((await refusal(make.securityProfile({ SecurityProfileName }))).name).to.equal(
      "DuplicateResourceException",
    );
  });

  it("have a name of letters, digits, spaces, hyphens, underscores and @", async () => {
    expect((await refusal(make.securityProfile({ SecurityProfileName: "a/b" }))).name).to.be.oneOf([
      "InvalidParameterException",
      "InvalidRequestException",
    ]);
  });

  it("cannot be deleted while a user has them", async () => {
    const id = await make.securityProfile();
    await make.user({ SecurityProfileIds: [id] });
    const deletion = under.client.send(new DeleteSecurityProfileCommand(one(id)));
    expect((await refusal(deletion)).name).to.equal("ResourceInUseException");
  });
});
