import { expect } from "chai";
import { rowOf } from "../../../lambda-src/record-vanity-number/serve";
import {
  createDynamoDBClient,
  VanityTable,
  type VanityRow,
} from "../../../lambda-src/record-vanity-number/table";
import { FaultyDynamoDB, memoryTable, type Fault } from "./faulty-dynamodb";
import { setVariables } from "../../support/hostile-environment";

const PHONE = { e164: "+13029856970", callingCode: "1", national: "3029856970" };
const row = (companyName: string, requestedAt?: string): VanityRow => ({
  ...rowOf(PHONE, companyName),
  ...(requestedAt === undefined ? {} : { requestedAt }),
});
const [JANUARY, FEBRUARY] = ["2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"];

describe("the table of vanity numbers, behind a DynamoDB that misbehaves", () => {
  let restore: () => void;
  let memory: ReturnType<typeof memoryTable>;
  let dynamodb: FaultyDynamoDB;
  let table: VanityTable;

  beforeEach(async () => {
    memory = memoryTable();
    dynamodb = new FaultyDynamoDB(memory.backend);
    restore = setVariables({
      AWS_ENDPOINT_URL_DYNAMODB: await dynamodb.start(),
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    });
    table = new VanityTable(createDynamoDBClient(), "cus-phone-vanity-number");
  });
  afterEach(async () => {
    restore();
    await dynamodb.stop();
  });

  const survivable: Fault[][] = [
    ["throttle"],
    ["error"],
    ["reset"],
    ["throttle", "error"],
    ["reset", "reset"],
    ["hang"],
    ["slow"],
  ];
  for (const faults of survivable)
    it(`records once in spite of ${faults.join(", then ")}`, async () => {
      dynamodb.faults = [...faults];
      expect(await table.record(row("KWGlobal"))).to.equal("recorded");
      expect(memory.rows.size).to.equal(1);
      expect(memory.writes).to.equal(1);
    });

  it("writes once when the answer to the write is lost, and then calls it unchanged", async () => {
    dynamodb.faults = ["reset-after-write"];
    expect(await table.record(row("KWGlobal"))).to.equal("unchanged");
    expect(memory.writes).to.equal(1);
    expect(await table.find(PHONE.e164)).to.deep.equal(row("KWGlobal"));
  });

  it("gives up on an endpoint that hangs before Connect does, and the next try records", async () => {
    dynamodb.faults = ["hang", "hang", "hang"];
    const began = Date.now();
    const error: unknown = await table.record(row("KWGlobal")).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(Error);
    expect(Date.now() - began).to.be.below(6_000);
    expect(await table.record(row("KWGlobal"))).to.equal("recorded");
  });

  it("throws what three attempts could not overcome, so that the event is retried", async () => {
    dynamodb.faults = ["error", "error", "error"];
    const error = await table.record(row("KWGlobal")).catch((reason: unknown) => reason as Error);
    expect(error).to.have.property("name", "InternalServerError");
    expect(memory.writes).to.equal(0);
  });

  it("changes nothing for a repeat and updates for another company name", async () => {
    expect(await table.record(row("KWGlobal"))).to.equal("recorded");
    expect(await table.record(row("KWGlobal"))).to.equal("unchanged");
    expect(await table.record(row("Joyous Trading"))).to.equal("updated");
    expect(memory.writes).to.equal(2);
    expect(await table.find(PHONE.e164)).to.deep.equal(row("Joyous Trading"));
  });

  it("finds nothing for a phone that was never recorded", async () => {
    expect(await table.find("+15550000000")).to.equal(undefined);
  });

  it("asks for PutItem for a new phone, and for UpdateItem only to change it", async () => {
    await table.record(row("KWGlobal"));
    await table.record(row("KWGlobal"));
    expect(dynamodb.operations).to.deep.equal(["PutItem", "PutItem"]);
    await table.record(row("Joyous Trading"));
    await table.find(PHONE.e164);
    expect(dynamodb.operations.slice(2)).to.deep.equal(["PutItem", "UpdateItem", "GetItem"]);
  });

  it("never writes an older name over a newer one, where both say when they were given", async () => {
    expect(await table.record(row("Old Name", JANUARY))).to.equal("recorded");
    expect(await table.record(row("New Name", FEBRUARY))).to.equal("updated");
    expect(await table.record(row("Old Name", JANUARY))).to.equal("superseded");
    expect(await table.find(PHONE.e164)).to.deep.equal(row("New Name"));
    expect(await table.record(row("New Name", FEBRUARY))).to.equal("unchanged");
    expect(await table.record(row("Other Name", FEBRUARY))).to.equal("updated");
  });

  it("keeps the later time of one name, so that what was given in between stays out", async () => {
    await table.record(row("A", JANUARY));
    await table.record(row("A", FEBRUARY));
    expect(await table.record(row("B", "2026-01-15T00:00:00.000Z"))).to.equal("superseded");
  });

  it("takes a name without a time as today: it overwrites, and the time stays", async () => {
    await table.record(row("A", FEBRUARY));
    expect(await table.record(row("B"))).to.equal("updated");
    expect(await table.record(row("A", JANUARY))).to.equal("superseded");
    expect((await table.find(PHONE.e164))?.companyName).to.equal("B");
  });

  it("takes the last request to arrive for the newest, a late retry too, where none has a time", async () => {
    await table.record(row("Old Name"));
    await table.record(row("New Name"));
    expect(await table.record(row("Old Name"))).to.equal("updated");
  });
});
