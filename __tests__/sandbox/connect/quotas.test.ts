import {
  ClaimPhoneNumberCommand,
  CreateAgentStatusCommand,
  CreateContactFlowModuleCommand,
  CreateEvaluationFormCommand,
  CreatePromptCommand,
  CreateRuleCommand,
  CreateUserHierarchyGroupCommand,
  CreateVocabularyCommand,
  DescribePhoneNumberCommand,
  SearchAvailablePhoneNumbersCommand,
  UpdateUserHierarchyStructureCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { collection, KINDS } from "../../../sandbox/connect/store/kinds";
import type { Kind } from "../../../sandbox/connect/store/store";
import { fixtures, HELLO } from "../../support/connect-fixtures";
import { connectUnderTest, itEmulated, refusal } from "../../support/connect-under-test";

/** https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html */
const DEFAULT_QUOTAS: Record<Kind, number> = {
  hoursOfOperations: 100,
  queues: 50,
  quickConnects: 100,
  routingProfiles: 100,
  users: 500,
  hierarchyGroups: 500,
  securityProfiles: 100,
  contactFlows: 100,
  contactFlowModules: 200,
  prompts: 500,
  agentStatuses: 50,
  vocabularies: 20,
  // Our own figures: the page has none for these.
  evaluationForms: 100,
  rules: 100,
};

describe("quotas that AWS has granted", () => {
  const under = connectUnderTest({
    quotas: { queues: 2, queuesPerRoutingProfile: 1, phoneNumbers: 1 },
  });
  const make = fixtures(under);
  const OURS = "an account has its own";

  itEmulated("hold in place of a new account's, and what they don't name stays", OURS, async () => {
    await make.queue();
    await make.queue();
    expect((await refusal(make.queue())).message).to.contain("queue quota of 2");
    for (let n = 0; n < 3; n++) await make.routingProfile();
  });

  itEmulated("hold for a routing profile's queues", OURS, async () => {
    const QueueId = await make.queue();
    const served = (...channels: ("VOICE" | "CHAT")[]) =>
      make.routingProfile({
        MediaConcurrencies: channels.map((Channel) => ({ Channel, Concurrency: 1 })),
        QueueConfigs: channels.map((Channel) => ({
          ...{ QueueReference: { QueueId, Channel }, Priority: 1, Delay: 0 },
        })),
      });
    await served("VOICE");
    const { message } = await refusal(served("VOICE", "CHAT"));
    expect(message).to.contain("at most 1 pairs of queue and channel, got 2");
  });

  itEmulated("hold for phone numbers, whose second one fails in its status", OURS, async () => {
    const statuses: (string | undefined)[] = [];
    const { Arn: TargetArn } = under.connect.store.instances.get(under.instanceId) ?? {};
    for (let n = 0; n < 2; n++) {
      const { AvailableNumbersList: [offer] = [] } = await under.client.send(
        new SearchAvailablePhoneNumbersCommand({
          ...{ TargetArn, PhoneNumberCountryCode: "US", PhoneNumberType: "DID", MaxResults: 1 },
        }),
      );
      const { PhoneNumberId } = await under.client.send(
        new ClaimPhoneNumberCommand({ TargetArn, PhoneNumber: offer?.PhoneNumber }),
      );
      const { ClaimedPhoneNumberSummary } = await under.client.send(
        new DescribePhoneNumberCommand({ PhoneNumberId }),
      );
      statuses.push(ClaimedPhoneNumberSummary?.PhoneNumberStatus?.Status);
    }
    expect(statuses).to.deep.equal(["CLAIMED", "FAILED"]);
  });
});

describe("the quotas of an instance", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const named = () => ({ InstanceId: under.instanceId, Name: under.unique("one") });
  const create: Record<Kind, () => Promise<unknown>> = {
    hoursOfOperations: () => make.hours(),
    queues: () => make.queue(),
    quickConnects: () => make.quickConnect(),
    routingProfiles: () => make.routingProfile(),
    users: () => make.user(),
    hierarchyGroups: async () => {
      const HierarchyStructure = { LevelOne: { Name: "Company" } };
      await under.client.send(
        new UpdateUserHierarchyStructureCommand({ ...named(), HierarchyStructure }),
      );
      return under.client.send(new CreateUserHierarchyGroupCommand(named()));
    },
    securityProfiles: () => make.securityProfile(),
    contactFlows: () => make.flow(),
    contactFlowModules: () => {
      const Content = HELLO.replace("{", '{"Settings":{},');
      return under.client.send(new CreateContactFlowModuleCommand({ ...named(), Content }));
    },
    prompts: () =>
      under.client.send(new CreatePromptCommand({ ...named(), S3Uri: "s3://prompts/one.wav" })),
    agentStatuses: () =>
      under.client.send(new CreateAgentStatusCommand({ ...named(), State: "ENABLED" })),
    vocabularies: () =>
      under.client.send(
        new CreateVocabularyCommand({
          ...named(),
          VocabularyName: under.unique("words").replaceAll(" ", "-"),
          LanguageCode: "en-US",
          Content: "Phrase",
        }),
      ),
    evaluationForms: () =>
      under.client.send(
        new CreateEvaluationFormCommand({ ...named(), Title: under.unique("form"), Items: [] }),
      ),
    rules: () =>
      under.client.send(
        new CreateRuleCommand({
          InstanceId: under.instanceId,
          Name: under.unique("rule").replaceAll(" ", "-"),
          TriggerEventSource: { EventSourceName: "OnPostCallAnalysisAvailable" },
          Function: '{"Version":"2022-11-25","RuleFunction":{"Operator":"AND","Operands":[{}]}}',
          Actions: [{ ActionType: "ASSIGN_CONTACT_CATEGORY", AssignContactCategoryAction: {} }],
          PublishStatus: "PUBLISHED",
        }),
      ),
  };

  for (const kind of Object.keys(create) as Kind[]) {
    const quota = DEFAULT_QUOTAS[kind];
    const title = `allow ${quota} of ${KINDS[kind].label} beside what it was made with`;
    itEmulated(`${title}, and not one more`, "that many is too much to ask", async () => {
      const instance = under.connect.store.instances.get(under.instanceId);
      if (instance === undefined) throw new Error("there is no instance");
      const all: Map<string, unknown> = collection(instance, kind);
      const stock = all.size;
      await create[kind]();
      const copy = [...all.values()].at(-1);
      // The rest is copied: to make a thousand by requests would take seconds.
      while (all.size < stock + quota - 1) all.set(`copy ${all.size}`, copy);
      await create[kind]();

      const error = await refusal(create[kind]());
      const [name, status] = ["evaluationForms", "rules", "vocabularies"].includes(kind)
        ? ["ServiceQuotaExceededException", 402]
        : ["LimitExceededException", 429];
      expect(error.name).to.equal(name);
      expect(error.message).to.contain(`reached its ${KINDS[kind].label} quota of ${quota}`);
      expect(error.$metadata.httpStatusCode).to.equal(status);
      for (const id of all.keys()) if (id.startsWith("copy ")) all.delete(id);
    });
  }
});
