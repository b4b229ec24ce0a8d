import {
  AssociateQueueQuickConnectsCommand,
  DeleteQueueCommand,
  ListQueueQuickConnectsCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import type { QueueQuickConnects } from "../../../lambda-src/connect-associations/desired-state";
import { QueueQuickConnectAssociation } from "../../../lambda-src/connect-associations/queue-quick-connects";
import { fixtures } from "../../support/connect-fixtures";
import { connectUnderTest } from "../../support/connect-under-test";

describe("A queue's quick connects, as the reconciler keeps them", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const association = () => new QueueQuickConnectAssociation(under.client);
  const none = (): QueueQuickConnects => ({
    kind: "queueQuickConnects",
    instanceId: under.instanceId,
    queues: [],
  });
  const wanted = (queueId: string, ids: readonly string[]): QueueQuickConnects => ({
    ...none(),
    queues: [
      {
        name: "Sales",
        queueId,
        quickConnects: ids.map((quickConnectId, index) => ({
          name: `Quick connect ${index + 1}`,
          quickConnectId,
        })),
      },
    ],
  });
  const associate = async (QueueId: string, ...QuickConnectIds: string[]) =>
    await under.client.send(
      new AssociateQueueQuickConnectsCommand({
        InstanceId: under.instanceId,
        QueueId,
        QuickConnectIds,
      }),
    );
  const associated = async (QueueId: string) => {
    const answer = await under.client.send(
      new ListQueueQuickConnectsCommand({ InstanceId: under.instanceId, QueueId }),
    );
    return answer.QuickConnectSummaryList?.map(({ Id }) => Id);
  };

  it("are exactly the wanted ones: missing ones are added, others taken off", async () => {
    const [queue, first, second] = [
      await make.queue(),
      await make.quickConnect(),
      await make.quickConnect({ Name: under.unique("extra") }),
    ];
    await associate(queue, second);
    const desired = wanted(queue, [first]);
    const [lacks, has] = await association().observe(desired, []);
    expect(lacks).to.equal('queue "Sales" lacks quick connect "Quick connect 1"');
    expect(has).to.match(/^queue "Sales" has quick connect "extra .*" too$/);
    await association().reconcile(desired, []);
    expect(await associated(queue)).to.deep.equal([first]);
    expect(await association().observe(desired, [queue])).to.deep.equal([]);
  });

  for (const count of [50, 51, 100]) {
    it(`may be ${count}, of which one call takes 50`, async () => {
      const queue = await make.queue();
      const ids = [];
      for (let made = 0; made < count; made += 1) {
        ids.push(await make.quickConnect());
      }
      await association().reconcile(wanted(queue, ids), []);
      expect(await association().observe(wanted(queue, ids), [])).to.deep.equal([]);
      await association().remove(under.instanceId, [queue]);
      expect(await associated(queue)).to.deep.equal([]);
    });
  }

  it("are taken off an owned queue that is no longer named, and a queue that has gone is no fault", async () => {
    const [queue, other, gone] = [
      await make.queue(),
      await make.queue({ Name: under.unique("other") }),
      await make.queue({ Name: under.unique("gone") }),
    ];
    const first = await make.quickConnect({ Name: under.unique("first") });
    await association().reconcile(wanted(queue, [first]), []);
    await associate(other, first);
    await under.client.send(
      new DeleteQueueCommand({ InstanceId: under.instanceId, QueueId: gone }),
    );
    expect(await association().observe(none(), [])).to.deep.equal([]);
    const [has, ...more] = await association().observe(none(), [queue, gone]);
    expect(has).to.match(new RegExp(`^queue "${queue}" has quick connect "first .*" too$`));
    expect(more).to.deep.equal([]);
    await association().reconcile(none(), [queue, gone]);
    expect(await associated(queue)).to.deep.equal([]);
    expect(await associated(other)).to.deep.equal([first]);
  });

  it("are owned by their queue", () => {
    expect(association().ownedBy(wanted("queue-id", ["id"]))).to.deep.equal(["queue-id"]);
  });
});
