import { expect } from "chai";
import type {
  BatchAnswer,
  VanityBatch,
} from "../../../lambda-src/record-vanity-number/batch-handler";
import type { VanityAnswer } from "../../../lambda-src/record-vanity-number/serve";
import { contactFlowEvent } from "./contact-flow-event";
import { FaultyDynamoDB, memoryTable, type Backend } from "./faulty-dynamodb";
import { METRICS } from "../../../constructs/reporting/metrics";
import { setVariables } from "../../support/hostile-environment";

const HANDLERS = "../../../lambda-src/record-vanity-number";

describe("the recordVanityNumber functions", () => {
  let restore: () => void;
  let memory: ReturnType<typeof memoryTable>;
  let dynamodb: FaultyDynamoDB;
  let handler: (event: unknown) => Promise<VanityAnswer>;
  let batchHandler: (batch: VanityBatch) => Promise<BatchAnswer>;
  let logged: string[];

  /** Runs a function with what it prints kept instead of shown: its log and its metrics. */
  const quietly =
    <Event, Answer>(lambda: (event: Event) => Promise<Answer>) =>
    async (event: Event): Promise<Answer> => {
      const streams = [process.stdout, process.stderr];
      const writes = streams.map((stream) => stream.write.bind(stream));
      for (const stream of streams)
        stream.write = (chunk: unknown) => logged.push(String(chunk)) > 0;
      try {
        return await lambda(event);
      } finally {
        streams.forEach((stream, index) => {
          const write = writes[index];
          if (write !== undefined) stream.write = write;
        });
      }
    };

  /** A table that calls one phone's row invalid, whenever it comes. */
  const refusing = (phone: string): Backend => {
    const { backend } = memoryTable();
    return (operation, body) =>
      body.includes(phone)
        ? { status: 400, body: { __type: "com.amazon.coral.validate#ValidationException" } }
        : backend(operation, body);
  };

  before(async () => {
    memory = memoryTable();
    dynamodb = new FaultyDynamoDB((operation, body) => memory.backend(operation, body));
    restore = setVariables({
      TABLE_NAME: "cus-phone-vanity-number",
      AWS_LAMBDA_FUNCTION_NAME: "theFunction",
      AWS_ENDPOINT_URL_DYNAMODB: await dynamodb.start(),
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    });
    // Like Lambda: the environment is there before the code is loaded.
    const single = (await import(`${HANDLERS}/handler`)) as { handler: typeof handler };
    const batch = (await import(`${HANDLERS}/batch-handler`)) as { handler: typeof batchHandler };
    handler = quietly(single.handler);
    batchHandler = quietly(batch.handler);
  });
  beforeEach(() => {
    memory = memoryTable();
    logged = [];
  });
  after(async () => {
    restore();
    await dynamodb.stop();
  });

  it("record a caller from a flow", async () => {
    const answer = await handler(contactFlowEvent({ companyName: "KWGlobal" }));
    expect(answer.status).to.equal("recorded");
    expect(memory.rows.get("+13029856970")).to.have.nested.property("companyName.S", "KWGlobal");
  });

  it("answer a withheld number at once, without asking the table", async () => {
    const before = dynamodb.operations.length;
    const contact = { CustomerEndpoint: { Address: "anonymous", Type: "TELEPHONE_NUMBER" } };
    const answer = await handler(contactFlowEvent({ companyName: "KWGlobal" }, contact));
    expect(answer).to.deep.equal({ status: "skipped", reason: "phone-withheld" });
    expect(dynamodb.operations.length).to.equal(before);
  });

  it("throw what the table throws, so that Connect retries", async () => {
    dynamodb.faults = ["error", "error", "error"];
    const failure = await handler(contactFlowEvent({ companyName: "KWGlobal" })).catch(
      (reason: unknown) => reason as Error,
    );
    expect(failure).to.have.property("name", "InternalServerError");
  });

  it("log no number and nothing of the event", async () => {
    await handler(contactFlowEvent({ companyName: "Secret Client", phone: "+13029856970" }));
    const output = logged.join("\n");
    expect(output).to.include("**********70");
    expect(output).to.not.match(/302985|9856970|Secret Client|JOYS/);
  });

  it("count each outcome as a metric", async () => {
    await handler({ phone: "12", companyName: "KWGlobal" });
    expect(logged.join("\n")).to.match(/"skipped-requests": ?1/);
  });

  it("serve a batch in its order, rejects apart", async () => {
    const Items = [
      { phone: "+13029856970", companyName: "KWGlobal" },
      { phone: "12", companyName: "KWGlobal" },
      { phone: "+18003569377", companyName: "1-800-Flowers.com" },
    ];
    const { results, rejects } = await batchHandler({ Items });
    expect(results.map(({ phone }) => phone)).to.deep.equal(["+13029856970", "+18003569377"]);
    expect(results[1]).to.deep.include({ companyName: "1-800-Flowers.com", status: "recorded" });
    expect(results[1]?.vanityNumbers[0]).to.equal("1-800-FLOWERS");
    expect(rejects).to.deep.equal([
      { phone: "12", companyName: "KWGlobal", reason: "phone-too-short" },
    ]);
    expect(memory.rows.size).to.equal(2);
  });

  it("try every item of a batch before they throw, and a retry changes nothing that is there", async () => {
    const Items = Array.from({ length: 30 }, (_, index) => ({
      phone: `+1302985${String(6000 + index)}`,
      companyName: "KWGlobal",
    }));
    dynamodb.faults = Array.from({ length: 30 }, () => "error" as const);
    const failure = await batchHandler({ Items }).catch((reason: unknown) => reason as Error);
    expect(failure).to.be.instanceOf(Error);
    dynamodb.faults = [];
    const { results } = await batchHandler({ Items });
    expect(results).to.have.length(30);
    expect(memory.rows.size).to.equal(30);
  });

  it("serve the rows beside one that makes them throw, and log what was thrown, without the row", async () => {
    const Items = ["+13025550101", "+13022222222", "+13025550103"].map((phone) => ({
      phone,
      companyName: "Acme",
    }));
    memory.backend = refusing("+13022222222");
    const { results, rejects } = await batchHandler({ Items });
    expect(results.map(({ phone }) => phone)).to.deep.equal(["+13025550101", "+13025550103"]);
    expect(rejects).to.deep.equal([
      { phone: "+13022222222", companyName: "Acme", reason: "unexpected" },
    ]);
    const output = logged.join("\n");
    expect(output).to.match(/"message":"unexpected fault".*"error":"ValidationException"/);
    expect(output).to.not.match(/13022222222|table fault/);
    const counts = logged.find((line) => line.includes("unexpected-faults")) ?? "{}";
    expect(JSON.parse(counts)).to.have.property("unexpected-faults", 1);
    // The alarm asks for the count under these, and would be silent for ever under others.
    const { "unexpected-faults": asked } = METRICS.KWGlobal;
    expect(JSON.parse(counts))
      .to.have.nested.property("_aws.CloudWatchMetrics[0]")
      .that.deep.include({
        Namespace: "KWGlobal",
        Dimensions: [Object.keys(asked)],
      });
    expect(JSON.parse(counts)).to.include({ service: asked.service, FunctionName: "theFunction" });
  });

  it("answer a batch in columns of their own, below what Step Functions takes, and read a list's mark", async () => {
    const Items = Array.from({ length: 100 }, (_, index) => ({
      "\uFEFFphone": index % 2 === 0 ? `+1302985${String(6000 + index)}` : "\u0001".repeat(5_000),
      companyName: "\u0001".repeat(199) + "x",
      notes: "n".repeat(2_500),
    }));
    const answer = await batchHandler({ Items });
    expect([answer.results.length, answer.rejects.length]).to.deep.equal([50, 50]);
    expect(Buffer.byteLength(JSON.stringify(answer))).to.be.below(256 * 1024);
    expect(Object.keys(answer.results[0] ?? {})).to.deep.equal([
      "phone",
      "companyName",
      "status",
      "vanityNumbers",
    ]);
  });

  it("say what a batch must be", async () => {
    const failure = await batchHandler({} as VanityBatch).catch(
      (reason: unknown) => reason as Error,
    );
    expect(failure)
      .to.have.property("message")
      .that.matches(/^event must be \{Items/);
  });
});
