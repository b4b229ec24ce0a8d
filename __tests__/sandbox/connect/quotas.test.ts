import {
  CreateAgentStatusCommand,
  CreateContactFlowModuleCommand,
  CreatePromptCommand,
  CreateUserHierarchyGroupCommand,
  UpdateUserHierarchyStructureCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { collection, KINDS } from "../../../sandbox/connect/kinds";
import type { Kind } from "../../../sandbox/connect/store";
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
};

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
      expect(error.name).to.equal("LimitExceededException");
      expect(error.message).to.contain(`reached its ${KINDS[kind].label} quota of ${quota}`);
      expect(error.$metadata.httpStatusCode).to.equal(429);
      for (const id of all.keys()) if (id.startsWith("copy ")) all.delete(id);
    });
  }
});
