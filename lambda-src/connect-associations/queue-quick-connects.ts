import {
  AssociateQueueQuickConnectsCommand,
  type ConnectClient,
  DisassociateQueueQuickConnectsCommand,
  paginateListQueueQuickConnects,
  ResourceNotFoundException,
} from "@aws-sdk/client-connect";

import type { Association, QueueQuickConnects } from "./desired-state";

/** API reference: both calls take at most 50 ids. */
const IDS_PER_CALL = 50;

type Queue = QueueQuickConnects["queues"][number];

/** Gives each queue exactly its quick connects. */
export class QueueQuickConnectAssociation implements Association<QueueQuickConnects> {
  public constructor(private readonly connect: ConnectClient) {}

  public async observe({ instanceId, queues }: QueueQuickConnects): Promise<string[]> {
    const drift = [];
    for (const queue of queues) {
      const { missing, extra } = await this.compare(instanceId, queue);
      const nameOf = new Map(queue.quickConnects.map((each) => [each.quickConnectId, each.name]));
      drift.push(
        ...missing.map((id) => `queue "${queue.name}" lacks quick connect "${nameOf.get(id)}"`),
        ...[...extra].map(([, name]) => `queue "${queue.name}" has quick connect "${name}" too`),
      );
    }
    return drift;
  }

  public async reconcile(desired: QueueQuickConnects, previous?: QueueQuickConnects) {
    for (const queue of desired.queues) {
      const { missing, extra } = await this.compare(desired.instanceId, queue);
      await this.associate(desired.instanceId, queue.queueId, missing);
      await this.disassociate(desired.instanceId, queue.queueId, [...extra.keys()]);
    }
    const wanted = new Set(desired.queues.map(({ queueId }) => queueId));
    const queues = previous?.queues.filter(({ queueId }) => !wanted.has(queueId)) ?? [];
    await this.remove({ ...desired, queues });
  }

  public async remove({ instanceId, queues }: QueueQuickConnects): Promise<void> {
    for (const queue of queues) {
      const associated = await this.list(instanceId, queue.queueId);
      const own = queue.quickConnects.map(({ quickConnectId }) => quickConnectId);
      await this.disassociate(
        instanceId,
        queue.queueId,
        own.filter((id) => associated.has(id)),
      );
    }
  }

  private async compare(instanceId: string, { queueId, quickConnects }: Queue) {
    const associated = await this.list(instanceId, queueId);
    const wanted = new Set(quickConnects.map(({ quickConnectId }) => quickConnectId));
    return {
      missing: [...wanted].filter((id) => !associated.has(id)),
      extra: new Map([...associated].filter(([id]) => !wanted.has(id))),
    };
  }

  private async associate(InstanceId: string, QueueId: string, ids: readonly string[]) {
    for (const QuickConnectIds of chunks(ids)) {
      await this.connect.send(
        new AssociateQueueQuickConnectsCommand({ InstanceId, QueueId, QuickConnectIds }),
      );
    }
  }

  private async disassociate(InstanceId: string, QueueId: string, ids: readonly string[]) {
    for (const QuickConnectIds of chunks(ids)) {
      await this.connect.send(
        new DisassociateQueueQuickConnectsCommand({ InstanceId, QueueId, QuickConnectIds }),
      );
    }
  }

  /** The queue's quick connects, id to name; none if the queue has gone already. */
  private async list(InstanceId: string, QueueId: string): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    try {
      const pages = paginateListQueueQuickConnects(
        { client: this.connect },
        { InstanceId, QueueId },
      );
      for await (const { QuickConnectSummaryList = [] } of pages) {
        for (const { Id = "", Name = "" } of QuickConnectSummaryList) {
          found.set(Id, Name);
        }
      }
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) {
        throw error;
      }
    }
    return found;
  }
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / IDS_PER_CALL) }, (_, index) =>
    ids.slice(index * IDS_PER_CALL, (index + 1) * IDS_PER_CALL),
  );
}
