import * as sdk from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../support/connect-fixtures";
import { connectUnderTest } from "../../support/connect-under-test";

/** What was left out of a request, and AWS answers nevertheless: the sources are in docs/connect-emulator.md. */
describe("what Connect answers without having been given it", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const inInstance = () => ({ InstanceId: under.instanceId });

  it("is a user's whole phone config, and an id in the directory", async () => {
    const UserId = await make.user({ PhoneConfig: { PhoneType: "SOFT_PHONE" } });
    const { User } = await under.client.send(
      new sdk.DescribeUserCommand({ ...inInstance(), UserId }),
    );
    expect(User?.PhoneConfig).to.deep.equal({
      PhoneType: "SOFT_PHONE",
      AutoAccept: false,
      AfterContactWorkTimeLimit: 0,
      DeskPhoneNumber: "",
    });
    expect(User?.DirectoryUserId).to.match(/^[0-9a-f-]{36}$/);
  });

  it("is what a channel does while the agent is on another one", async () => {
    const id = await make.routingProfile({
      MediaConcurrencies: [
        { Channel: "VOICE", Concurrency: 1 },
        {
          Channel: "CHAT",
          Concurrency: 2,
          CrossChannelBehavior: { BehaviorType: "ROUTE_ANY_CHANNEL" },
        },
      ],
    });
    const of = async (RoutingProfileId: string) =>
      (
        await under.client.send(
          new sdk.DescribeRoutingProfileCommand({ ...inInstance(), RoutingProfileId }),
        )
      ).RoutingProfile;
    const behaviours = (await of(id))?.MediaConcurrencies?.map(
      ({ CrossChannelBehavior }) => CrossChannelBehavior?.BehaviorType,
    );
    expect(behaviours).to.deep.equal(["ROUTE_CURRENT_CHANNEL_ONLY", "ROUTE_ANY_CHANNEL"]);
    const stock = await of(await make.stock("routingProfile", "Basic Routing Profile"));
    expect(stock?.MediaConcurrencies?.[0]?.CrossChannelBehavior).to.not.equal(undefined);
  });

  it("is a routing profile's queues in a search, and not in a description", async () => {
    const RoutingProfileId = await make.stock("routingProfile", "Basic Routing Profile");
    const { RoutingProfile } = await under.client.send(
      new sdk.DescribeRoutingProfileCommand({ ...inInstance(), RoutingProfileId }),
    );
    expect(RoutingProfile).to.not.have.property("AssociatedQueueIds");
    expect(RoutingProfile?.NumberOfAssociatedQueues).to.equal(1);
    const { RoutingProfiles = [] } = await under.client.send(
      new sdk.SearchRoutingProfilesCommand(inInstance()),
    );
    expect(RoutingProfiles[0]?.AssociatedQueueIds).to.have.length(1);
  });

  it("is the number of a hierarchy level as its id", async () => {
    await under.client.send(
      new sdk.UpdateUserHierarchyStructureCommand({
        ...inInstance(),
        HierarchyStructure: { LevelOne: { Name: "Company" }, LevelTwo: { Name: "City" } },
      }),
    );
    const { HierarchyStructure } = await under.client.send(
      new sdk.DescribeUserHierarchyStructureCommand(inInstance()),
    );
    expect(HierarchyStructure?.LevelTwo?.Id).to.equal("2");
    expect(HierarchyStructure?.LevelTwo?.Arn).to.match(/\/agent-group-level\/2$/);
    const { HierarchyGroupId } = await under.client.send(
      new sdk.CreateUserHierarchyGroupCommand({ ...inInstance(), Name: under.unique("group") }),
    );
    under.afterwards(() =>
      under.client.send(
        new sdk.DeleteUserHierarchyGroupCommand({ ...inInstance(), HierarchyGroupId }),
      ),
    );
    const { HierarchyGroup } = await under.client.send(
      new sdk.DescribeUserHierarchyGroupCommand({ ...inInstance(), HierarchyGroupId }),
    );
    expect(HierarchyGroup?.LevelId).to.equal("1");
  });
});
