import * as connect from "@aws-sdk/client-connect";
import { expect } from "chai";

import { QueueQuickConnectAssociation } from "../../../lambda-src/connect-associations/queue-quick-connects";
import { PatientRetryStrategy } from "../../../lambda-src/connect-associations/retries";
import { faultyConnect } from "../../support/faulty-connect";

/** Connect's default quota of queues. */
const QUEUES = 50;

/** What the functions are given, in milliseconds: constructs/associations/connect-associations.ts. */
const TIME_LIMIT = 600_000;

describe("The quick connects of fifty queues, under Connect's throttling", function () {
  this.timeout(TIME_LIMIT);
  const under = faultyConnect();

  it("are compared and set within the functions' time", async () => {
    const client = under.client(1);
    const InstanceId = under.instanceId;
    const { HoursOfOperationSummaryList: [hours] = [] } = await client.send(
      new connect.ListHoursOfOperationsCommand({ InstanceId }),
    );
    const { QuickConnectId = "" } = await client.send(
      new connect.CreateQuickConnectCommand({
        InstanceId,
        Name: "Mary Jane",
        QuickConnectConfig: {
          QuickConnectType: "PHONE_NUMBER",
          PhoneConfig: { PhoneNumber: "+13029856970" },
        },
      }),
    );
    const queues = [];
    for (let number = 1; number < QUEUES; number += 1) {
      const name = `Queue ${number}`;
      const { QueueId: queueId = "" } = await client.send(
        new connect.CreateQueueCommand({ InstanceId, Name: name, HoursOfOperationId: hours?.Id }),
      );
      const quickConnects = [{ name: "Mary Jane", quickConnectId: QuickConnectId }];
      queues.push({ name, queueId, quickConnects });
    }
    const desired = { kind: "queueQuickConnects" as const, instanceId: InstanceId, queues };
    under.run();
    under.faults.set({ throttling: true });
    const patient = new connect.ConnectClient({
      endpoint: under.endpoint,
      region: "us-west-2",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      retryStrategy: new PatientRetryStrategy(),
    });
    const association = new QueueQuickConnectAssociation(patient);
    const start = performance.now();
    expect(await association.observe(desired, [])).to.have.length(queues.length);
    await association.reconcile(desired, []);
    expect(await association.observe(desired, [])).to.deep.equal([]);
    patient.destroy();
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(
      `      ${seconds} s for two comparisons and one change, ${under.faults.counts().throttling ?? 0} answers of 429`,
    );
    expect(performance.now() - start).to.be.below(TIME_LIMIT);
  });
});
