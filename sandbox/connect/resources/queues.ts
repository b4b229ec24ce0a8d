import { ConnectError } from "../protocol/errors";
import { change, made, renamed } from "../store/changes";
import {
  add,
  find,
  findInstance,
  idOf,
  invalidParameter,
  newIdInQuota,
  requireUniqueName,
  requireUnused,
  summaries,
} from "../store/lookup";
import { findPhoneNumber } from "./phone-numbers";
import type { Input } from "../protocol/model";
import type { Account, Operations } from "../store/operation";
import { equals, searchKind } from "../store/search";
import type { Instance, Queue } from "../store/store";

/** Quick connects that one queue can have; 50 a call. */
const QUICK_CONNECTS_PER_QUEUE = 700;

/** Queues: where callers wait, and which quick connects their agents see. */
export const queueOperations: Operations = {
  CreateQueue(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "queues", input.Name);
    const hours = find(instance, "hoursOfOperations", input.HoursOfOperationId);
    requireCallerConfig(instance, input.OutboundCallerConfig, account);
    const quickConnectIds = quickConnectsOf(instance, input.QuickConnectIds ?? []);
    const { id, arn } = newIdInQuota(account, instance, "queues");
    add(instance, "queues", {
      QueueId: id,
      QueueArn: arn,
      HoursOfOperationId: hours.HoursOfOperationId,
      OutboundCallerConfig: input.OutboundCallerConfig,
      MaxContacts: input.MaxContacts,
      Status: "ENABLED",
      quickConnectIds: [...new Set(quickConnectIds)],
      ...made(account, input),
    });
    return { QueueId: id, QueueArn: arn };
  },

  DescribeQueue(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { Queue: find(instance, "queues", input.QueueId) };
  },

  ListQueues(input, account) {
    const { Arn, users } = findInstance(account, input.InstanceId);
    const types = input.QueueTypes ?? [];
    const standard = summaries(account, input, "queues").map((queue) => ({
      ...queue,
      QueueType: "STANDARD" as const,
    }));
    // Every user has a queue of their own, without a name.
    const agent = [...users.values()].map((user) => ({
      Id: user.Id,
      Arn: `${Arn}/queue/agent/${user.Id}`,
      QueueType: "AGENT" as const,
      LastModifiedTime: user.LastModifiedTime,
      LastModifiedRegion: user.LastModifiedRegion,
    }));
    return {
      QueueSummaryList: [...standard, ...agent].filter(
        ({ QueueType }) => types.length === 0 || types.includes(QueueType),
      ),
    };
  },

  SearchQueues(input, account) {
    const found = searchKind(account, input, "queues", {
      conditions: { QueueTypeCondition: equals(() => "STANDARD") },
    });
    return { Queues: found, ApproximateTotalCount: found.length };
  },

  UpdateQueueName(input, account) {
    const { instance, queue } = findQueue(account, input);
    return change(account, queue, renamed(instance, "queues", queue, input));
  },

  UpdateQueueHoursOfOperation(input, account) {
    const { instance, queue } = findQueue(account, input);
    const hours = find(instance, "hoursOfOperations", input.HoursOfOperationId);
    return change(account, queue, { HoursOfOperationId: hours.HoursOfOperationId });
  },

  UpdateQueueMaxContacts(input, account) {
    const { queue } = findQueue(account, input);
    return change(account, queue, { MaxContacts: input.MaxContacts });
  },

  UpdateQueueOutboundCallerConfig(input, account) {
    const { instance, queue } = findQueue(account, input);
    requireCallerConfig(instance, input.OutboundCallerConfig, account);
    return change(account, queue, { OutboundCallerConfig: input.OutboundCallerConfig });
  },

  UpdateQueueStatus(input, account) {
    const { queue } = findQueue(account, input);
    return change(account, queue, { Status: input.Status });
  },

  DeleteQueue(input, account) {
    const { instance, queue } = findQueue(account, input);
    requireUnusedQueue(instance, queue.QueueId);
    instance.queues.delete(queue.QueueId);
    return {};
  },

  AssociateQueueQuickConnects(input, account) {
    const { instance, queue } = findQueue(account, input);
    const ids = new Set([
      ...queue.quickConnectIds,
      ...quickConnectsOf(instance, input.QuickConnectIds),
    ]);
    if (ids.size > QUICK_CONNECTS_PER_QUEUE)
      throw new ConnectError(
        "LimitExceededException",
        `a queue has at most ${QUICK_CONNECTS_PER_QUEUE} quick connects, its default quota`,
      );
    return change(account, queue, { quickConnectIds: [...ids] });
  },

  DisassociateQueueQuickConnects(input, account) {
    const { instance, queue } = findQueue(account, input);
    const ids = quickConnectsOf(instance, input.QuickConnectIds);
    return change(account, queue, {
      quickConnectIds: queue.quickConnectIds.filter((id) => !ids.includes(id)),
    });
  },

  ListQueueQuickConnects(input, account) {
    const { instance, queue } = findQueue(account, input);
    return {
      QuickConnectSummaryList: queue.quickConnectIds.map((id) => {
        const quickConnect = find(instance, "quickConnects", id);
        return {
          ...quickConnect,
          Id: id,
          Arn: quickConnect.QuickConnectARN,
          QuickConnectType: quickConnect.QuickConnectConfig.QuickConnectType,
        };
      }),
      LastModifiedTime: queue.LastModifiedTime,
      LastModifiedRegion: queue.LastModifiedRegion,
    };
  },
};

function findQueue(
  account: Account,
  input: { InstanceId: string; QueueId: string },
): { instance: Instance; queue: Queue } {
  const instance = findInstance(account, input.InstanceId);
  return { instance, queue: find(instance, "queues", input.QueueId) };
}

const quickConnectsOf = (instance: Instance, ids: readonly string[]): string[] =>
  ids.map((id) => find(instance, "quickConnects", id).QuickConnectId);

function requireCallerConfig(
  instance: Instance,
  config: Input<"CreateQueue">["OutboundCallerConfig"],
  account: Account,
): void {
  if (config?.OutboundCallerIdNumberId !== undefined) {
    const number = findPhoneNumber(account, config.OutboundCallerIdNumberId);
    if (number.InstanceId !== instance.Id)
      throw invalidParameter(
        `OutboundCallerIdNumberId must be a phone number of instance ${instance.Id}, got one of another`,
      );
  }
  if (config?.OutboundFlowId === undefined) return;
  const flow = find(instance, "contactFlows", config.OutboundFlowId);
  if (flow.Type !== "OUTBOUND_WHISPER")
    throw invalidParameter(
      `OutboundFlowId must be a flow of type OUTBOUND_WHISPER, got ${flow.Name} of type ${flow.Type}`,
    );
}

function requireUnusedQueue(instance: Instance, queueId: string): void {
  const queue = ["queues", queueId] as const;
  requireUnused(
    instance,
    queue,
    "routingProfiles",
    ({ DefaultOutboundQueueId, queues }) =>
      DefaultOutboundQueueId === queueId ||
      queues.some(({ QueueReference }) => QueueReference.QueueId === queueId),
  );
  requireUnused(
    instance,
    queue,
    "quickConnects",
    ({ QuickConnectConfig }) => idOf(QuickConnectConfig.QueueConfig?.QueueId ?? "") === queueId,
  );
}
