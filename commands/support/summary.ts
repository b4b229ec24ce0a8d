import * as connect from "@aws-sdk/client-connect";

import { collect } from "./pages";

/** What a contact center has, by the names that a person knows. */
export interface Summary {
  readonly id: string;
  readonly alias: string;
  readonly numbers: readonly { readonly number: string; readonly flow: string }[];
  readonly queues: readonly {
    readonly name: string;
    readonly hours: string;
    readonly quickConnects: readonly string[];
  }[];
  readonly routingProfiles: readonly {
    readonly name: string;
    readonly queues: readonly string[];
    readonly users: readonly string[];
  }[];
  /** Each group with those above it: `KWGlobal › Consulting`. */
  readonly hierarchy: readonly string[];
  readonly agentStatuses: readonly string[];
  readonly flows: readonly string[];
  /** Names of the Lambda functions that flows may invoke. */
  readonly functions: readonly string[];
}

/**
 * Reads back every contact center of a region, through the Connect API alone.
 *
 * @param client - An Amazon Connect client.
 */
export async function readSummaries(client: connect.ConnectClient): Promise<Summary[]> {
  const instances = await collect(
    connect.paginateListInstances({ client }, {}),
    (page) => page.InstanceSummaryList,
  );
  return Promise.all(
    instances.map(({ Id = "", InstanceAlias = "" }) => readSummary(client, Id, InstanceAlias)),
  );
}

async function readSummary(
  client: connect.ConnectClient,
  id: string,
  alias: string,
): Promise<Summary> {
  const instance = { InstanceId: id };
  const flows = await collect(
    connect.paginateListContactFlows({ client }, instance),
    (page) => page.ContactFlowSummaryList,
  );
  const agentStatuses = await collect(
    connect.paginateListAgentStatuses({ client }, instance),
    (page) => page.AgentStatusSummaryList,
  );
  const functions = await collect(
    connect.paginateListLambdaFunctions({ client }, instance),
    (page) => page.LambdaFunctions,
  );
  return {
    id,
    alias,
    numbers: await readNumbers(client, id, flows),
    queues: await readQueues(client, id),
    routingProfiles: await readRoutingProfiles(client, id),
    hierarchy: await readHierarchy(client, id),
    agentStatuses: names(agentStatuses),
    // A new instance's own flows are not what was deployed.
    flows: names(flows).filter((name) => !/^(Default |Sample )/.test(name)),
    functions: functions.map((arn) => arn.split(":")[6] ?? arn),
  };
}

async function readNumbers(
  client: connect.ConnectClient,
  id: string,
  flows: readonly connect.ContactFlowSummary[],
): Promise<Summary["numbers"]> {
  const numbers = await collect(
    connect.paginateListPhoneNumbersV2({ client }, { InstanceId: id }),
    (page) => page.ListPhoneNumbersSummaryList,
  );
  if (numbers.length === 0) return [];
  const { FlowAssociationSummaryList: associations = [] } = await client.send(
    new connect.BatchGetFlowAssociationCommand({
      InstanceId: id,
      ResourceIds: numbers.map(({ PhoneNumberArn = "" }) => PhoneNumberArn),
      ResourceType: "VOICE_PHONE_NUMBER",
    }),
  );
  return numbers.map(({ PhoneNumber = "", PhoneNumberArn }) => {
    const flowId = associations.find(({ ResourceId }) => ResourceId === PhoneNumberArn)?.FlowId;
    const flow = flows.find(({ Arn, Id }) => flowId === Arn || flowId === Id);
    return { number: PhoneNumber, flow: flow?.Name ?? "no flow" };
  });
}

async function readQueues(client: connect.ConnectClient, id: string): Promise<Summary["queues"]> {
  const hours = await collect(
    connect.paginateListHoursOfOperations({ client }, { InstanceId: id }),
    (page) => page.HoursOfOperationSummaryList,
  );
  const queues = await collect(
    connect.paginateListQueues({ client }, { InstanceId: id, QueueTypes: ["STANDARD"] }),
    (page) => page.QueueSummaryList,
  );
  return Promise.all(
    queues.map(async ({ Id = "", Name = "" }) => {
      const of = { InstanceId: id, QueueId: Id };
      const { Queue: queue } = await client.send(new connect.DescribeQueueCommand(of));
      const quickConnects = await collect(
        connect.paginateListQueueQuickConnects({ client }, of),
        (page) => page.QuickConnectSummaryList,
      );
      return {
        name: Name,
        hours: hours.find((schedule) => schedule.Id === queue?.HoursOfOperationId)?.Name ?? "",
        quickConnects: names(quickConnects),
      };
    }),
  );
}

async function readRoutingProfiles(
  client: connect.ConnectClient,
  id: string,
): Promise<Summary["routingProfiles"]> {
  const profiles = await collect(
    connect.paginateListRoutingProfiles({ client }, { InstanceId: id }),
    (page) => page.RoutingProfileSummaryList,
  );
  const users = await collect(
    connect.paginateListUsers({ client }, { InstanceId: id }),
    (page) => page.UserSummaryList,
  );
  const members = await Promise.all(
    users.map(async ({ Id = "", Username = "" }) => {
      const of = { InstanceId: id, UserId: Id };
      const { User: user } = await client.send(new connect.DescribeUserCommand(of));
      return { username: Username, profile: user?.RoutingProfileId };
    }),
  );
  return Promise.all(
    profiles.map(async ({ Id = "", Name = "" }) => {
      const queues = await collect(
        connect.paginateListRoutingProfileQueues(
          { client },
          { InstanceId: id, RoutingProfileId: Id },
        ),
        (page) => page.RoutingProfileQueueConfigSummaryList,
      );
      return {
        name: Name,
        queues: queues
          .sort((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0))
          .map(
            ({ QueueName = "", Priority, Delay }) =>
              `${QueueName} (${Priority ?? ""}, ${Delay ?? ""} s)`,
          ),
        users: members.filter(({ profile }) => profile === Id).map(({ username }) => username),
      };
    }),
  );
}

async function readHierarchy(client: connect.ConnectClient, id: string): Promise<string[]> {
  const groups = await collect(
    connect.paginateListUserHierarchyGroups({ client }, { InstanceId: id }),
    (page) => page.UserHierarchyGroupSummaryList,
  );
  const paths = await Promise.all(
    groups.map(async ({ Id = "" }) => {
      const of = { InstanceId: id, HierarchyGroupId: Id };
      const { HierarchyGroup: group } = await client.send(
        new connect.DescribeUserHierarchyGroupCommand(of),
      );
      const { LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive } = group?.HierarchyPath ?? {};
      return [LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive]
        .flatMap((level) => level?.Name ?? [])
        .join(" › ");
    }),
  );
  return paths.sort();
}

function names(items: readonly { readonly Name?: string | undefined }[]): string[] {
  return items.flatMap(({ Name }) => Name ?? []);
}
