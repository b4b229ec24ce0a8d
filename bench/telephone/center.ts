import * as sdk from "@aws-sdk/client-connect";

import { type Connect, createConnect } from "../../sandbox/connect/connect";
import { startGateway } from "../../sandbox/gateway/gateway";

const HOURS = { Hours: 0, Minutes: 0 };
const DAYS = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
] as const;

/** Key 1 of a menu leads into the queue. */
const flowInto = (queue: string): string => {
  const errors = (next: string, ...types: string[]) =>
    types.map((ErrorType) => ({ NextAction: next, ErrorType }));
  return JSON.stringify({
    Version: "2019-10-30",
    StartAction: "Menu",
    Actions: [
      {
        Identifier: "Menu",
        Type: "GetParticipantInput",
        Parameters: {
          Text: "Please press 1 to wait for an agent.",
          StoreInput: "False",
          InputTimeLimitSeconds: "5",
        },
        Transitions: {
          NextAction: "End",
          Conditions: [{ NextAction: "Queue", Condition: { Operator: "Equals", Operands: ["1"] } }],
          Errors: errors("End", "InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError"),
        },
      },
      {
        Identifier: "Queue",
        Type: "UpdateContactTargetQueue",
        Parameters: { QueueId: queue },
        Transitions: { NextAction: "Transfer", Errors: errors("End", "NoMatchingError") },
      },
      {
        Identifier: "Transfer",
        Type: "TransferContactToQueue",
        Parameters: {},
        Transitions: {
          NextAction: "End",
          Errors: errors("End", "QueueAtCapacity", "NoMatchingError"),
        },
      },
      { Identifier: "End", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
    ],
  });
};

/** A Connect with a small center: a number, a queue, and so many agents. */
export async function smallCenter(agents: number): Promise<{ connect: Connect; number: string }> {
  const connect = createConnect({ accountId: "123456789012", region: "us-east-1" });
  const gateway = await startGateway({
    port: 0,
    about: {},
    backend: () => ({ service: () => connect.handle }),
  });
  const client = new sdk.ConnectClient({
    endpoint: gateway.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
  });
  try {
    return { connect, number: await deploy(client, agents) };
  } finally {
    client.destroy();
    await gateway.close();
  }
}

async function deploy(client: sdk.ConnectClient, agents: number): Promise<string> {
  const { Id: InstanceId = "" } = await client.send(
    new sdk.CreateInstanceCommand({
      InstanceAlias: "bench",
      IdentityManagementType: "CONNECT_MANAGED",
      InboundCallsEnabled: true,
      OutboundCallsEnabled: true,
    }),
  );
  const { HoursOfOperationId } = await client.send(
    new sdk.CreateHoursOfOperationCommand({
      InstanceId,
      Name: "Always",
      TimeZone: "UTC",
      Config: DAYS.map((Day) => ({ Day, StartTime: HOURS, EndTime: HOURS })),
    }),
  );
  const { QueueId = "", QueueArn = "" } = await client.send(
    new sdk.CreateQueueCommand({ InstanceId, Name: "Service", HoursOfOperationId }),
  );
  const { RoutingProfileId } = await client.send(
    new sdk.CreateRoutingProfileCommand({
      InstanceId,
      Name: "Service",
      Description: "Serves the queue",
      DefaultOutboundQueueId: QueueId,
      MediaConcurrencies: [{ Channel: "VOICE", Concurrency: 1 }],
      QueueConfigs: [{ QueueReference: { QueueId, Channel: "VOICE" }, Priority: 1, Delay: 0 }],
    }),
  );
  const security = await client.send(new sdk.ListSecurityProfilesCommand({ InstanceId }));
  for (let at = 1; at <= agents; at += 1) {
    await client.send(
      new sdk.CreateUserCommand({
        InstanceId,
        Username: `agent.${at}`,
        Password: "Password123",
        IdentityInfo: { FirstName: "Agent", LastName: String(at) },
        PhoneConfig: { PhoneType: "SOFT_PHONE" },
        RoutingProfileId,
        SecurityProfileIds: [security.SecurityProfileSummaryList?.[0]?.Id ?? ""],
      }),
    );
  }
  const { ContactFlowId } = await client.send(
    new sdk.CreateContactFlowCommand({
      InstanceId,
      Name: "Menu",
      Type: "CONTACT_FLOW",
      Content: flowInto(QueueArn),
    }),
  );
  const { AvailableNumbersList = [] } = await client.send(
    new sdk.SearchAvailablePhoneNumbersCommand({
      InstanceId,
      PhoneNumberCountryCode: "US",
      PhoneNumberType: "DID",
      MaxResults: 1,
    }),
  );
  const PhoneNumber = AvailableNumbersList[0]?.PhoneNumber ?? "";
  const { PhoneNumberId } = await client.send(
    new sdk.ClaimPhoneNumberCommand({ InstanceId, PhoneNumber }),
  );
  await client.send(
    new sdk.AssociatePhoneNumberContactFlowCommand({ InstanceId, PhoneNumberId, ContactFlowId }),
  );
  return PhoneNumber;
}
