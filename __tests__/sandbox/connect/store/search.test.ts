import {
  CreateUserHierarchyGroupCommand,
  DeleteUserHierarchyGroupCommand,
  type HierarchyGroupMatchType,
  type QueueSearchCriteria,
  type QueueSearchFilter,
  SearchAgentStatusesCommand,
  SearchContactFlowModulesCommand,
  SearchContactFlowsCommand,
  SearchHoursOfOperationsCommand,
  SearchPromptsCommand,
  SearchQueuesCommand,
  SearchQuickConnectsCommand,
  SearchRoutingProfilesCommand,
  SearchSecurityProfilesCommand,
  SearchUserHierarchyGroupsCommand,
  SearchUsersCommand,
  type StringComparisonType,
  UpdateUserHierarchyStructureCommand,
  type UserSearchCriteria,
  type UserSearchFilter,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../../support/connect-fixtures";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const DELAY = "searches there lag behind changes";

const WHISPER = JSON.stringify({
  Version: "2019-10-30",
  StartAction: "say",
  Actions: [
    {
      Identifier: "say",
      Type: "MessageParticipant",
      Parameters: { Text: "A call" },
      Transitions: { NextAction: "end", Errors: [], Conditions: [] },
    },
    { Identifier: "end", Type: "EndFlowExecution", Parameters: {}, Transitions: {} },
  ],
});

const byName = (Value: string, ComparisonType: StringComparisonType = "EXACT") => ({
  StringCondition: { FieldName: "name", Value, ComparisonType },
});

describe("searches", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const inInstance = () => ({ InstanceId: under.instanceId });
  const queues = async (SearchCriteria: QueueSearchCriteria, SearchFilter?: QueueSearchFilter) =>
    (
      await under.client.send(
        new SearchQueuesCommand({ ...inInstance(), SearchCriteria, SearchFilter }),
      )
    ).Queues?.map(({ Name }) => Name);

  it("find by name what every instance has", async () => {
    const send = under.client.send.bind(under.client);
    const find = (name: string) => ({ ...inInstance(), SearchCriteria: byName(name) });
    const { Queues } = await send(new SearchQueuesCommand(find("BasicQueue")));
    const { HoursOfOperations } = await send(
      new SearchHoursOfOperationsCommand(find("Basic Hours")),
    );
    const { RoutingProfiles } = await send(
      new SearchRoutingProfilesCommand(find("Basic Routing Profile")),
    );
    const { SecurityProfiles } = await send(new SearchSecurityProfilesCommand(find("Admin")));
    const { ContactFlows } = await send(new SearchContactFlowsCommand(find("Default outbound")));
    const { Prompts } = await send(new SearchPromptsCommand(find("Beep.wav")));
    const { AgentStatuses } = await send(new SearchAgentStatusesCommand(find("Available")));
    const found = [
      Queues,
      HoursOfOperations,
      RoutingProfiles,
      SecurityProfiles,
      ContactFlows,
      Prompts,
      AgentStatuses,
    ];
    expect(found.map((list) => list?.length)).to.deep.equal([1, 1, 1, 1, 1, 1, 1]);
  });

  it("find nothing where nothing fits", async () => {
    const find = { ...inInstance(), SearchCriteria: byName("nothing has this name") };
    const { QuickConnects } = await under.client.send(new SearchQuickConnectsCommand(find));
    const { ContactFlowModules } = await under.client.send(
      new SearchContactFlowModulesCommand(find),
    );
    const { UserHierarchyGroups } = await under.client.send(
      new SearchUserHierarchyGroupsCommand(find),
    );
    expect([QuickConnects, ContactFlowModules, UserHierarchyGroups]).to.deep.equal([[], [], []]);
  });

  itEmulated("compare from the start, anywhere or whole, whatever the case", DELAY, async () => {
    await make.queue({ Name: "Customer Service" });
    await make.queue({ Name: "Service Desk" });
    expect(await queues(byName("service", "STARTS_WITH"))).to.deep.equal(["Service Desk"]);
    expect(await queues(byName("SERVICE", "CONTAINS"))).to.have.members([
      "Customer Service",
      "Service Desk",
    ]);
    expect(await queues(byName("Service"))).to.deep.equal([]);
  });

  itEmulated("join conditions with and and or", DELAY, async () => {
    await make.queue({ Name: "Customer Service", Description: "first" });
    await make.queue({ Name: "Service Desk", Description: "second" });
    const described = {
      StringCondition: {
        FieldName: "description",
        Value: "first",
        ComparisonType: "EXACT" as const,
      },
    };
    const service = byName("service", "CONTAINS");
    expect(await queues({ AndConditions: [service, described] })).to.deep.equal([
      "Customer Service",
    ]);
    expect(await queues({ OrConditions: [byName("Service Desk"), described] })).to.have.members([
      "Customer Service",
      "Service Desk",
    ]);
  });

  itEmulated("filter by tags", DELAY, async () => {
    await make.queue({ Name: "Customer Service", Tags: { team: "a", site: "x" } });
    await make.queue({ Name: "Service Desk", Tags: { team: "b" } });
    const tag = (TagKey: string, TagValue?: string) => ({ TagKey, TagValue });
    const filter = (TagFilter: QueueSearchFilter["TagFilter"]) => queues({}, { TagFilter });
    expect(await filter({ TagCondition: tag("team", "b") })).to.deep.equal(["Service Desk"]);
    expect(await filter({ AndConditions: [tag("team"), tag("site")] })).to.deep.equal([
      "Customer Service",
    ]);
    expect(await filter({ OrConditions: [[tag("team", "a")], [tag("team", "b")]] })).to.have.length(
      2,
    );
  });

  itEmulated("find users by their user name, and flows by their type", DELAY, async () => {
    await make.user({ Username: "mary.jane" });
    const { Users } = await under.client.send(
      new SearchUsersCommand({
        ...inInstance(),
        SearchCriteria: {
          StringCondition: { FieldName: "Username", Value: "mary", ComparisonType: "STARTS_WITH" },
        },
      }),
    );
    expect(Users?.map(({ Username }) => Username)).to.deep.equal(["mary.jane"]);
    const { ContactFlows } = await under.client.send(
      new SearchContactFlowsCommand({
        ...inInstance(),
        SearchCriteria: { TypeCondition: "AGENT_HOLD" },
      }),
    );
    expect(ContactFlows?.map(({ Name }) => Name)).to.deep.equal(["Default agent hold"]);
  });

  itEmulated("refuse what they cannot compare", "it can there", async () => {
    const unknown = { StringCondition: { FieldName: "colour", Value: "red" } };
    expect((await refusal(queues(unknown))).name).to.equal("InvalidParameterException");
  });

  describe("of users", () => {
    const users = async (SearchCriteria: UserSearchCriteria, SearchFilter?: UserSearchFilter) =>
      (
        await under.client.send(
          new SearchUsersCommand({ ...inInstance(), SearchCriteria, SearchFilter }),
        )
      ).Users?.map(({ Username }) => Username);
    const group = async (Name: string, ParentGroupId?: string) => {
      const { HierarchyGroupId = "" } = await under.client.send(
        new CreateUserHierarchyGroupCommand({ ...inInstance(), Name, ParentGroupId }),
      );
      under.afterwards(() =>
        under.client.send(
          new DeleteUserHierarchyGroupCommand({ ...inInstance(), HierarchyGroupId }),
        ),
      );
      return HierarchyGroupId;
    };
    /** Two groups, one in the other, with a user in each, and a user in none. */
    const grouped = async () => {
      const HierarchyStructure = { LevelOne: { Name: "Site" }, LevelTwo: { Name: "Team" } };
      await under.client.send(
        new UpdateUserHierarchyStructureCommand({ ...inInstance(), HierarchyStructure }),
      );
      const site = await group("West");
      const team = await group("Sales", site);
      await make.user({ Username: "at-site", HierarchyGroupId: site, Tags: { shift: "day" } });
      await make.user({ Username: "in-team", HierarchyGroupId: team, Tags: { shift: "night" } });
      await make.user({ Username: "nowhere", Tags: { shift: "day" } });
      return { site, team };
    };

    itEmulated("find those of a group, with or without the groups below it", DELAY, async () => {
      const { site, team } = await grouped();
      const of = (Value: string, HierarchyGroupMatchType: HierarchyGroupMatchType) =>
        users({ HierarchyGroupCondition: { Value, HierarchyGroupMatchType } });
      expect(await of(site, "EXACT")).to.deep.equal(["at-site"]);
      expect(await of(site, "WITH_CHILD_GROUPS")).to.deep.equal(["at-site", "in-team"]);
      expect(await of(team, "WITH_CHILD_GROUPS")).to.deep.equal(["in-team"]);
    });

    itEmulated("are filtered by tags and groups", DELAY, async () => {
      const { site, team } = await grouped();
      const filter = (UserAttributeFilter: UserSearchFilter["UserAttributeFilter"]) =>
        users({}, { UserAttributeFilter });
      const below = (Value: string) => ({
        HierarchyGroupCondition: { Value, HierarchyGroupMatchType: "WITH_CHILD_GROUPS" as const },
      });
      const day = { TagKey: "shift", TagValue: "day" };
      expect(await filter({ TagCondition: day })).to.deep.equal(["at-site", "nowhere"]);
      expect(await filter(below(site))).to.deep.equal(["at-site", "in-team"]);
      expect(
        await filter({ AndCondition: { TagConditions: [day], ...below(site) } }),
      ).to.deep.equal(["at-site"]);
      expect(await filter({ OrConditions: [{ TagConditions: [day] }, below(team)] })).to.deep.equal(
        ["at-site", "in-team", "nowhere"],
      );
    });

    itEmulated("find those with a security profile, by its id", DELAY, async () => {
      const profile = await make.securityProfile();
      const SecurityProfileIds = [await make.stock("securityProfile", "Agent"), profile];
      await make.user({ Username: "both", SecurityProfileIds });
      await make.user({ Username: "agent-only" });
      const StringCondition = { FieldName: "SecurityProfileId", Value: profile };
      expect(await users({ StringCondition })).to.deep.equal(["both"]);
    });

    itEmulated("find nobody by a proficiency, since nobody has one here", DELAY, async () => {
      await make.user();
      const Conditions = [{ StringCondition: { FieldName: "name", Value: "Language" } }];
      expect(
        await users({ ListCondition: { TargetListType: "PROFICIENCIES", Conditions } }),
      ).to.deep.equal([]);
    });
  });

  itEmulated("find routing profiles by a queue that they serve", DELAY, async () => {
    const QueueId = await make.queue();
    const reference = { QueueReference: { QueueId, Channel: "VOICE" as const } };
    const id = await make.routingProfile({
      QueueConfigs: [{ ...reference, Priority: 1, Delay: 0 }],
    });
    const SearchCriteria = { StringCondition: { FieldName: "associatedQueueIds", Value: QueueId } };
    const { RoutingProfiles } = await under.client.send(
      new SearchRoutingProfilesCommand({ ...inInstance(), SearchCriteria }),
    );
    expect(RoutingProfiles?.map(({ RoutingProfileId }) => RoutingProfileId)).to.deep.equal([id]);
  });

  itEmulated("filter flows by type and tags, statuses by their order", DELAY, async () => {
    await make.flow({ Name: "tagged", Tags: { team: "a" } });
    await make.flow({
      Name: "tagged whisper",
      Type: "AGENT_WHISPER",
      Tags: { team: "a" },
      Content: WHISPER,
    });
    const { ContactFlows } = await under.client.send(
      new SearchContactFlowsCommand({
        ...inInstance(),
        SearchFilter: {
          FlowAttributeFilter: {
            AndCondition: {
              TagConditions: [{ TagKey: "team", TagValue: "a" }],
              ContactFlowTypeCondition: { ContactFlowType: "CONTACT_FLOW" },
            },
          },
        },
      }),
    );
    expect(ContactFlows?.map(({ Name }) => Name)).to.deep.equal(["tagged"]);
    const SearchCriteria = { StringCondition: { FieldName: "displayOrder", Value: "1" } };
    const { AgentStatuses } = await under.client.send(
      new SearchAgentStatusesCommand({ ...inInstance(), SearchCriteria }),
    );
    expect(AgentStatuses).to.have.length(1);
  });
});
