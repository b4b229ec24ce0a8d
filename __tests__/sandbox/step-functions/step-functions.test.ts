import { setImmediate as turn } from "node:timers/promises";

import { expect } from "chai";

import type { Service } from "../../../sandbox/gateway/http";
import { problem } from "../../../sandbox/gateway/problem";
import { jsonRequest } from "../../../sandbox/gateway/service-request";
import type { Executions } from "../../../sandbox/step-functions/execution";
import { createStepFunctions } from "../../../sandbox/step-functions/step-functions";

const MACHINE = "arn:aws:states:us-west-2:123456789012:stateMachine:list";

type Json = Record<string, unknown>;

/** Step Functions before a bucket and a function of the test's own. */
class Fixture {
  public readonly objects = new Map<string, string>();
  public readonly executions: Executions = new Map();
  public readonly waits: number[] = [];
  public readonly ends: string[] = [];
  public readonly payloads: { Items: { n: string }[]; BatchInput?: unknown }[] = [];
  public running = 0;
  public most = 0;
  /** Answers a batch. @throws Error for what the function throws. */
  public serve: (items: readonly string[]) => unknown = (items) => ({ served: items });
  public map: Json = {};
  public batcher: Json = { MaxItemsPerBatch: 2 };
  private readonly service: Service;

  public constructor() {
    this.service = createStepFunctions(this.executions, {
      states: () =>
        Promise.resolve({
          status: 200,
          headers: {},
          body: JSON.stringify({ definition: this.definition(), forwarded: true }),
        }),
      s3: this.s3,
      lambda: this.lambda,
      onEnd: (machineArn, end) => this.ends.push(`${end} of ${machineArn}`),
      wait: async (seconds, signal) => {
        this.waits.push(seconds);
        await turn(undefined, { signal });
      },
    }).handle;
  }

  private definition(): string {
    const retry = { ErrorEquals: ["Again"], IntervalSeconds: 3, MaxAttempts: 2 };
    const record = {
      ...{ Type: "Task", Resource: "arn:aws:states:::lambda:invoke", End: true },
      ...{ Parameters: { FunctionName: "f", "Payload.$": "$" }, OutputPath: "$.Payload" },
      Retry: [retry],
    };
    const map = {
      Type: "Map",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" },
        Parameters: { Bucket: "b", "Key.$": "$.list" },
      },
      ItemBatcher: this.batcher,
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        ...{ StartAt: "Record", States: { Record: record } },
      },
      ResultWriter: {
        Resource: "arn:aws:states:::s3:putObject",
        Parameters: { Bucket: "b", Prefix: "out" },
      },
      End: true,
      ...this.map,
    };
    return JSON.stringify({ StartAt: "Map", States: { Map: map } });
  }

  private readonly s3: Service = ({ method, url, body }) => {
    if (method === "PUT") this.objects.set(url, body.toString());
    const found = this.objects.get(url);
    return Promise.resolve(
      found === undefined
        ? { status: 404, headers: {}, body: "<Error><Code>NoSuchKey</Code></Error>" }
        : { status: 200, headers: {}, body: found },
    );
  };

  private readonly lambda: Service = async ({ body }) => {
    const payload = JSON.parse(body.toString()) as (typeof this.payloads)[number];
    this.payloads.push(payload);
    this.running += 1;
    this.most = Math.max(this.most, this.running);
    await turn();
    this.running -= 1;
    try {
      const answered = await this.serve(payload.Items.map(({ n }) => n));
      return { status: 200, headers: {}, body: JSON.stringify(answered) };
    } catch (error) {
      const { message: errorType } = error as Error;
      if (errorType === "429") return problem(429, "TooManyRequestsException", "Rate Exceeded.");
      const headers = { "x-amz-function-error": "Unhandled" };
      return { status: 200, headers, body: JSON.stringify({ errorType, errorMessage: "no" }) };
    }
  };

  public list(rows: number): void {
    const lines = Array.from({ length: rows }, (_, n) => String(n));
    this.objects.set("/b/in.csv", ["n", ...lines].join("\n"));
  }

  public async ask(operation: string, input: object): Promise<Json> {
    const target = `AWSStepFunctions.${operation}`;
    const answer = await this.service(jsonRequest("states", "us-west-2", target, input));
    const body = JSON.parse(String(answer.body)) as Json;
    return answer.status === 200 ? body : { refused: body.__type, message: body.message };
  }

  public async start(more: object = {}): Promise<string> {
    const input = JSON.stringify({ list: "in.csv" });
    const started = await this.ask("StartExecution", { stateMachineArn: MACHINE, input, ...more });
    return String(started.executionArn);
  }

  public async ended(executionArn: string): Promise<Json> {
    for (;;) {
      const execution = await this.ask("DescribeExecution", { executionArn });
      if (execution.status !== "RUNNING") return execution;
      await turn();
    }
  }

  public async run(): Promise<Json> {
    return this.ended(await this.start());
  }

  /** A file of the results, by its name. */
  public result(name: string): unknown {
    const keys = [...this.objects.keys()].filter((key) => key.endsWith(`/${name}`));
    expect(keys.length).to.be.at.most(1);
    return keys[0] && JSON.parse(this.objects.get(keys[0]) ?? "");
  }
}

describe("The sandbox's executions of Step Functions", () => {
  let fixture: Fixture;
  beforeEach(() => {
    fixture = new Fixture();
    fixture.list(5);
  });

  it("give each batch of the list to the function, and write its answers", async () => {
    const { status, output } = await fixture.run();
    expect(status).to.equal("SUCCEEDED");
    expect(fixture.payloads.map(({ Items }) => Items.map(({ n }) => n))).to.have.deep.members([
      ["0", "1"],
      ["2", "3"],
      ["4"],
    ]);
    const { MapRunArn: run, ResultWriterDetails: details } = JSON.parse(String(output)) as Json;
    const [, id = ""] =
      /^arn:aws:states:us-west-2:123456789012:mapRun:list\/Map:([0-9a-f-]{36})$/.exec(
        String(run),
      ) ?? [];
    expect(details).to.deep.equal({ Bucket: "b", Key: `out/${id}/manifest.json` });
    const key = `out/${id}/SUCCEEDED_0.json`;
    expect(fixture.result("manifest.json")).to.deep.equal({
      DestinationBucket: "b",
      MapRunArn: run,
      ResultFiles: {
        ...{ FAILED: [], PENDING: [] },
        SUCCEEDED: [{ Key: key, Size: fixture.objects.get(`/b/${key}`)?.length }],
      },
    });
    const [first, ...others] = fixture.result("SUCCEEDED_0.json") as Json[];
    expect(others).to.have.length(2);
    expect(first).to.include({
      ExecutionArn: `arn:aws:states:us-west-2:123456789012:execution:list/Map:${String(first?.Name)}`,
      Input: '{"Items":[{"n":"0"},{"n":"1"}]}',
      Output: '{"served":["0","1"]}',
      StateMachineArn: `${MACHINE}/Map`,
      Status: "SUCCEEDED",
    });
  });

  it("tell how each of them has ended: the list's own, not its batches'", async () => {
    await fixture.run();
    fixture.serve = () => {
      throw new Error("Other");
    };
    await fixture.run();
    fixture.serve = () => new Promise(() => undefined);
    await fixture.ask("StopExecution", { executionArn: await fixture.start() });
    expect(fixture.ends).to.deep.equal(
      ["SUCCEEDED", "FAILED", "ABORTED"].map((end) => `${end} of ${MACHINE}`),
    );
  });

  it("give each batch what the batcher adds, and keep it below 256 KiB", async () => {
    fixture.batcher = { MaxItemsPerBatch: 1000, BatchInput: { "from.$": "$.list" } };
    const row = "x".repeat(100_000);
    fixture.objects.set("/b/in.csv", ["n", row, row, row, "y"].join("\n"));
    await fixture.run();
    const sizes = fixture.payloads.map(({ Items }) => Items.map(({ n }) => n.length));
    expect(sizes).to.have.deep.members([
      [100_000, 100_000],
      [100_000, 1],
    ]);
    expect(fixture.payloads[0]?.BatchInput).to.deep.equal({ from: "in.csv" });
  });

  it("run as many at once as the map allows, and never more than 16", async () => {
    fixture.list(100);
    fixture.map = { MaxConcurrency: 3 };
    await fixture.run();
    expect(fixture.most).to.equal(3);
    fixture.map = {};
    await fixture.run();
    expect(fixture.most).to.equal(16);
  });

  it("try again what a retrier takes, and nothing else", async () => {
    let failures = 2;
    fixture.serve = () => {
      if (failures-- > 0) throw new Error("Again");
      return {};
    };
    fixture.list(1);
    expect(await fixture.run()).to.include({ status: "SUCCEEDED" });
    expect(fixture.waits).to.deep.equal([3, 6]);
    fixture.waits.length = 0;
    for (const error of ["429", "Other"]) {
      fixture.serve = () => {
        throw new Error(error);
      };
      expect(await fixture.run()).to.include({ status: "FAILED" });
    }
    expect(fixture.waits).to.deep.equal([]);
    const errors = [...fixture.objects]
      .filter(([key]) => key.endsWith("FAILED_0.json"))
      .map(([, body]) => (JSON.parse(body) as Json[])[0]?.Error);
    expect(errors).to.deep.equal(["Lambda.TooManyRequestsException", "Other"]);
  });

  it("fail above the tolerated share of items, and not at it", async () => {
    fixture.batcher = { MaxItemsPerBatch: 1 };
    fixture.serve = (items) => {
      if (Number(items[0]) < 2) throw new Error("Bad");
      return {};
    };
    fixture.map = { ToleratedFailurePercentage: 40, MaxConcurrency: 1 };
    expect(await fixture.run()).to.include({ status: "SUCCEEDED" });
    expect(fixture.result("FAILED_0.json")).to.have.length(2);
    fixture.objects.clear();
    fixture.list(5);
    fixture.map = { ToleratedFailurePercentage: 39, MaxConcurrency: 1 };
    expect(await fixture.run()).to.include({
      status: "FAILED",
      error: "States.ExceedToleratedFailureThreshold",
      redriveStatus: "REDRIVABLE",
    });
    expect(fixture.result("FAILED_0.json")).to.have.length(2);
    expect(fixture.result("PENDING_0.json")).to.have.length(3);
    expect(fixture.result("SUCCEEDED_0.json")).to.equal(undefined);
  });

  it("count the items of a batch that fails, not the batch", async () => {
    fixture.serve = (items) => {
      if (items.includes("0")) throw new Error("Bad");
      return {};
    };
    fixture.map = { ToleratedFailurePercentage: 39 };
    expect(await fixture.run()).to.include({ status: "FAILED" });
    fixture.map = { ToleratedFailurePercentage: 40 };
    expect(await fixture.run()).to.include({ status: "SUCCEEDED" });
  });

  it("are redriven with what is missing alone", async () => {
    let isDown = true;
    fixture.map = { MaxConcurrency: 1 };
    fixture.serve = (items) => {
      if (isDown && items.includes("2")) throw new Error("Down");
      return {};
    };
    const executionArn = await fixture.start();
    await fixture.ended(executionArn);
    const mapRuns = await fixture.ask("ListMapRuns", { executionArn });
    const [{ itemCounts, mapRunArn } = {}] = mapRuns.mapRuns as Json[];
    expect(itemCounts).to.include({ succeeded: 2, failed: 2, pending: 1, total: 5 });
    isDown = false;
    fixture.payloads.length = 0;
    expect(await fixture.ask("RedriveExecution", { executionArn })).to.have.property("redriveDate");
    expect(await fixture.ended(executionArn)).to.include({ status: "SUCCEEDED", redriveCount: 1 });
    expect(fixture.payloads).to.have.length(2);
    const succeeded = fixture.result("SUCCEEDED_0.json") as Json[];
    expect(succeeded.map(({ RedriveCount: count }) => count)).to.deep.equal([0, 1, 0]);
    const { executionCounts } = await fixture.ask("DescribeMapRun", { mapRunArn });
    expect(executionCounts).to.include({ succeeded: 3, failed: 0, total: 3 });
    expect(await fixture.ask("RedriveExecution", { executionArn })).to.include({
      refused: "ExecutionNotRedrivable",
    });
  });

  it("fail where the list can't be read, a batch is too large, or its answer is", async () => {
    fixture.objects.clear();
    expect(await fixture.run()).to.include({
      status: "FAILED",
      error: "States.ItemReaderFailed",
      cause: "S3 answered 404 NoSuchKey for s3://b/in.csv",
    });
    const tooLarge = async () => {
      expect(await fixture.run()).to.include({ status: "FAILED" });
      return (fixture.result("FAILED_0.json") as Json[])[0]?.Error;
    };
    fixture.objects.set("/b/in.csv", `n\n${"x".repeat(300_000)}`);
    expect(await tooLarge()).to.equal("States.DataLimitExceeded");
    expect(fixture.payloads).to.deep.equal([]);
    fixture.objects.clear();
    fixture.list(1);
    fixture.serve = () => "x".repeat(300_000);
    expect(await tooLarge()).to.equal("States.DataLimitExceeded");
  });

  it("are stopped at once, and given up by a process that finds them running", async () => {
    fixture.serve = () => new Promise(() => undefined);
    const executionArn = await fixture.start();
    await turn();
    expect(await fixture.ask("DescribeExecution", { executionArn })).to.include({
      status: "RUNNING",
    });
    const copied = structuredClone(fixture.executions);
    await fixture.ask("StopExecution", { executionArn, error: "Enough" });
    expect(await fixture.ended(executionArn)).to.include({ status: "ABORTED", error: "Enough" });
    await turn();
    const aborted = fixture.result("FAILED_0.json") as Json[];
    expect(aborted.map(({ Status }) => Status)).to.deep.equal(Array(3).fill("ABORTED"));
    fixture.serve = () => ({});
    await fixture.ask("RedriveExecution", { executionArn });
    const redriven = await fixture.ended(executionArn);
    expect(redriven).to.include({ status: "SUCCEEDED" });
    expect(redriven).to.not.have.any.keys("error", "cause");
    const none: Service = () => Promise.reject(new Error("not asked"));
    const onEnd = () => undefined;
    createStepFunctions(copied, { states: none, s3: none, lambda: none, onEnd });
    expect([...copied.values()].map(({ status }) => status)).to.deep.equal(["ABORTED"]);
  });

  it("have names, are listed newest first, and go with their machine", async () => {
    const named = await fixture.start({ name: "monday" });
    expect(named).to.equal("arn:aws:states:us-west-2:123456789012:execution:list:monday");
    expect(await fixture.start({ name: "monday" }), "while it runs").to.equal(named);
    await fixture.ended(named);
    const again = { stateMachineArn: MACHINE, name: "monday", input: '{"list":"in.csv"}' };
    expect(await fixture.ask("StartExecution", again)).to.include({
      refused: "ExecutionAlreadyExists",
    });
    await fixture.ended(await fixture.start({ name: "tuesday" }));
    const list = async (more: object) => {
      const listed = await fixture.ask("ListExecutions", { stateMachineArn: MACHINE, ...more });
      return [(listed.executions as Json[]).map(({ name }) => name), listed.nextToken];
    };
    expect(await list({})).to.deep.equal([["tuesday", "monday"], undefined]);
    expect(await list({ statusFilter: "FAILED" })).to.deep.equal([[], undefined]);
    expect(await list({ maxResults: 1 })).to.deep.equal([["tuesday"], "1"]);
    expect(await list({ maxResults: 1, nextToken: "1" })).to.deep.equal([["monday"], undefined]);
    await fixture.ask("DeleteStateMachine", { stateMachineArn: MACHINE });
    expect(await list({})).to.deep.equal([[], undefined]);
  });

  it("are refused where the sandbox doesn't know what would happen", async () => {
    const start = (more: object) =>
      fixture.ask("StartExecution", { stateMachineArn: MACHINE, input: "{}", ...more });
    expect(await start({ input: "{" })).to.include({ refused: "InvalidExecutionInput" });
    expect(await start({ name: "a b" })).to.include({ refused: "InvalidName" });
    expect((await start({ stateMachineArn: `${MACHINE}:1` })).message).to.contain("no versions");
    fixture.map = { ItemSelector: {} };
    const { refused, message } = await start({});
    expect(refused).to.equal("ValidationException");
    expect(message).to.contain("/States/Map/ItemSelector is not played by the sandbox");
    fixture.map = {};
    const executionArn = await fixture.start();
    for (const operation of ["GetExecutionHistory", "DescribeStateMachineForExecution"])
      expect((await fixture.ask(operation, { executionArn })).message).to.contain(
        `it doesn't play ${operation}`,
      );
  });

  it("leave what isn't theirs to the emulator", async () => {
    const executionArn = MACHINE.replace("stateMachine", "execution");
    for (const operation of ["DescribeExecution", "TagResource"])
      expect(await fixture.ask(operation, { executionArn })).to.have.property("forwarded", true);
  });
});
