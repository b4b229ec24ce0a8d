import * as connect from "@aws-sdk/client-connect";

import { collect } from "../support/pages";
import type { LiveThing } from "./match";

/** A number of the instance. */
export interface LiveNumber extends LiveThing {
  readonly arn: string;
  readonly country: string;
  readonly type: string;
}

/** A group of the agent hierarchy. */
export interface LiveGroup extends LiveThing {
  /** Its name under those of the groups above it, from the top. */
  readonly path: readonly string[];
}

type Lists = Readonly<
  Record<
    string,
    (client: connect.ConnectClient, of: { InstanceId: string }) => Promise<LiveThing[]>
  >
>;

/** How each kind is listed. Listings only: Connect answers two requests a second. */
const LISTS = {
  hoursOfOperation: async (client, of) =>
    named(
      await collect(
        connect.paginateListHoursOfOperations({ client }, of),
        (page) => page.HoursOfOperationSummaryList,
      ),
    ),
  queue: async (client, of) =>
    named(
      await collect(
        connect.paginateListQueues({ client }, { ...of, QueueTypes: ["STANDARD"] }),
        (page) => page.QueueSummaryList,
      ),
    ),
  quickConnect: async (client, of) =>
    named(
      await collect(
        connect.paginateListQuickConnects({ client }, of),
        (page) => page.QuickConnectSummaryList,
      ),
    ),
  routingProfile: async (client, of) =>
    named(
      await collect(
        connect.paginateListRoutingProfiles({ client }, of),
        (page) => page.RoutingProfileSummaryList,
      ),
    ),
  securityProfile: async (client, of) =>
    named(
      await collect(
        connect.paginateListSecurityProfiles({ client }, of),
        (page) => page.SecurityProfileSummaryList,
      ),
    ),
  contactFlow: async (client, of) =>
    (
      await collect(
        connect.paginateListContactFlows({ client }, of),
        (page) => page.ContactFlowSummaryList,
      )
    ).map(({ Id = "", Name = "", ContactFlowStatus }) => ({
      id: Id,
      name: Name,
      draft: ContactFlowStatus === "SAVED",
    })),
  contactFlowModule: async (client, of) =>
    named(
      await collect(
        connect.paginateListContactFlowModules({ client }, of),
        (page) => page.ContactFlowModulesSummaryList,
      ),
    ),
  agentStatus: async (client, of) =>
    named(
      await collect(
        connect.paginateListAgentStatuses({ client }, of),
        (page) => page.AgentStatusSummaryList,
      ),
    ),
  evaluationForm: async (client, of) =>
    (
      await collect(
        connect.paginateListEvaluationForms({ client }, of),
        (page) => page.EvaluationFormSummaryList,
      )
    ).map(({ EvaluationFormId = "", Title = "" }) => ({ id: EvaluationFormId, name: Title })),
  rule: async (client, of) =>
    (await collect(connect.paginateListRules({ client }, of), (page) => page.RuleSummaryList)).map(
      ({ RuleId = "", Name = "" }) => ({ id: RuleId, name: Name }),
    ),
  user: async (client, of) =>
    named(
      (
        await collect(connect.paginateListUsers({ client }, of), (page) => page.UserSummaryList)
      ).map(({ Id, Username }) => ({ Id, Name: Username })),
    ),
  lambdaFunction: async (client, of) =>
    (
      await collect(
        connect.paginateListLambdaFunctions({ client }, of),
        (page) => page.LambdaFunctions,
      )
    ).map((arn) => ({ id: arn, name: arn.split(":function:")[1] ?? arn })),
} satisfies Lists;

/** A kind of thing that an instance has, and that the code knows by its name. */
export type LiveKind = keyof typeof LISTS;

/** Every kind. */
export const LIVE_KINDS = Object.keys(LISTS) as readonly LiveKind[];

/** A Connect instance as its API shows it; what is asked twice is read once. */
export class LiveInstance {
  private readonly lists = new Map<LiveKind, Promise<LiveThing[]>>();
  private groups: Promise<LiveGroup[]> | undefined;
  private numberList: Promise<LiveNumber[]> | undefined;

  public constructor(
    public readonly client: connect.ConnectClient,
    public readonly id: string,
  ) {}

  /** Everything of a kind. */
  public list(kind: LiveKind): Promise<LiveThing[]> {
    const known = this.lists.get(kind);
    if (known !== undefined) return known;
    const list = LISTS[kind](this.client, { InstanceId: this.id });
    this.lists.set(kind, list);
    return list;
  }

  /** The hierarchy's groups, each named by its path: `KWGlobal › Consulting › Asia Pacific`. */
  public hierarchyGroups(): Promise<LiveGroup[]> {
    this.groups ??= this.readHierarchyGroups();
    return this.groups;
  }

  /** The claimed numbers, named as callers dial them. */
  public numbers(): Promise<LiveNumber[]> {
    this.numberList ??= collect(
      connect.paginateListPhoneNumbersV2({ client: this.client }, { InstanceId: this.id }),
      (page) => page.ListPhoneNumbersSummaryList,
    ).then((numbers) =>
      numbers.map((number) => ({
        id: number.PhoneNumberId ?? "",
        name: number.PhoneNumber ?? "",
        arn: number.PhoneNumberArn ?? "",
        country: number.PhoneNumberCountryCode ?? "",
        type: number.PhoneNumberType ?? "",
      })),
    );
    return this.numberList;
  }

  /** What is stored of one type, by the id of its association. */
  public async storageConfigs(
    ResourceType: connect.InstanceStorageResourceType,
  ): Promise<connect.InstanceStorageConfig[]> {
    return collect(
      connect.paginateListInstanceStorageConfigs(
        { client: this.client },
        { InstanceId: this.id, ResourceType },
      ),
      (page) => page.StorageConfigs,
    );
  }

  private async readHierarchyGroups(): Promise<LiveGroup[]> {
    const of = { InstanceId: this.id };
    const summaries = await collect(
      connect.paginateListUserHierarchyGroups({ client: this.client }, of),
      (page) => page.UserHierarchyGroupSummaryList,
    );
    const groups: LiveGroup[] = [];
    // One after the other: at once, Connect would throttle them.
    for (const { Id: HierarchyGroupId } of summaries) {
      const { HierarchyGroup: group } = await this.client.send(
        new connect.DescribeUserHierarchyGroupCommand({ ...of, HierarchyGroupId }),
      );
      const { LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive } = group?.HierarchyPath ?? {};
      const path = [LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive].flatMap(
        (level) => level?.Name ?? [],
      );
      groups.push({ id: group?.Id ?? "", name: pathName(path), path });
    }
    return groups;
  }
}

/** One name for a path of groups. */
export function pathName(names: readonly string[]): string {
  return names.join(" › ");
}

function named(
  summaries: readonly { Id?: string | undefined; Name?: string | undefined }[],
): LiveThing[] {
  return summaries.map(({ Id = "", Name = "" }) => ({ id: Id, name: Name }));
}
