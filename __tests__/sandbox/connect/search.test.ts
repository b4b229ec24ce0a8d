import {
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
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../support/connect-fixtures";
import { connectUnderTest, itEmulated, refusal } from "../../support/connect-under-test";

const DELAY = "searches there lag behind changes";

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
    const users = new SearchUsersCommand({
      ...inInstance(),
      SearchCriteria: { HierarchyGroupCondition: { Value: "x", HierarchyGroupMatchType: "EXACT" } },
    });
    const { name, message } = await refusal(under.client.send(users));
    expect(name).to.equal("InvalidRequestException");
    expect(message).to.contain("SearchCriteria.HierarchyGroupCondition is not emulated");
  });
});
