import {
  CreateInstanceCommand,
  DeleteInstanceCommand,
  DeleteUserCommand,
  DescribeUserCommand,
  ListUsersCommand,
  UpdateUserIdentityInfoCommand,
  UpdateUserPhoneConfigCommand,
  UpdateUserRoutingProfileCommand,
  UpdateUserSecurityProfilesCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../../support/connect-fixtures";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

describe("users", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const one = (UserId: string) => ({ InstanceId: under.instanceId, UserId });
  const describeOne = async (id: string) =>
    (await under.client.send(new DescribeUserCommand(one(id)))).User;
  const username = () => under.unique("j").replace(/ /g, ".");

  it("come back as they were given, without their password", async () => {
    const Username = username();
    const RoutingProfileId = await make.routingProfile();
    const id = await make.user({
      Username,
      RoutingProfileId,
      IdentityInfo: { FirstName: "Jimin", LastName: "Lee", Email: "jimin@example.com" },
      Tags: { team: "ops" },
    });
    const user = await describeOne(id);
    expect(user).to.deep.include({ Id: id, Username, RoutingProfileId, Tags: { team: "ops" } });
    expect(user?.IdentityInfo).to.deep.include({ FirstName: "Jimin", LastName: "Lee" });
    expect(user?.SecurityProfileIds).to.deep.equal([await make.stock("securityProfile", "Agent")]);
    expect(user?.Arn).to.match(new RegExp(`:instance/${under.instanceId}/agent/${id}$`));
    expect(JSON.stringify(user)).to.not.contain("Password123");
  });

  it("take a new identity whole: what it leaves out is gone", async () => {
    const id = await make.user({
      IdentityInfo: { FirstName: "Jimin", LastName: "Lee", Email: "jimin@example.com" },
    });
    const IdentityInfo = { FirstName: "Jimin", LastName: "Lee" };
    await under.client.send(new UpdateUserIdentityInfoCommand({ ...one(id), IdentityInfo }));
    expect((await describeOne(id))?.IdentityInfo).to.deep.equal(IdentityInfo);
  });

  it("are listed by name", async () => {
    const Username = username();
    const id = await make.user({ Username });
    const { UserSummaryList = [] } = await under.client.send(
      new ListUsersCommand({ InstanceId: under.instanceId, MaxResults: 1000 }),
    );
    expect(UserSummaryList.find((summary) => summary.Username === Username)?.Id).to.equal(id);
  });

  it("change by one operation a member", async () => {
    const id = await make.user();
    const RoutingProfileId = await make.routingProfile();
    const SecurityProfileIds = [await make.stock("securityProfile", "QualityAnalyst")];
    const { client } = under;
    await client.send(new UpdateUserRoutingProfileCommand({ ...one(id), RoutingProfileId }));
    await client.send(new UpdateUserSecurityProfilesCommand({ ...one(id), SecurityProfileIds }));
    await client.send(
      new UpdateUserIdentityInfoCommand({
        ...one(id),
        IdentityInfo: { FirstName: "Peter", LastName: "Parker" },
      }),
    );
    await client.send(
      new UpdateUserPhoneConfigCommand({
        ...one(id),
        PhoneConfig: { PhoneType: "DESK_PHONE", DeskPhoneNumber: "+13025550123" },
      }),
    );
    const user = await describeOne(id);
    expect(user).to.deep.include({ RoutingProfileId, SecurityProfileIds });
    expect(user?.IdentityInfo).to.deep.include({ FirstName: "Peter", LastName: "Parker" });
    expect(user?.PhoneConfig).to.deep.include({
      PhoneType: "DESK_PHONE",
      DeskPhoneNumber: "+13025550123",
    });
    await client.send(new DeleteUserCommand(one(id)));
  });

  it("have a name of their own", async () => {
    const Username = username();
    await make.user({ Username });
    expect((await refusal(make.user({ Username }))).name).to.equal("DuplicateResourceException");
  });

  it("have a name of letters, digits, dots, hyphens, underscores and @", async () => {
    expect((await refusal(make.user({ Username: "mary jane" }))).name).to.be.oneOf([
      "InvalidParameterException",
      "InvalidRequestException",
    ]);
  });

  it("have an e-mail address for a name, which is longer than the documented 20 characters", async () => {
    const Username = `${username()}@example.com`;
    expect((await describeOne(await make.user({ Username })))?.Username).to.equal(Username);
  });

  it("have at most 100 characters in it", async () => {
    expect((await refusal(make.user({ Username: "x".repeat(101) }))).name).to.be.oneOf([
      "InvalidParameterException",
      "InvalidRequestException",
    ]);
  });

  it("have a routing profile and security profiles that exist", async () => {
    const nobody = "00000000-0000-0000-0000-000000000000";
    expect((await refusal(make.user({ RoutingProfileId: nobody }))).name).to.equal(
      "ResourceNotFoundException",
    );
    expect((await refusal(make.user({ SecurityProfileIds: [nobody] }))).name).to.be.oneOf([
      "ResourceNotFoundException",
      "InvalidParameterException",
    ]);
  });

  it("have at least one security profile", async () => {
    expect((await refusal(make.user({ SecurityProfileIds: [] }))).name).to.equal(
      "InvalidParameterException",
    );
  });

  describe("the password", () => {
    for (const [fault, Password] of Object.entries({
      "seven characters": "Passw0r",
      "no upper-case letter": "password123",
      "no lower-case letter": "PASSWORD123",
      "no digit": "PasswordABC",
      "65 characters": `Password1${"x".repeat(56)}`,
      "a space": "Password 123",
    }))
      it(`is refused with ${fault}, and not repeated in the error`, async () => {
        const { name, message } = await refusal(make.user({ Password }));
        expect(name).to.be.oneOf(["InvalidParameterException", "InvalidRequestException"]);
        expect(message).to.not.contain(Password);
      });

    it("is required where Connect manages the users", async () => {
      expect((await refusal(make.user({ Password: undefined }))).name).to.be.oneOf([
        "InvalidRequestException",
        "InvalidParameterException",
      ]);
    });

    itEmulated("is refused where SAML does", "it needs an instance of its own", async () => {
      const { Id: InstanceId } = await under.client.send(
        new CreateInstanceCommand({
          InstanceAlias: "saml",
          IdentityManagementType: "SAML",
          InboundCallsEnabled: true,
          OutboundCallsEnabled: true,
        }),
      );
      under.afterwards(() => under.client.send(new DeleteInstanceCommand({ InstanceId })));
      const saml = fixtures({ ...under, instanceId: InstanceId ?? "" });
      expect((await refusal(saml.user())).message).to.contain("Password must not be given");
      const email = { FirstName: "Mary", LastName: "Jane", Email: "mary@example.com" };
      expect(
        (await refusal(saml.user({ Password: undefined, IdentityInfo: email }))).message,
      ).to.contain("Email must not be given");
      const Username = "mary.jane.of.portland@example.com";
      expect(await saml.user({ Password: undefined, Username })).to.be.a("string");
    });
  });

  it("are gone once deleted", async () => {
    const id = await make.user();
    await under.client.send(new DeleteUserCommand(one(id)));
    expect((await refusal(describeOne(id))).name).to.equal("ResourceNotFoundException");
  });
});
