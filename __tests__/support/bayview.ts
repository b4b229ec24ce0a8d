import * as connect from "@aws-sdk/client-connect";

const failing = (NextAction: string, ...types: string[]) =>
  types.map((ErrorType) => ({ NextAction, ErrorType }));

const block = (number: number) => `0c1de5ad-1c5b-4a0e-9d1a-${String(number).padStart(12, "0")}`;
const [menu, toDock, toParts, hours, transfer, closed, hangUp] = [0, 1, 2, 3, 4, 5, 6].map(block);

/**
 * Builds the center of another company through the API, as it would be clicked together: names, hours and
 * flows that no code knows, and three things that the value has no word for. Clients find the sandbox by
 * the environment.
 *
 * @returns The instance's id.
 */
export async function buildBayview(client: connect.ConnectClient): Promise<string> {
  const { Id: InstanceId = "", Arn: TargetArn } = await client.send(
    new connect.CreateInstanceCommand({
      InstanceAlias: "bayview-boats",
      IdentityManagementType: "CONNECT_MANAGED",
      InboundCallsEnabled: true,
      OutboundCallsEnabled: true,
    }),
  );
  const of = { InstanceId };
  const { AvailableNumbersList: numbers = [] } = await client.send(
    new connect.SearchAvailablePhoneNumbersCommand({
      TargetArn,
      PhoneNumberCountryCode: "US",
      PhoneNumberType: "DID",
      PhoneNumberPrefix: "+1207",
    }),
  );
  const { PhoneNumberId } = await client.send(
    new connect.ClaimPhoneNumberCommand({ TargetArn, PhoneNumber: numbers[0]?.PhoneNumber }),
  );
  const { HoursOfOperationId } = await client.send(
    new connect.CreateHoursOfOperationCommand({
      ...of,
      Name: "Season",
      TimeZone: "America/New_York",
      Config: (["TUESDAY", "SATURDAY", "WEDNESDAY"] as const).map((Day) => ({
        Day,
        StartTime: { Hours: 7, Minutes: 30 },
        EndTime: { Hours: Day === "SATURDAY" ? 12 : 19, Minutes: 0 },
      })),
    }),
  );
  for (const [Name, from, till] of [
    ["Regatta 2027-07-04", "2027-07-04", "2027-07-04"],
    ["Winter storage", "2027-11-01", "2027-11-14"],
  ]) {
    await client.send(
      new connect.CreateHoursOfOperationOverrideCommand({
        ...of,
        ...{ HoursOfOperationId, Name, Config: [], EffectiveFrom: from, EffectiveTill: till },
      }),
    );
  }
  await client.send(
    new connect.CreateHoursOfOperationOverrideCommand({
      ...of,
      ...{ HoursOfOperationId, Name: "Stocktaking", Config: [], OverrideType: "CLOSED" },
      ...{ EffectiveFrom: "2027-01-01", EffectiveTill: "2029-12-31" },
      RecurrenceConfig: {
        RecurrencePattern: { Frequency: "YEARLY", Interval: 1, ByMonth: [3], ByMonthDay: [-1] },
      },
    }),
  );
  const flows = await flowIds(client, InstanceId);
  const queue = async (Name: string, MaxContacts?: number) =>
    client.send(
      new connect.CreateQueueCommand({
        ...of,
        ...{ Name, HoursOfOperationId, MaxContacts },
        OutboundCallerConfig: {
          OutboundCallerIdName: "Bayview",
          OutboundCallerIdNumberId: PhoneNumberId,
          OutboundFlowId: flows.get("Default outbound"),
        },
      }),
    );
  const [dock, parts] = [await queue("Dock"), await queue("Parts", 7)];
  const profile = await client.send(
    new connect.CreateRoutingProfileCommand({
      ...of,
      Name: "Boatyard",
      Description: "Dock first",
      DefaultOutboundQueueId: dock.QueueId,
      MediaConcurrencies: [
        { Channel: "VOICE", Concurrency: 1 },
        { Channel: "TASK", Concurrency: 2 },
      ],
      QueueConfigs: [dock, parts].map(({ QueueId }, index) => ({
        QueueReference: { QueueId, Channel: "VOICE" },
        Priority: index + 1,
        Delay: index * 30,
      })),
    }),
  );
  await client.send(
    new connect.UpdateUserHierarchyStructureCommand({
      ...of,
      HierarchyStructure: { LevelOne: { Name: "Yard" }, LevelTwo: { Name: "Crew" } },
    }),
  );
  const group = await client.send(
    new connect.CreateUserHierarchyGroupCommand({ ...of, Name: "South pier" }),
  );
  const crew = await client.send(
    new connect.CreateUserHierarchyGroupCommand({
      ...of,
      Name: "Riggers",
      ParentGroupId: group.HierarchyGroupId,
    }),
  );
  const { SecurityProfileSummaryList: securityProfiles = [] } = await client.send(
    new connect.ListSecurityProfilesCommand(of),
  );
  const user = async (Username: string, seconds: number, HierarchyGroupId?: string) =>
    client.send(
      new connect.CreateUserCommand({
        ...of,
        Username,
        HierarchyGroupId,
        Password: "ByHand12345",
        IdentityInfo: { FirstName: Username, LastName: "Bay" },
        PhoneConfig: { PhoneType: "SOFT_PHONE", AfterContactWorkTimeLimit: seconds },
        SecurityProfileIds: [securityProfiles.find(({ Name }) => Name === "Agent")?.Id ?? ""],
        RoutingProfileId: profile.RoutingProfileId,
      }),
    );
  const ann = await user("ann", 20, crew.HierarchyGroupId);
  await user("bob", 0);
  const quickConnects = [];
  for (const [Name, QuickConnectConfig] of [
    [
      "Harbor master",
      { QuickConnectType: "PHONE_NUMBER", PhoneConfig: { PhoneNumber: "+12075550111" } },
    ],
    [
      "Ann",
      {
        QuickConnectType: "USER",
        UserConfig: { UserId: ann.UserId, ContactFlowId: flows.get("Default agent transfer") },
      },
    ],
  ] as const) {
    quickConnects.push(
      await client.send(new connect.CreateQuickConnectCommand({ ...of, Name, QuickConnectConfig })),
    );
  }
  await client.send(
    new connect.AssociateQueueQuickConnectsCommand({
      ...of,
      QueueId: dock.QueueId,
      QuickConnectIds: quickConnects.map(({ QuickConnectId = "" }) => QuickConnectId),
    }),
  );
  await client.send(
    new connect.CreateAgentStatusCommand({ ...of, Name: "At sea", State: "ENABLED" }),
  );
  const content = menuContent(dock.QueueArn ?? "", parts.QueueArn ?? "");
  const { ContactFlowId } = await client.send(
    new connect.CreateContactFlowCommand({
      ...of,
      ...{ Name: "Bayview menu", Type: "CONTACT_FLOW", Content: content },
    }),
  );
  await client.send(
    new connect.AssociatePhoneNumberContactFlowCommand({ ...of, PhoneNumberId, ContactFlowId }),
  );
  return InstanceId;
}

async function flowIds(client: connect.ConnectClient, InstanceId: string) {
  const ids = new Map<string, string | undefined>();
  for await (const page of connect.paginateListContactFlows({ client }, { InstanceId })) {
    for (const { Id, Name = "" } of page.ContactFlowSummaryList ?? []) ids.set(Name, Id);
  }
  return ids;
}

function menuContent(dock: string, parts: string): string {
  const equals = (NextAction: string | undefined, text: string) => ({
    NextAction,
    Condition: { Operator: "Equals", Operands: [text] },
  });
  const setQueue = (Identifier: string | undefined, QueueId: string) => ({
    Identifier,
    Type: "UpdateContactTargetQueue",
    Parameters: { QueueId },
    Transitions: { NextAction: hours, Errors: failing(hangUp ?? "", "NoMatchingError") },
  });
  const Actions = [
    {
      Identifier: menu,
      Type: "GetParticipantInput",
      Parameters: {
        Text: "Ahoy. For the dock, press 1. For parts, press 2.",
        StoreInput: "False",
        InputTimeLimitSeconds: "6",
      },
      Transitions: {
        NextAction: toDock,
        Conditions: [equals(toDock, "1"), equals(toParts, "2")],
        Errors: failing(
          toDock ?? "",
          "InputTimeLimitExceeded",
          "NoMatchingCondition",
          "NoMatchingError",
        ),
      },
    },
    setQueue(toDock, dock),
    setQueue(toParts, parts),
    {
      Identifier: hours,
      Type: "CheckHoursOfOperation",
      Parameters: {},
      Transitions: {
        NextAction: transfer,
        Conditions: [equals(transfer, "True"), equals(closed, "False")],
        Errors: failing(transfer ?? "", "NoMatchingError"),
      },
    },
    {
      Identifier: transfer,
      Type: "TransferContactToQueue",
      Parameters: {},
      Transitions: {
        NextAction: closed,
        Errors: failing(closed ?? "", "QueueAtCapacity", "NoMatchingError"),
      },
    },
    {
      Identifier: closed,
      Type: "MessageParticipant",
      Parameters: { Text: "The yard is closed. Fair winds." },
      Transitions: { NextAction: hangUp, Errors: failing(hangUp ?? "", "NoMatchingError") },
    },
    { Identifier: hangUp, Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
  ];
  const ActionMetadata = Object.fromEntries(
    Actions.map(({ Identifier }, index) => [
      Identifier ?? "",
      {
        position: { x: 160 + 248 * index, y: 27.2 },
        // The console draws the keys of a menu by identifiers of their own.
        ...(Identifier === menu && {
          conditions: [],
          conditionMetadata: ["1", "2"].map((value) => ({
            id: `7d3f0a6e-0000-4c1b-8a3c-00000000000${value}`,
            operator: { name: "Equals", value: "Equals", shortDisplay: "=" },
            value,
          })),
        }),
      },
    ]),
  );
  return JSON.stringify({
    Version: "2019-10-30",
    StartAction: menu,
    Metadata: { entryPointPosition: { x: 14.4, y: 14.4 }, ActionMetadata },
    Actions,
  });
}
