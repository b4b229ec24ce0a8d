import * as sdk from "@aws-sdk/client-connect";
import type { ConnectUnderTest } from "./connect-under-test";

/** A flow that says hello and hangs up. */
export const HELLO = JSON.stringify({
  Version: "2019-10-30",
  StartAction: "say",
  Actions: [
    {
      Identifier: "say",
      Type: "MessageParticipant",
      Parameters: { Text: "Hello" },
      Transitions: { NextAction: "end" },
    },
    { Identifier: "end", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
  ],
});

/** Nine to six on Mondays. */
export const MONDAYS: sdk.HoursOfOperationConfig[] = [
  { Day: "MONDAY", StartTime: { Hours: 9, Minutes: 0 }, EndTime: { Hours: 18, Minutes: 0 } },
];

type Some<T> = Partial<T>;

/** Makes things with plausible members, and deletes them after the test. Each gives the id. */
export function fixtures(under: ConnectUnderTest) {
  const { afterwards, unique } = under;
  const inInstance = () => ({ InstanceId: under.instanceId });

  const summaries = {
    hours: async () =>
      (await under.client.send(new sdk.ListHoursOfOperationsCommand(inInstance())))
        .HoursOfOperationSummaryList,
    queue: async () =>
      (await under.client.send(new sdk.ListQueuesCommand(inInstance()))).QueueSummaryList,
    routingProfile: async () =>
      (await under.client.send(new sdk.ListRoutingProfilesCommand(inInstance())))
        .RoutingProfileSummaryList,
    securityProfile: async () =>
      (await under.client.send(new sdk.ListSecurityProfilesCommand(inInstance())))
        .SecurityProfileSummaryList,
    flow: async () =>
      (await under.client.send(new sdk.ListContactFlowsCommand(inInstance())))
        .ContactFlowSummaryList,
  };

  return {
    /** The id of something that every instance has, by its name. */
    async stock(kind: keyof typeof summaries, name: string): Promise<string> {
      const found = (await summaries[kind]())?.find(({ Name }) => Name === name);
      if (found?.Id === undefined) throw new Error(`the instance has no ${kind} ${name}`);
      return found.Id;
    },

    async hours(members: Some<sdk.CreateHoursOfOperationRequest> = {}): Promise<string> {
      const { HoursOfOperationId = "" } = await under.client.send(
        new sdk.CreateHoursOfOperationCommand({
          ...inInstance(),
          Name: unique("hours"),
          TimeZone: "America/Los_Angeles",
          Config: MONDAYS,
          ...members,
        }),
      );
      afterwards(() =>
        under.client.send(
          new sdk.DeleteHoursOfOperationCommand({ ...inInstance(), HoursOfOperationId }),
        ),
      );
      return HoursOfOperationId;
    },

    async queue(members: Some<sdk.CreateQueueRequest> = {}): Promise<string> {
      const { QueueId = "" } = await under.client.send(
        new sdk.CreateQueueCommand({
          ...inInstance(),
          Name: unique("queue"),
          HoursOfOperationId:
            members.HoursOfOperationId ?? (await this.stock("hours", "Basic Hours")),
          ...members,
        }),
      );
      afterwards(() => under.client.send(new sdk.DeleteQueueCommand({ ...inInstance(), QueueId })));
      return QueueId;
    },

    async quickConnect(members: Some<sdk.CreateQuickConnectRequest> = {}): Promise<string> {
      const { QuickConnectId = "" } = await under.client.send(
        new sdk.CreateQuickConnectCommand({
          ...inInstance(),
          Name: unique("quick connect"),
          QuickConnectConfig: {
            QuickConnectType: "PHONE_NUMBER",
            PhoneConfig: { PhoneNumber: "+13025550198" },
          },
          ...members,
        }),
      );
      afterwards(() =>
        under.client.send(new sdk.DeleteQuickConnectCommand({ ...inInstance(), QuickConnectId })),
      );
      return QuickConnectId;
    },

    async routingProfile(members: Some<sdk.CreateRoutingProfileRequest> = {}): Promise<string> {
      const { RoutingProfileId = "" } = await under.client.send(
        new sdk.CreateRoutingProfileCommand({
          ...inInstance(),
          Name: unique("routing profile"),
          Description: "Made by a test",
          DefaultOutboundQueueId:
            members.DefaultOutboundQueueId ?? (await this.stock("queue", "BasicQueue")),
          MediaConcurrencies: [{ Channel: "VOICE", Concurrency: 1 }],
          ...members,
        }),
      );
      afterwards(() =>
        under.client.send(
          new sdk.DeleteRoutingProfileCommand({ ...inInstance(), RoutingProfileId }),
        ),
      );
      return RoutingProfileId;
    },

    async securityProfile(members: Some<sdk.CreateSecurityProfileRequest> = {}): Promise<string> {
      const { SecurityProfileId = "" } = await under.client.send(
        new sdk.CreateSecurityProfileCommand({
          ...inInstance(),
          SecurityProfileName: unique("security profile"),
          ...members,
        }),
      );
      afterwards(() =>
        under.client.send(
          new sdk.DeleteSecurityProfileCommand({ ...inInstance(), SecurityProfileId }),
        ),
      );
      return SecurityProfileId;
    },

    async user(members: Some<sdk.CreateUserRequest> = {}): Promise<string> {
      const { UserId = "" } = await under.client.send(
        new sdk.CreateUserCommand({
          ...inInstance(),
          Username: unique("u").replace(/ /g, "-"),
          Password: "Password123",
          IdentityInfo: { FirstName: "Mary", LastName: "Jane" },
          PhoneConfig: { PhoneType: "SOFT_PHONE", AutoAccept: false, AfterContactWorkTimeLimit: 0 },
          RoutingProfileId:
            members.RoutingProfileId ??
            (await this.stock("routingProfile", "Basic Routing Profile")),
          SecurityProfileIds: members.SecurityProfileIds ?? [
            await this.stock("securityProfile", "Agent"),
          ],
          ...members,
        }),
      );
      afterwards(() => under.client.send(new sdk.DeleteUserCommand({ ...inInstance(), UserId })));
      return UserId;
    },

    async flow(members: Some<sdk.CreateContactFlowRequest> = {}): Promise<string> {
      const { ContactFlowId = "" } = await under.client.send(
        new sdk.CreateContactFlowCommand({
          ...inInstance(),
          Name: unique("flow"),
          Type: "CONTACT_FLOW",
          Content: HELLO,
          ...members,
        }),
      );
      afterwards(() =>
        under.client.send(new sdk.DeleteContactFlowCommand({ ...inInstance(), ContactFlowId })),
      );
      return ContactFlowId;
    },

    /** Lets a flow answer a number. */
    async association(PhoneNumberId: string, ContactFlowId: string): Promise<void> {
      const one = { ...inInstance(), PhoneNumberId };
      await under.client.send(
        new sdk.AssociatePhoneNumberContactFlowCommand({ ...one, ContactFlowId }),
      );
      afterwards(() => under.client.send(new sdk.DisassociatePhoneNumberContactFlowCommand(one)));
    },
  };
}
