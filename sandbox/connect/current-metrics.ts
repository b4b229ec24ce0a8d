import type {
  AgentContactReference,
  CurrentMetric,
  CurrentMetricName,
  UserData,
} from "@aws-sdk/client-connect";
import type { LiveAgent, WaitingContact } from "./live-calls";
import {
  find,
  findInstance,
  idOf,
  invalidParameter,
  liveCalls,
  notEmulated,
  refuseGiven,
} from "./store/lookup";
import type { Account, Operations } from "./store/operation";
import type { Instance, Queue, User } from "./store/store";
import { hierarchyPath } from "./resources/user-hierarchy";

/** What figures are made from: the agents who serve the queues, and the contacts that wait in them. */
interface Scene {
  readonly agents: readonly LiveAgent[];
  readonly waiting: readonly WaitingContact[];
  readonly now: Date;
}

const isOnline = ({ statusType }: LiveAgent) => statusType !== "OFFLINE";
const isBusy = ({ activity }: LiveAgent) =>
  activity === "onContact" || activity === "afterCallWork";
const count = (is: (agent: LiveAgent) => boolean) => (scene: Scene) =>
  scene.agents.filter(is).length;

/**
 * AWS's real-time metrics, as far as the telephone knows them.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/real-time-metrics-definitions.html
 */
const METRICS: Readonly<Partial<Record<CurrentMetricName, (scene: Scene) => number>>> = {
  AGENTS_ONLINE: count(isOnline),
  AGENTS_AVAILABLE: count((one) => one.statusType === "ROUTABLE" && one.activity === "idle"),
  AGENTS_STAFFED: count((one) => isOnline(one) && (one.statusType === "ROUTABLE" || isBusy(one))),
  AGENTS_ON_CALL: count(({ activity }) => activity === "onContact"),
  AGENTS_ON_CONTACT: count(({ activity }) => activity === "onContact"),
  AGENTS_AFTER_CONTACT_WORK: count(({ activity }) => activity === "afterCallWork"),
  AGENTS_NON_PRODUCTIVE: count((one) => one.statusType === "CUSTOM" && !isBusy(one)),
  AGENTS_ERROR: count(({ activity }) => activity === "missed"),
  CONTACTS_IN_QUEUE: ({ waiting }) => waiting.length,
  OLDEST_CONTACT_AGE: ({ waiting, now }) =>
    Math.max(0, ...waiting.map(({ since }) => (now.getTime() - since.getTime()) / 1000)),
};

/** Figures of this moment, and who is at what. */
export const currentMetricOperations: Operations = {
  GetCurrentMetricData(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { Queues, Channels, ...others } = input.Filters;
    refuseGiven(others);
    refuseGiven(input, ["SortCriteria"]);
    const groupings = input.Groupings ?? [];
    const unknown = groupings.filter((each) => each !== "QUEUE" && each !== "CHANNEL");
    if (unknown.length > 0) throw notEmulated("Groupings", unknown);
    if (Queues === undefined || Queues.length === 0)
      throw invalidParameter("Filters.Queues must have 1 to 100 queues, got none");
    const queues = Queues.map((id) => find(instance, "queues", id));
    const isVoice = Channels === undefined || Channels.length === 0 || Channels.includes("VOICE");
    const wanted = input.CurrentMetrics.map(knownMetric);
    const byQueue = groupings.includes("QUEUE");
    const figures = (of: readonly Queue[]) => ({
      Collections: wanted.map(({ metric, measure }) => ({
        Metric: metric,
        Value: inUnit(metric, measure(sceneOf(instance, account, isVoice ? of : [])), groupings),
      })),
    });
    const channel = groupings.includes("CHANNEL") ? { Channel: "VOICE" as const } : {};
    const results = byQueue
      ? queues.map((queue) => ({
          Dimensions: { Queue: { Id: queue.QueueId, Arn: queue.QueueArn }, ...channel },
          ...figures([queue]),
        }))
      : [{ ...(groupings.length > 0 && { Dimensions: channel }), ...figures(queues) }];
    return {
      MetricResults: results,
      DataSnapshotTime: liveCalls(account).now(),
      ApproximateTotalCount: results.length,
    };
  },

  GetCurrentUserData(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { Agents, Queues, RoutingProfiles, ...others } = input.Filters;
    refuseGiven(others);
    const users = Agents?.map((id) => find(instance, "users", id).Id);
    const profiles = RoutingProfiles?.map(
      (id) => find(instance, "routingProfiles", id).RoutingProfileId,
    );
    const queues = Queues?.map((id) => find(instance, "queues", id));
    if (users === undefined && profiles === undefined && queues === undefined)
      throw invalidParameter("Filters must have Agents, Queues or RoutingProfiles");
    const found = liveCalls(account)
      .agents(instance)
      .flatMap((agent) => {
        const user = instance.users.get(agent.userId);
        const isWanted =
          user !== undefined &&
          isOnline(agent) &&
          users?.includes(user.Id) !== false &&
          profiles?.includes(user.RoutingProfileId) !== false &&
          (queues === undefined || serves(instance, user, queues));
        return isWanted ? [userDataOf(instance, user, agent)] : [];
      });
    return { UserDataList: found, ApproximateTotalCount: found.length };
  },
};

function knownMetric(metric: CurrentMetric) {
  const measure = metric.Name === undefined ? undefined : METRICS[metric.Name];
  if (measure === undefined) throw notEmulated("CurrentMetrics", [metric.Name ?? "MetricId"]);
  return { metric, measure };
}

/** Documented: without groupings the age comes in milliseconds, though its unit says seconds. */
const inUnit = ({ Name }: CurrentMetric, value: number, groupings: readonly string[]): number =>
  Name === "OLDEST_CONTACT_AGE" && groupings.length === 0 ? value * 1000 : value;

function sceneOf(instance: Instance, account: Account, queues: readonly Queue[]): Scene {
  const live = liveCalls(account);
  const ids = new Set(queues.map(({ QueueId }) => QueueId));
  return {
    agents: live.agents(instance).filter(({ userId }) => {
      const user = instance.users.get(userId);
      return user !== undefined && serves(instance, user, queues);
    }),
    waiting: live.waiting(instance).filter(({ queueId }) => ids.has(queueId)),
    now: live.now(),
  };
}

function serves(instance: Instance, { RoutingProfileId }: User, queues: readonly Queue[]): boolean {
  const served = instance.routingProfiles.get(RoutingProfileId)?.queues ?? [];
  return served.some(({ QueueReference }) =>
    queues.some(({ QueueId }) => QueueId === idOf(QueueReference.QueueId)),
  );
}

function userDataOf(instance: Instance, user: User, agent: LiveAgent): UserData {
  const profile = instance.routingProfiles.get(user.RoutingProfileId);
  const group = instance.hierarchyGroups.get(user.HierarchyGroupId ?? "");
  const slots = profile?.MediaConcurrencies.find(({ Channel }) => Channel === "VOICE")?.Concurrency;
  const active = agent.contact === undefined ? 0 : 1;
  const free = agent.activity === "missed" || agent.statusType !== "ROUTABLE" ? 0 : 1 - active;
  return {
    User: { Id: user.Id, Arn: user.Arn },
    ...(profile && {
      RoutingProfile: { Id: profile.RoutingProfileId, Arn: profile.RoutingProfileArn },
    }),
    ...(group && { HierarchyPath: hierarchyPath(instance, group) }),
    Status: {
      StatusStartTimestamp: agent.since,
      StatusArn: agent.status.arn,
      StatusName: agent.status.name,
    },
    MaxSlotsByChannel: { VOICE: slots ?? 0 },
    ActiveSlotsByChannel: { VOICE: active },
    AvailableSlotsByChannel: { VOICE: Math.max(0, free) },
    Contacts: contactsOf(instance, agent),
  };
}

function contactsOf(
  { contacts, queues }: Instance,
  { contact, since }: LiveAgent,
): AgentContactReference[] {
  const written = contacts.get(contact?.id ?? "");
  if (contact === undefined || written === undefined) return [];
  const queue = queues.get(written.QueueInfo?.Id ?? "");
  return [
    {
      ContactId: written.Id,
      Channel: written.Channel,
      InitiationMethod: written.InitiationMethod,
      AgentContactState: contact.state,
      StateStartTimestamp: since,
      ConnectedToAgentTimestamp: written.AgentInfo?.ConnectedToAgentTimestamp,
      ...(queue && { Queue: { Id: queue.QueueId, Arn: queue.QueueArn } }),
    },
  ];
}
