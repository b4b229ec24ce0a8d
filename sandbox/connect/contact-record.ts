import type { EndpointInfo } from "@aws-sdk/client-connect";
import { wholeSeconds } from "./contact-history";
import type { Contact, Instance } from "./store/store";
import { hierarchyPath } from "./resources/user-hierarchy";

type Json = Readonly<Record<string, unknown>>;

/**
 * A contact's record in AWS's data model, with null for what there isn't, as AWS writes it. The sandbox
 * records no voices, so that it names no recordings.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
 */
export function contactRecord(instance: Instance, contact: Contact): Json {
  const { told } = contact;
  return {
    AWSAccountId: instance.Arn.split(":")[4],
    AWSContactTraceRecordFormatVersion: "2017-03-10",
    Agent: agentOf(instance, contact),
    AgentConnectionAttempts: told.connectionAttempts,
    AnsweringMachineDetectionStatus: null,
    Attributes: contact.Attributes ?? {},
    Campaign: { CampaignId: null },
    Channel: contact.Channel,
    ConnectedToSystemTimestamp: moment(contact.ConnectedToSystemTimestamp),
    ContactDetails: {},
    ContactId: contact.Id,
    CustomerEndpoint: endpoint(contact.CustomerEndpoint),
    DisconnectReason: contact.DisconnectReason ?? null,
    DisconnectTimestamp: moment(contact.DisconnectTimestamp),
    InitialContactId: contact.InitialContactId ?? null,
    InitiationMethod: contact.InitiationMethod,
    InitiationTimestamp: moment(contact.InitiationTimestamp),
    InstanceARN: instance.Arn,
    LastUpdateTimestamp: moment(contact.LastUpdateTimestamp),
    MediaStreams: [{ Type: "AUDIO" }],
    NextContactId: told.nextContactId ?? null,
    PreviousContactId: contact.PreviousContactId ?? null,
    Queue: queueOf(instance, contact),
    Recording: null,
    Recordings: null,
    References: [],
    ScheduledTimestamp: null,
    SystemEndpoint: endpoint(contact.SystemEndpoint),
    TransferCompletedTimestamp: moment(told.transferCompleted),
    TransferredToEndpoint:
      told.transferredTo === undefined
        ? null
        : endpoint({ Type: "TELEPHONE_NUMBER", Address: told.transferredTo }),
    VoiceIdResult: null,
  };
}

function queueOf(instance: Instance, { QueueInfo, told }: Contact): Json | null {
  const { Id = "", EnqueueTimestamp: enqueued } = QueueInfo ?? {};
  if (enqueued === undefined) return null;
  const queue = instance.queues.get(Id);
  // An agent's own queue goes by no name of its own.
  const agentQueue = instance.users.get(Id);
  return {
    ARN: queue?.QueueArn ?? `${instance.Arn}/queue/agent/${Id}`,
    DequeueTimestamp: moment(told.dequeued),
    Duration: told.dequeued === undefined ? null : wholeSeconds(enqueued, told.dequeued),
    EnqueueTimestamp: moment(enqueued),
    Name: queue?.Name ?? agentQueue?.Username ?? null,
  };
}

function agentOf(instance: Instance, contact: Contact): Json | null {
  const { AgentInfo, DisconnectTimestamp, LastUpdateTimestamp, told } = contact;
  const connected = AgentInfo?.ConnectedToAgentTimestamp;
  if (AgentInfo === undefined || connected === undefined) return null;
  const left = AgentInfo.AfterContactWorkStartTimestamp;
  const till = left ?? DisconnectTimestamp ?? LastUpdateTimestamp ?? connected;
  const holds = told.holds.map((hold) => wholeSeconds(hold.from, hold.till ?? till));
  const held = holds.reduce((sum, seconds) => sum + seconds, 0);
  const user = instance.users.get(AgentInfo.Id ?? "");
  const profile = instance.routingProfiles.get(user?.RoutingProfileId ?? "");
  return {
    ARN: user?.Arn ?? `${instance.Arn}/agent/${AgentInfo.Id}`,
    AfterContactWorkDuration: AgentInfo.AfterContactWorkDuration ?? null,
    AfterContactWorkEndTimestamp: moment(AgentInfo.AfterContactWorkEndTimestamp),
    AfterContactWorkStartTimestamp: moment(AgentInfo.AfterContactWorkStartTimestamp),
    AgentInteractionDuration: Math.max(0, wholeSeconds(connected, till) - held),
    ConnectedToAgentTimestamp: moment(connected),
    CustomerHoldDuration: held,
    HierarchyGroups: hierarchyOf(instance, user?.HierarchyGroupId),
    LongestHoldDuration: Math.max(0, ...holds),
    NumberOfHolds: holds.length,
    RoutingProfile: profile && { ARN: profile.RoutingProfileArn, Name: profile.Name },
    Username: user?.Username ?? null,
  };
}

/** The agent's group and those above it, by level; null for an agent in none. */
function hierarchyOf(instance: Instance, id: string | undefined): Json | null {
  const group = instance.hierarchyGroups.get(id ?? "");
  if (group === undefined) return null;
  const { LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive } = hierarchyPath(instance, group);
  const path = [LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive];
  return Object.fromEntries(
    path.flatMap((level, index) =>
      level === undefined ? [] : [[`Level${index + 1}`, { ARN: level.Arn, GroupName: level.Name }]],
    ),
  );
}

const endpoint = (of: EndpointInfo | undefined): Json | null =>
  of === undefined ? null : { Address: of.Address, Type: of.Type };

/** In UTC, to the second, as AWS writes them. */
const moment = (date: Date | undefined): string | null =>
  date === undefined ? null : `${date.toISOString().slice(0, 19)}Z`;
