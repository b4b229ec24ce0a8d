import { ConnectError } from "../protocol/errors";
import { change, made, renamed } from "../store/changes";
import {
  add,
  find,
  findInstance,
  invalidParameter,
  newIdInQuota,
  requireUniqueName,
  requireUnused,
  summaries,
} from "../store/lookup";
import type { Input } from "../protocol/model";
import type { Account, Operations } from "../store/operation";
import { quotaOf } from "../store/quotas";
import { searchKind } from "../store/search";
import type { Instance, RoutingProfile, RoutingProfileQueue } from "../store/store";

type QueueConfigs = Input<"UpdateRoutingProfileQueues">["QueueConfigs"];
type MediaConcurrencies = Input<"UpdateRoutingProfileConcurrency">["MediaConcurrencies"];

/** Routing profiles: which queues their users serve, in which order, on which channels. */
export const routingProfileOperations: Operations = {
  CreateRoutingProfile(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "routingProfiles", input.Name);
    const queue = find(instance, "queues", input.DefaultOutboundQueueId);
    requireConcurrencies(input.MediaConcurrencies);
    const queues = queuesOf(instance, input.QueueConfigs ?? []);
    const { id, arn } = newIdInQuota(account, instance, "routingProfiles");
    add(instance, "routingProfiles", {
      RoutingProfileId: id,
      RoutingProfileArn: arn,
      InstanceId: instance.Id,
      DefaultOutboundQueueId: queue.QueueId,
      MediaConcurrencies: concurrenciesOf(input.MediaConcurrencies),
      AgentAvailabilityTimer: input.AgentAvailabilityTimer ?? "TIME_SINCE_LAST_ACTIVITY",
      IsDefault: false,
      queues: merged(account, [], queues),
      ...made(account, input),
    });
    return { RoutingProfileId: id, RoutingProfileArn: arn };
  },

  DescribeRoutingProfile(input, account) {
    const { instance, profile } = findProfile(account, input);
    // https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeRoutingProfile.html
    const { AssociatedQueueIds: _, ...answered } = described(instance, profile);
    return { RoutingProfile: answered };
  },

  ListRoutingProfiles(input, account) {
    return { RoutingProfileSummaryList: summaries(account, input, "routingProfiles") };
  },

  SearchRoutingProfiles(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const found = searchKind(account, input, "routingProfiles", {
      fields: {
        associatedqueueids: ({ queues }) =>
          queues.map(({ QueueReference }) => QueueReference.QueueId),
      },
    });
    return {
      RoutingProfiles: found.map((profile) => described(instance, profile)),
      ApproximateTotalCount: found.length,
    };
  },

  UpdateRoutingProfileName(input, account) {
    const { instance, profile } = findProfile(account, input);
    return change(account, profile, renamed(instance, "routingProfiles", profile, input));
  },

  UpdateRoutingProfileConcurrency(input, account) {
    const { profile } = findProfile(account, input);
    requireConcurrencies(input.MediaConcurrencies);
    return change(account, profile, {
      MediaConcurrencies: concurrenciesOf(input.MediaConcurrencies),
    });
  },

  UpdateRoutingProfileDefaultOutboundQueue(input, account) {
    const { instance, profile } = findProfile(account, input);
    return change(account, profile, {
      DefaultOutboundQueueId: find(instance, "queues", input.DefaultOutboundQueueId).QueueId,
    });
  },

  UpdateRoutingProfileAgentAvailabilityTimer(input, account) {
    const { profile } = findProfile(account, input);
    return change(account, profile, { AgentAvailabilityTimer: input.AgentAvailabilityTimer });
  },

  /** Changes priority and delay of queues that the profile has; it adds none. */
  UpdateRoutingProfileQueues(input, account) {
    const { instance, profile } = findProfile(account, input);
    const queues = queuesOf(instance, input.QueueConfigs);
    for (const queue of queues)
      if (!profile.queues.some((one) => isSame(one, queue)))
        throw new ConnectError(
          "ResourceNotFoundException",
          `the routing profile ${profile.Name} has no queue ${show(queue)}: associate it first`,
        );
    return change(account, profile, { queues: merged(account, profile.queues, queues) });
  },

  AssociateRoutingProfileQueues(input, account) {
    const { instance, profile } = findProfile(account, input);
    const queues = queuesOf(instance, input.QueueConfigs ?? []);
    return change(account, profile, { queues: merged(account, profile.queues, queues) });
  },

  DisassociateRoutingProfileQueues(input, account) {
    const { profile } = findProfile(account, input);
    const gone = input.QueueReferences ?? [];
    return change(account, profile, {
      queues: profile.queues.filter(
        (queue) => !gone.some((QueueReference) => isSame(queue, { QueueReference })),
      ),
    });
  },

  ListRoutingProfileQueues(input, account) {
    const { instance, profile } = findProfile(account, input);
    return {
      RoutingProfileQueueConfigSummaryList: profile.queues.map(
        ({ QueueReference: { QueueId, Channel }, Priority, Delay }) => {
          const { QueueArn, Name: QueueName } = find(instance, "queues", QueueId);
          return { QueueId, QueueArn, QueueName, Channel, Priority, Delay };
        },
      ),
      LastModifiedTime: profile.LastModifiedTime,
      LastModifiedRegion: profile.LastModifiedRegion,
    };
  },

  DeleteRoutingProfile(input, account) {
    const { instance, profile } = findProfile(account, input);
    const { RoutingProfileId } = profile;
    requireUnused(
      instance,
      ["routingProfiles", RoutingProfileId],
      "users",
      (user) => user.RoutingProfileId === RoutingProfileId,
    );
    instance.routingProfiles.delete(RoutingProfileId);
    return {};
  },
};

function findProfile(
  account: Account,
  input: { InstanceId: string; RoutingProfileId: string },
): { instance: Instance; profile: RoutingProfile } {
  const instance = findInstance(account, input.InstanceId);
  return { instance, profile: find(instance, "routingProfiles", input.RoutingProfileId) };
}

const described = (instance: Instance, profile: RoutingProfile): RoutingProfile => ({
  ...profile,
  NumberOfAssociatedQueues: profile.queues.length,
  NumberOfAssociatedUsers: [...instance.users.values()].filter(
    ({ RoutingProfileId }) => RoutingProfileId === profile.RoutingProfileId,
  ).length,
  AssociatedQueueIds: [
    ...new Set(profile.queues.map(({ QueueReference }) => QueueReference.QueueId)),
  ],
});

/** Each channel with its behaviour while the agent has contacts on others, which is always answered. */
const concurrenciesOf = (concurrencies: MediaConcurrencies): MediaConcurrencies =>
  concurrencies.map((one) => ({
    CrossChannelBehavior: { BehaviorType: "ROUTE_CURRENT_CHANNEL_ONLY" },
    ...one,
  }));

/** The most contacts at once: 10 chats, tasks or emails, but one call. */
function requireConcurrencies(concurrencies: MediaConcurrencies): void {
  for (const { Channel, Concurrency } of concurrencies)
    if (Channel === "VOICE" && Concurrency !== 1)
      throw invalidParameter(`Concurrency must be 1 for VOICE, got ${String(Concurrency)}`);
  if (new Set(concurrencies.map(({ Channel }) => Channel)).size < concurrencies.length)
    throw invalidParameter("MediaConcurrencies must name each channel once");
}

const queuesOf = (instance: Instance, configs: QueueConfigs): RoutingProfileQueue[] =>
  configs.map(({ QueueReference, Priority, Delay }) => ({
    QueueReference: {
      QueueId: find(instance, "queues", QueueReference.QueueId).QueueId,
      Channel: QueueReference.Channel,
    },
    Priority,
    Delay,
  }));

type Reference = Pick<RoutingProfileQueue, "QueueReference">;

const isSame = ({ QueueReference: a }: Reference, { QueueReference: b }: Reference): boolean =>
  a.QueueId === b.QueueId && a.Channel === b.Channel;

const show = ({ QueueReference: { QueueId, Channel } }: Reference): string =>
  `${QueueId} for ${Channel}`;

/** A queue given again gets its new priority and delay, in its old place. */
function merged(
  account: Account,
  before: readonly RoutingProfileQueue[],
  given: readonly RoutingProfileQueue[],
): RoutingProfileQueue[] {
  const queues = [...before];
  for (const queue of given) {
    const index = queues.findIndex((one) => isSame(one, queue));
    if (index === -1) queues.push(queue);
    else queues[index] = queue;
  }
  const most = quotaOf(account, "queuesPerRoutingProfile");
  if (queues.length > most)
    throw invalidParameter(
      `a routing profile has at most ${most} pairs of queue and channel, got ${queues.length}`,
    );
  return queues;
}
