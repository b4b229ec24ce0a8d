import * as connect from "@aws-sdk/client-connect";
import { isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";
import { expect } from "chai";
import { faultyConnect } from "../../support/faulty-connect";

type Refusal = Parameters<typeof isServerError>[0] & {
  readonly $metadata: { readonly httpStatusCode?: number };
};

/** What a request is refused with. */
async function refusalOf(request: Promise<unknown>): Promise<Refusal> {
  try {
    await request;
  } catch (error) {
    return error as Refusal;
  }
  throw new Error("the request must be refused, and was answered");
}

/** Whether the SDK tries again what was refused so. */
const isRetried = (error: Refusal): boolean => isServerError(error) || isTransientError(error);

describe("a sandbox that behaves badly on request", () => {
  const under = faultyConnect();
  const once = () => under.client(1);
  const patient = () => under.client(8);
  const list = () => new connect.ListQueuesCommand({ InstanceId: under.instanceId });
  const agentStatus = (Name: string) =>
    new connect.CreateAgentStatusCommand({ InstanceId: under.instanceId, Name, State: "ENABLED" });
  const agentStatuses = async () => {
    under.faults.set({});
    const { AgentStatusSummaryList = [] } = await once().send(
      new connect.ListAgentStatusesCommand({ InstanceId: under.instanceId }),
    );
    return AgentStatusSummaryList.map(({ Name }) => Name);
  };
  const hours = async () => {
    const { HoursOfOperationSummaryList = [] } = await once().send(
      new connect.ListHoursOfOperationsCommand({ InstanceId: under.instanceId }),
    );
    return HoursOfOperationSummaryList[0]?.Id;
  };
  const createQueue = async (Name: string) => {
    const { QueueId } = await once().send(
      new connect.CreateQueueCommand({
        InstanceId: under.instanceId,
        Name,
        HoursOfOperationId: await hours(),
      }),
    );
    return { InstanceId: under.instanceId, QueueId };
  };

  describe("throttling", () => {
    it("lets a burst of five through, and answers the sixth as Connect does", async () => {
      under.faults.set({ throttling: true });
      const client = once();
      const answers = await Promise.allSettled(
        Array.from({ length: 8 }, () => client.send(list())),
      );
      const refused = answers.flatMap((answer) =>
        answer.status === "rejected" ? [answer.reason as Refusal] : [],
      );
      expect(refused).to.have.length(3);
      for (const error of refused) {
        expect(error).to.include({ name: "TooManyRequestsException" });
        expect(error.$metadata.httpStatusCode).to.equal(429);
        expect(isThrottlingError(error)).to.equal(true);
      }
      expect(under.faults.counts()).to.deep.equal({ throttling: 3 });
    });

    it("counts each operation and each Region for itself", async () => {
      under.faults.set({ throttling: true });
      const client = once();
      await Promise.all(Array.from({ length: 5 }, () => client.send(list())));
      await client.send(new connect.ListUsersCommand({ InstanceId: under.instanceId }));
      const elsewhere = new connect.ConnectClient({
        endpoint: under.endpoint,
        region: "us-east-1",
        credentials: { accessKeyId: "test", secretAccessKey: "test" },
        maxAttempts: 1,
      });
      await elsewhere.send(list());
      elsewhere.destroy();
      expect(isThrottlingError(await refusalOf(client.send(list())))).to.equal(true);
    });

    it("is waited out by a client that tries again", async () => {
      under.run();
      under.faults.set({ throttling: true });
      const client = patient();
      const answers = await Promise.all(Array.from({ length: 9 }, () => client.send(list())));
      expect(Math.max(...answers.map(({ $metadata }) => $metadata.attempts ?? 0))).to.be.above(1);
    });
  });

  describe("errors", () => {
    it("are 5xx before any work: a client that tries again has it done once", async () => {
      under.faults.set({ errors: 0.5, seed: 3 });
      await patient().send(agentStatus("At tea"));
      expect((await agentStatuses()).filter((name) => name === "At tea")).to.have.length(1);
    });

    it("are of several kinds, each a server error to the SDK", async () => {
      under.faults.set({ errors: 1, seed: 1 });
      const client = once();
      const seen = new Set<number | undefined>();
      for (let call = 0; call < 12; call += 1) {
        const error = await refusalOf(client.send(list()));
        expect(isRetried(error), error.message).to.equal(true);
        seen.add(error.$metadata.httpStatusCode);
      }
      expect([...seen].sort()).to.deep.equal([500, 502, 503]);
    });
  });

  describe("lost answers", () => {
    it("come after the work: who tries once is told of an error, though it is done", async () => {
      under.faults.set({ lost: 1, seed: 1 });
      expect(isRetried(await refusalOf(once().send(agentStatus("Lost"))))).to.equal(true);
      expect(await agentStatuses()).to.include("Lost");
    });

    it("make a create that is tried again a duplicate, and never two things", async () => {
      under.faults.set({ lost: 1, seed: 1 });
      const error = await refusalOf(patient().send(agentStatus("Lost twice")));
      expect(error.name).to.equal("DuplicateResourceException");
      expect((await agentStatuses()).filter((name) => name === "Lost twice")).to.have.length(1);
    });
  });

  describe("resets", () => {
    it("break the connection after the work", async () => {
      under.faults.set({ resets: 1, seed: 2 });
      for (const name of ["Reset 1", "Reset 2", "Reset 3", "Reset 4"]) {
        await refusalOf(once().send(agentStatus(name)));
      }
      under.faults.set({});
      expect(await agentStatuses()).to.include.members([
        "Reset 1",
        "Reset 2",
        "Reset 3",
        "Reset 4",
      ]);
      expect(under.calls.entries().filter(({ status }) => status === 0)).not.to.have.length(0);
    });
  });

  describe("timeouts", () => {
    it("do no work and answer nothing: a client needs a time limit of its own", async () => {
      under.faults.set({ timeouts: 1, seed: 1 });
      const abortSignal = AbortSignal.timeout(200);
      const request = once().send(agentStatus("Silent"), { abortSignal });
      expect((await refusalOf(request)).name).to.equal("AbortError");
      expect(await agentStatuses()).not.to.include("Silent");
    });
  });

  describe("slow answers", () => {
    it("come late, and are right", async () => {
      under.faults.set({ slow: 20, seed: 1 });
      const { QueueSummaryList = [] } = await once().send(list());
      expect(QueueSummaryList).not.to.have.length(0);
      expect(under.faults.counts()).to.deep.equal({ slow: 1 });
    });
  });

  describe("late reads", () => {
    it("don't find what was made a moment ago, nor list it; then they do", async () => {
      under.faults.set({ late: { CreateQueue: 300 } });
      const queue = await createQueue("Late");
      const names = async () =>
        ((await once().send(list())).QueueSummaryList ?? []).map(({ Name }) => Name);
      const missing = await refusalOf(once().send(new connect.DescribeQueueCommand(queue)));
      expect(missing.name).to.equal("ResourceNotFoundException");
      expect(await names())
        .to.include("BasicQueue")
        .and.not.to.include("Late");
      under.advance(300);
      expect((await once().send(new connect.DescribeQueueCommand(queue))).Queue?.Name).to.equal(
        "Late",
      );
      expect(await names()).to.include("Late");
    });
  });

  describe("slow creation", () => {
    it("keeps an instance in creation for a while", async () => {
      under.faults.set({ creating: 200 });
      const { Id: InstanceId } = await once().send(
        new connect.CreateInstanceCommand({
          InstanceAlias: "slow",
          IdentityManagementType: "CONNECT_MANAGED",
          InboundCallsEnabled: true,
          OutboundCallsEnabled: true,
        }),
      );
      const status = async () =>
        (await once().send(new connect.DescribeInstanceCommand({ InstanceId }))).Instance
          ?.InstanceStatus;
      expect(await status()).to.equal("CREATION_IN_PROGRESS");
      under.advance(200);
      expect(await status()).to.equal("ACTIVE");
    });

    it("keeps a number's claim in progress for a while", async () => {
      under.faults.set({ creating: 200 });
      const TargetArn = `arn:aws:connect:us-west-2:123456789012:instance/${under.instanceId}`;
      const { AvailableNumbersList = [] } = await once().send(
        new connect.SearchAvailablePhoneNumbersCommand({
          TargetArn,
          PhoneNumberCountryCode: "US",
          PhoneNumberType: "DID",
          MaxResults: 1,
        }),
      );
      const { PhoneNumberId } = await once().send(
        new connect.ClaimPhoneNumberCommand({
          TargetArn,
          PhoneNumber: AvailableNumbersList[0]?.PhoneNumber,
        }),
      );
      const status = async () =>
        (await once().send(new connect.DescribePhoneNumberCommand({ PhoneNumberId })))
          .ClaimedPhoneNumberSummary?.PhoneNumberStatus?.Status;
      expect(await status()).to.equal("IN_PROGRESS");
      under.advance(200);
      expect(await status()).to.equal("CLAIMED");
    });
  });

  describe("quotas", () => {
    it("are reached when they say, with Connect's own error: 429, which waiting doesn't mend", async () => {
      under.faults.set({ quota: { CreateAgentStatus: 1 } });
      await once().send(agentStatus("Within"));
      const error = await refusalOf(once().send(agentStatus("Beyond")));
      expect(error.name).to.equal("LimitExceededException");
      expect(error.$metadata.httpStatusCode).to.equal(429);
    });
  });

  describe("taken names", () => {
    it("are duplicates to whoever creates", async () => {
      under.faults.set({ taken: ["Sales"] });
      const error = await refusalOf(once().send(agentStatus("Sales")));
      expect(error.name).to.equal("DuplicateResourceException");
      await once().send(agentStatus("Not sales"));
    });
  });

  describe("outages", () => {
    it("refuse every connection for a while, once", async () => {
      under.faults.set({ outage: { CreateAgentStatus: 300 } });
      const answer = await patient().send(agentStatus("After the outage"));
      expect(answer.$metadata.attempts).to.be.above(1);
      expect((await agentStatuses()).filter((name) => name === "After the outage")).to.have.length(
        1,
      );
    });
  });

  it("behaves well again when it is told to", async () => {
    under.faults.set({ errors: 1 });
    expect(under.faults.faults.seed).to.be.a("number");
    under.faults.set({});
    expect(under.faults.faults).to.deep.equal({});
    await once().send(list());
  });
});
