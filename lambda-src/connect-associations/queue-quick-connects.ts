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

/** Gives each queue exactly its quick connects. Owned are the queues' ids, since a list is set as a whole. */
export class QueueQuickConnectAssociation implements Association<QueueQuickConnects> {
  public constructor(private readonly connect: ConnectClient) {}

  public ownedBy({ queues }: QueueQuickConnects): string[] {
    return queues.map(({ queueId }) => queueId);
  }

  public async observe(desired: QueueQuickConnects, owned: readonly string[]): Promise<string[]> {
    const drift = [];
    for (const queue of allQueues(desired, owned)) {
      const { missing, extra } = await this.compare(desired.instanceId, queue);
      const nameOf = new Map(queue.quickConnects.map((each) => [each.quickConnectId, each.name]));
      drift.push(
        ...missing.map((id) => `queue "${queue.name}" lacks quick connect "${nameOf.get(id)}"`),
        ...[...extra].map(([, name]) => `queue "${queue.name}" has quick connect "${name}" too`),
      );
    }
    return drift;
  }

  public async reconcile(desired: QueueQuickConnects, owned: readonly string[]): Promise<void> {
    const { instanceId } = desired;
    for (const queue of allQueues(desired, owned)) {
      const { missing, extra } = await this.compare(instanceId, queue);
      // A queue has room for 700: what goes makes room for what comes.
      for (const QuickConnectIds of chunks([...extra.keys()])) {
        await this.connect.send(
          new DisassociateQueueQuickConnectsCommand({ ...of(instanceId, queue), QuickConnectIds }),
        );
      }
      for (const QuickConnectIds of chunks(missing)) {
        await this.connect.send(
          new AssociateQueueQuickConnectsCommand({ ...of(instanceId, queue), QuickConnectIds }),
        );
      }
    }
  }

  public async remove(instanceId: string, owned: readonly string[]): Promise<void> {
    await this.reconcile({ kind: "queueQuickConnects", instanceId, queues: [] }, owned);
  }

  private async compare(instanceId: string, queue: Queue) {
    const associated = await this.list(instanceId, queue);
    const wanted = new Set(queue.quickConnects.map(({ quickConnectId }) => quickConnectId));
    return {
      missing: [...wanted].filter((id) => !associated.has(id)),
      extra: new Map([...associated].filter(([id]) => !wanted.has(id))),
    };
  }

  /** The queue's quick connects, id to name; none if the queue has gone already. */
  private async list(instanceId: string, queue: Queue): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    try {
      const pages = paginateListQueueQuickConnects({ client: this.connect }, of(instanceId, queue));
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

/** The wanted queues, and those that are wanted no more, which get no quick connects. */
function allQueues({ queues }: QueueQuickConnects, owned: readonly string[]): Queue[] {
  const dropped = owned.filter((id) => !queues.some(({ queueId }) => queueId === id));
  return [...queues, ...dropped.map((id) => ({ name: id, queueId: id, quickConnects: [] }))];
}

const of = (InstanceId: string, { queueId: QueueId }: Queue) => ({ InstanceId, QueueId });

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / IDS_PER_CALL) }, (_, index) =>
    ids.slice(index * IDS_PER_CALL, (index + 1) * IDS_PER_CALL),
  );
}
