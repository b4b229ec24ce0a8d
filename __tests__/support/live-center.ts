import * as connect from "@aws-sdk/client-connect";

/** Collects what a paginated call lists. */
export async function all<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) {
    items.push(...(itemsOf(page) ?? []));
  }
  return items;
}

/** An instance as its API shows it, by the names that the specification uses. */
export class LiveCenter {
  private constructor(
    private readonly client: connect.ConnectClient,
    public readonly instanceId: string,
  ) {}

  /** The one instance there is. */
  public static async find(client: connect.ConnectClient): Promise<LiveCenter> {
    const { InstanceSummaryList = [] } = await client.send(new connect.ListInstancesCommand({}));
    if (InstanceSummaryList.length !== 1) {
      throw new Error(`expected one instance, found ${InstanceSummaryList.length}`);
    }
    return new LiveCenter(client, InstanceSummaryList[0]?.Id ?? "");
  }

  public async instance() {
    const answer = await this.client.send(new connect.DescribeInstanceCommand(this.of()));
    return answer.Instance;
  }

  public async attribute(AttributeType: connect.InstanceAttributeType) {
    const answer = await this.client.send(
      new connect.DescribeInstanceAttributeCommand({ ...this.of(), AttributeType }),
    );
    return answer.Attribute?.Value;
  }

  /** Where the instance stores something in S3. */
  public async storage(ResourceType: connect.InstanceStorageResourceType) {
    const configs = await this.storageConfigs(ResourceType);
    return configs?.map(({ S3Config }) => S3Config);
  }

  public async storageConfigs(ResourceType: connect.InstanceStorageResourceType) {
    const answer = await this.client.send(
      new connect.ListInstanceStorageConfigsCommand({ ...this.of(), ResourceType }),
    );
    return answer.StorageConfigs;
  }

  public async numbers() {
    return await all(
      connect.paginateListPhoneNumbersV2({ client: this.client }, this.of()),
      (page) => page.ListPhoneNumbersSummaryList,
    );
  }

  /** The name of the flow that answers the one number. */
  public async numberFlow(): Promise<string | undefined> {
    const [number] = await this.numbers();
    const id = await this.flowIdOf(number?.PhoneNumberArn);
    const flows = await this.flows();
    return flows.find(({ Id, Arn }) => id === Id || id === Arn)?.Name;
  }

  /** What answers a number: a flow's id, or its ARN. */
  public async flowIdOf(phoneNumberArn = ""): Promise<string | undefined> {
    const answer = await this.client.send(
      new connect.BatchGetFlowAssociationCommand({
        ...this.of(),
        ResourceIds: [phoneNumberArn],
        ResourceType: "VOICE_PHONE_NUMBER",
      }),
    );
    return answer.FlowAssociationSummaryList?.[0]?.FlowId;
  }

  public async hierarchyLevels() {
    const answer = await this.client.send(
      new connect.DescribeUserHierarchyStructureCommand(this.of()),
    );
    const { LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive } =
      answer.HierarchyStructure ?? {};
    return [LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive].map((level) => level?.Name);
  }

  /** Every group with those above it, `KWGlobal › Consulting`. */
  public async hierarchyGroups(): Promise<string[]> {
    const groups = await all(
      connect.paginateListUserHierarchyGroups({ client: this.client }, this.of()),
      (page) => page.UserHierarchyGroupSummaryList,
    );
    const paths = await Promise.all(groups.map(({ Id }) => this.groupPath(Id)));
    return paths.sort();
  }

  public async users() {
    const summaries = await all(
      connect.paginateListUsers({ client: this.client }, this.of()),
      (page) => page.UserSummaryList,
    );
    const profiles = names(await this.routingProfileSummaries());
    const securityProfiles = names(
      await all(
        connect.paginateListSecurityProfiles({ client: this.client }, this.of()),
        (page) => page.SecurityProfileSummaryList,
      ),
    );
    const users = await Promise.all(
      summaries.map(async ({ Id: UserId }) => {
        const answer = await this.client.send(
          new connect.DescribeUserCommand({ ...this.of(), UserId }),
        );
        return answer.User;
      }),
    );
    return Object.fromEntries(
      await Promise.all(
        users.map(async (user) => [
          user?.Username,
          {
            name: `${user?.IdentityInfo?.FirstName} ${user?.IdentityInfo?.LastName}`,
            securityProfiles: user?.SecurityProfileIds?.map((id) => securityProfiles.get(id)),
            routingProfile: profiles.get(user?.RoutingProfileId),
            hierarchyGroup: await this.groupPath(user?.HierarchyGroupId),
          },
        ]),
      ),
    ) as Record<string, unknown>;
  }

  public async agentStatuses() {
    const summaries = await all(
      connect.paginateListAgentStatuses({ client: this.client }, this.of()),
      (page) => page.AgentStatusSummaryList,
    );
    return await Promise.all(
      summaries.map(async ({ Id: AgentStatusId }) => {
        const answer = await this.client.send(
          new connect.DescribeAgentStatusCommand({ ...this.of(), AgentStatusId }),
        );
        return answer.AgentStatus;
      }),
    );
  }

  /** A form by its title, with the version by which calls are judged now. */
  public async evaluationForm(title: string) {
    const forms = await all(
      connect.paginateListEvaluationForms({ client: this.client }, this.of()),
      (page) => page.EvaluationFormSummaryList,
    );
    const form = forms.find(({ Title }) => Title === title);
    if (form === undefined) return undefined;
    const { EvaluationFormId, ActiveVersion } = form;
    if (ActiveVersion === undefined) return { id: EvaluationFormId, active: undefined };
    const { EvaluationForm } = await this.client.send(
      new connect.DescribeEvaluationFormCommand({
        ...this.of(),
        EvaluationFormId,
        EvaluationFormVersion: ActiveVersion,
      }),
    );
    return { id: EvaluationFormId, active: EvaluationForm };
  }

  /** A Contact Lens rule by its name. */
  public async rule(name: string) {
    const rules = await all(
      connect.paginateListRules({ client: this.client }, this.of()),
      (page) => page.RuleSummaryList,
    );
    const RuleId = rules.find(({ Name }) => Name === name)?.RuleId;
    if (RuleId === undefined) return undefined;
    const { Rule } = await this.client.send(
      new connect.DescribeRuleCommand({ ...this.of(), RuleId }),
    );
    return Rule;
  }

  public async hoursOfOperation(name: string) {
    const HoursOfOperationId = await this.hoursId(name);
    const answer = await this.client.send(
      new connect.DescribeHoursOfOperationCommand({ ...this.of(), HoursOfOperationId }),
    );
    return answer.HoursOfOperation;
  }

  /** The days on which a schedule has hours of its own. */
  public async overrides(name: string) {
    const HoursOfOperationId = await this.hoursId(name);
    return await all(
      connect.paginateListHoursOfOperationOverrides(
        { client: this.client },
        { ...this.of(), HoursOfOperationId },
      ),
      (page) => page.HoursOfOperationOverrideList,
    );
  }

  /** Names of the standard queues. */
  public async queueNames(): Promise<string[]> {
    return (await this.queueSummaries()).map(({ Name = "" }) => Name).sort();
  }

  public async queue(name: string) {
    const QueueId = idOf(await this.queueSummaries(), name);
    const { Queue } = await this.client.send(
      new connect.DescribeQueueCommand({ ...this.of(), QueueId }),
    );
    const hours = await this.client.send(
      new connect.DescribeHoursOfOperationCommand({
        ...this.of(),
        HoursOfOperationId: Queue?.HoursOfOperationId,
      }),
    );
    return {
      id: QueueId,
      hoursOfOperation: hours.HoursOfOperation?.Name,
      maxContacts: Queue?.MaxContacts,
      callerIdName: Queue?.OutboundCallerConfig?.OutboundCallerIdName,
      callerIdNumberId: Queue?.OutboundCallerConfig?.OutboundCallerIdNumberId,
      whisperFlow: names(await this.flows()).get(Queue?.OutboundCallerConfig?.OutboundFlowId),
      quickConnects: (await this.queueQuickConnects(QueueId)).map(({ Name }) => Name).sort(),
    };
  }

  public async queueQuickConnects(QueueId: string) {
    return await all(
      connect.paginateListQueueQuickConnects({ client: this.client }, { ...this.of(), QueueId }),
      (page) => page.QuickConnectSummaryList,
    );
  }

  public async quickConnect(name: string) {
    const summaries = await all(
      connect.paginateListQuickConnects({ client: this.client }, this.of()),
      (page) => page.QuickConnectSummaryList,
    );
    const answer = await this.client.send(
      new connect.DescribeQuickConnectCommand({
        ...this.of(),
        QuickConnectId: idOf(summaries, name),
      }),
    );
    const config = answer.QuickConnect?.QuickConnectConfig;
    const { QueueConfig: queue, UserConfig: user } = config ?? {};
    const flows = names(await this.flows());
    return {
      type: config?.QuickConnectType,
      phoneNumber: config?.PhoneConfig?.PhoneNumber,
      queue: names(await this.queueSummaries()).get(queue?.QueueId),
      userId: user?.UserId,
      flow: flows.get(queue?.ContactFlowId ?? user?.ContactFlowId),
    };
  }

  public async userId(username: string): Promise<string> {
    const users = await all(
      connect.paginateListUsers({ client: this.client }, this.of()),
      (page) => page.UserSummaryList,
    );
    return users.find(({ Username }) => Username === username)?.Id ?? "";
  }

  public async routingProfile(name: string) {
    const RoutingProfileId = idOf(await this.routingProfileSummaries(), name);
    const of = { ...this.of(), RoutingProfileId };
    const { RoutingProfile } = await this.client.send(
      new connect.DescribeRoutingProfileCommand(of),
    );
    const queues = await all(
      connect.paginateListRoutingProfileQueues({ client: this.client }, of),
      (page) => page.RoutingProfileQueueConfigSummaryList,
    );
    return {
      channels: RoutingProfile?.MediaConcurrencies?.map((each) => [each.Channel, each.Concurrency]),
      defaultOutboundQueue: names(await this.queueSummaries()).get(
        RoutingProfile?.DefaultOutboundQueueId,
      ),
      queues: queues
        .map(({ QueueName, Priority, Delay }) => [QueueName, Priority, Delay])
        .sort((a, b) => Number(a[1]) - Number(b[1])),
    };
  }

  public async flows() {
    return await all(
      connect.paginateListContactFlows({ client: this.client }, this.of()),
      (page) => page.ContactFlowSummaryList,
    );
  }

  public async flow(name: string) {
    const answer = await this.client.send(
      new connect.DescribeContactFlowCommand({
        ...this.of(),
        ContactFlowId: idOf(await this.flows(), name),
      }),
    );
    return answer.ContactFlow;
  }

  public async lambdaFunctions() {
    return await all(
      connect.paginateListLambdaFunctions({ client: this.client }, this.of()),
      (page) => page.LambdaFunctions,
    );
  }

  private of() {
    return { InstanceId: this.instanceId };
  }

  private async hoursId(name: string): Promise<string> {
    const summaries = await all(
      connect.paginateListHoursOfOperations({ client: this.client }, this.of()),
      (page) => page.HoursOfOperationSummaryList,
    );
    return idOf(summaries, name);
  }

  private async groupPath(HierarchyGroupId: string | undefined): Promise<string> {
    if (HierarchyGroupId === undefined) {
      return "";
    }
    const answer = await this.client.send(
      new connect.DescribeUserHierarchyGroupCommand({ ...this.of(), HierarchyGroupId }),
    );
    const { LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive } =
      answer.HierarchyGroup?.HierarchyPath ?? {};
    return [LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive]
      .flatMap((level) => level?.Name ?? [])
      .join(" › ");
  }

  private async queueSummaries() {
    return await all(
      connect.paginateListQueues(
        { client: this.client },
        { ...this.of(), QueueTypes: ["STANDARD"] },
      ),
      (page) => page.QueueSummaryList,
    );
  }

  private async routingProfileSummaries() {
    return await all(
      connect.paginateListRoutingProfiles({ client: this.client }, this.of()),
      (page) => page.RoutingProfileSummaryList,
    );
  }
}

interface Summary {
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
}

function names(summaries: readonly Summary[]): ReadonlyMap<string | undefined, string | undefined> {
  return new Map(summaries.map(({ Id, Name }) => [Id, Name]));
}

function idOf(summaries: readonly Summary[], name: string): string {
  const id = summaries.find(({ Name }) => Name === name)?.Id;
  if (id === undefined) {
    throw new Error(`there is no "${name}"`);
  }
  return id;
}
