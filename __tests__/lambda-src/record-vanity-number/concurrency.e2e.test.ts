import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import { rowOf } from "../../../lambda-src/record-vanity-number/serve";
import { VanityTable } from "../../../lambda-src/record-vanity-number/table";
import { startSandbox, type Sandbox } from "../../../sandbox/sandbox";
import { setVariables } from "../../support/hostile-environment";
import { requires } from "../../support/requirements";

const TABLE = "cus-phone-vanity-number";
const COMPANIES = Array.from({ length: 20 }, (_, index) => `Company ${index}`);
const phone = (last: number): { e164: string; callingCode: string; national: string } => ({
  e164: `+1302985${last}`,
  callingCode: "1",
  national: `302985${last}`,
});

describe("the table of vanity numbers, when many arrive at once", function () {
  this.timeout(60_000);
  requires("moto_server");
  let restore: () => void;
  let sandbox: Sandbox;
  let table: VanityTable;
  let client: DynamoDBClient;

  before(async () => {
    sandbox = await startSandbox({
      port: 0,
      directory: mkdtempSync(join(tmpdir(), "vanity-table-")),
    });
    restore = setVariables({
      AWS_ENDPOINT_URL: sandbox.endpoint,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    });
    // Not the function's own client: on a busy machine its time-out would repeat requests whose answers are late.
    client = new DynamoDBClient({});
    table = new VanityTable(client, TABLE, 30_000);
    await client.send(
      new CreateTableCommand({
        TableName: TABLE,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: [{ AttributeName: "phone", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "phone", AttributeType: "S" }],
      }),
    );
  });
  after(async () => {
    restore();
    await sandbox.stop();
  });

  it("records one of twenty equal requests and leaves the others unchanged", async () => {
    const row = rowOf(phone(6970), "KWGlobal");
    const outcomes = await Promise.all(COMPANIES.map(() => table.record(row)));
    expect(outcomes.filter((outcome) => outcome === "recorded")).to.have.length(1);
    expect(outcomes.filter((outcome) => outcome === "unchanged")).to.have.length(19);
    expect(await table.find(row.phone)).to.deep.equal(row);
  });

  it("applies each of twenty companies for one phone once, and keeps one whole row", async () => {
    const rows = COMPANIES.map((name) => rowOf(phone(6971), name));
    const outcomes = await Promise.all(rows.map((row) => table.record(row)));
    expect(outcomes.filter((outcome) => outcome === "recorded")).to.have.length(1);
    expect(outcomes.filter((outcome) => outcome === "updated")).to.have.length(19);
    expect(rows).to.deep.include(await table.find("+13029856971"));
  });

  it("loses none of many phones", async () => {
    const phones = Array.from({ length: 60 }, (_, index) => phone(7000 + index));
    await Promise.all(phones.map((number) => table.record(rowOf(number, "KWGlobal"))));
    const { Items = [] } = await client.send(new ScanCommand({ TableName: TABLE }));
    const recorded = new Set(Items.map((item) => item.phone?.S));
    for (const { e164 } of phones) expect(recorded.has(e164)).to.equal(true);
  });

  it("has the attributes of the specification and no others", async () => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: TABLE, Limit: 1 }));
    expect(Object.keys(Items[0] ?? {}).sort()).to.deep.equal([
      "companyName",
      "phone",
      "vanityNumber",
      "vanityNumbers",
    ]);
  });
});
