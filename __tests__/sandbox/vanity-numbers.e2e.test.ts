import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

import { DynamoDBClient, GetItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { GetFunctionCommand, InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { expect } from "chai";
import { execa } from "execa";

import type {
  ContactCenterValue,
  FlowValue,
  VanityNumbersValue,
} from "../../constructs/value/contact-center-value";
import { KWGLOBAL } from "../../kwglobal";
import { judge } from "../../plan-review/gate/judge";
import { planFrom } from "../../plan-review/plan";
import { contactFlowEvent } from "../lambda-src/record-vanity-number/contact-flow-event";
import { DeployedCenter } from "../support/deployed-center";
import { requires } from "../support/requirements";

const PROJECT = join(__dirname, "..", "..");
const TABLE = "cus-phone-vanity-number";
const vanityFlow: FlowValue = {
  name: "KWGlobal vanity number",
  type: "CONTACT_FLOW",
  template: "vanity-number.json",
  values: { flowLogging: "Enabled", action: "record", companyName: "KWGlobal" },
};

/** The center with what the value can switch on of the service. */
const valueWith = (more: Partial<VanityNumbersValue>): Partial<ContactCenterValue> => ({
  flows: [...KWGLOBAL.flows, vanityFlow],
  vanityNumbers: {
    ...KWGLOBAL.vanityNumbers,
    bulk: { folder: "vanity-numbers", maxConcurrency: 10 },
    ...more,
  },
});

describe("The deployed vanity-number service", () => {
  requires("terraform", "moto_server", "provider");

  let deployed: DeployedCenter;
  let lambda: LambdaClient;
  let dynamodb: DynamoDBClient;

  before(async () => {
    deployed = await DeployedCenter.copy();
    lambda = new LambdaClient({});
    dynamodb = new DynamoDBClient({});
    deployed.synthesize(valueWith({}));
    await deployed.apply();
  });

  after(async () => {
    await deployed.stop();
    lambda.destroy();
    dynamodb.destroy();
  });

  async function invoke(
    event: unknown,
    FunctionName = "recordVanityNumber",
  ): Promise<Record<string, string>> {
    const { Payload, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
    );
    const text = Buffer.from(Payload ?? []).toString();
    expect(FunctionError, text).to.equal(undefined);
    return JSON.parse(text) as Record<string, string>;
  }

  const rowOf = async (phone: string) =>
    (await dynamodb.send(new GetItemCommand({ TableName: TABLE, Key: { phone: { S: phone } } })))
      .Item;

  it("stands as it was planned, with the list's state machine and the flow", async () => {
    expect(await deployed.plan()).to.deep.equal([]);
  });

  it("records a phone as the specification has it", async () => {
    const answer = await invoke({ phone: "+18003569377", companyName: "1-800-Flowers.com" });
    expect(answer).to.include({ status: "recorded", vanityNumber: "1-800-FLOWERS" });
    const row = await rowOf("+18003569377");
    expect(Object.keys(row ?? {}).sort()).to.deep.equal([
      "companyName",
      "phone",
      "vanityNumber",
      "vanityNumbers",
    ]);
    expect(row?.companyName).to.deep.equal({ S: "1-800-Flowers.com" });
    expect(row?.vanityNumber).to.deep.equal({ S: "1-800-FLOWERS" });
    expect(row?.vanityNumbers?.L?.map(({ S }) => S)).to.deep.equal(
      [1, 2, 3, 4, 5].map((rank) => answer[`vanityNumber${rank}`]),
    );
  });

  it("changes nothing for a repeat, updates for another company, and looks up", async () => {
    const phone = "+13029856970";
    expect(await invoke({ phone, companyName: "KWGlobal" })).to.include({ status: "recorded" });
    const first = await rowOf(phone);
    expect(await invoke({ phone, companyName: "KWGlobal" })).to.include({ status: "unchanged" });
    expect(await rowOf(phone)).to.deep.equal(first);
    expect(await invoke({ phone, companyName: "Joyous" })).to.include({ status: "updated" });
    expect((await rowOf(phone))?.companyName).to.deep.equal({ S: "Joyous" });
    expect(await invoke({ phone, action: "lookup" })).to.include({
      status: "found",
      companyName: "Joyous",
    });
  });

  it("keeps one whole row when twenty requests with two names arrive at once", async () => {
    const phone = "+12125550123";
    const names = ["KWGlobal", "Acme Plumbing"];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => invoke({ phone, companyName: names[n % 2] })),
    );
    const statuses = answers.map(({ status }) => status);
    // None, where the answer to the first write came late: its repetition finds the row there.
    expect(statuses.filter((status) => status === "recorded").length).to.be.at.most(1);
    expect(statuses.every((status) => /recorded|updated|unchanged/.test(status ?? ""))).to.equal(
      true,
    );
    const row = await rowOf(phone);
    const whole = answers.map((answer) => [
      answer.companyName,
      [1, 2, 3, 4, 5].map((rank) => answer[`vanityNumber${rank}`]),
    ]);
    expect(whole).to.deep.include([row?.companyName?.S, row?.vanityNumbers?.L?.map(({ S }) => S)]);
  });

  it("understands what Connect sends from a flow", async () => {
    const answer = await invoke(
      contactFlowEvent(
        { companyName: "KWGlobal" },
        { CustomerEndpoint: { Address: "+13035550142", Type: "TELEPHONE_NUMBER" } },
      ),
    );
    expect(answer.status).to.equal("recorded");
    expect(await rowOf("+13035550142")).to.not.equal(undefined);
  });

  it("skips what can never be served, and says why", async () => {
    for (const [event, reason] of [
      [contactFlowEvent({ companyName: "KWGlobal" }, { Channel: "CHAT" }), "channel-not-voice"],
      [{ phone: "anonymous", companyName: "KWGlobal" }, "phone-withheld"],
      [{ phone: "+13029856970" }, "company-name-missing"],
      [[], "event-not-understood"],
      [{ phone: { S: "x" }, companyName: "KWGlobal" }, "phone-missing"],
    ] as const)
      expect(await invoke(event)).to.deep.equal({ status: "skipped", reason });
  });

  it("serves a batch as the Distributed Map sends it, rejects apart", async () => {
    const batch = {
      Items: [
        { phone: "+14155550101", companyName: "KWGlobal", note: "first" },
        { phone: "12", companyName: "KWGlobal", note: "" },
      ],
    };
    const answer: unknown = await invoke(batch, "recordVanityNumberBatch");
    expect(answer).to.have.nested.property("results[0].status", "recorded");
    expect(answer).to.have.nested.property("rejects[0].phone", "12");
    expect(answer).to.have.nested.property("rejects[0].reason", "phone-too-short");
    expect(await rowOf("+14155550101")).to.not.equal(undefined);
  });

  it("takes other words of the operator's with the next apply, without other code", async () => {
    const folder = mkdtempSync(join(PROJECT, "node_modules", ".vanity-words-"));
    const words = relative(PROJECT, join(folder, "words.txt"));
    const [turkey, negroni] = ["+13028875391", "+13026347664"];
    const asked = async (text: string, functionName = "recordVanityNumber") => {
      writeFileSync(join(PROJECT, words), text);
      deployed.synthesize(valueWith({ words }));
      const changes = await deployed.plan();
      const { refused } = judge(planFrom(await deployed.planJson()));
      await deployed.apply();
      const { Configuration } = await lambda.send(
        new GetFunctionCommand({ FunctionName: functionName }),
      );
      const first = async (phone: string): Promise<string | undefined> => {
        const companyName = `Bar ${text.length}`;
        return (await invoke({ phone, companyName })).vanityNumber;
      };
      const numbers = [await first(turkey), await first(negroni)];
      return { changes, refused, numbers, code: Configuration?.CodeSha256 };
    };
    try {
      const before = await asked("# none yet\n");
      expect(before.numbers).to.deep.equal(["1-302-TURKEY-1", "1-302-MEG-SONG"]);
      const after = await asked("never TURKEY\nallowed NEGRONI\n");
      expect(after.changes).to.have.deep.members([
        ["aws_lambda_function.bulk_vanity_numbers_function", "update"],
        ["aws_lambda_function.vanity_numbers_function", "update"],
      ]);
      expect(after.refused).to.deep.equal([]);
      expect(after.numbers[0]).to.not.include("TURKEY");
      expect(after.numbers[1]).to.equal("1-302-NEGRONI");
      expect(after.code).to.equal(before.code);
      const batch = { Items: [{ phone: negroni, companyName: "Another Bar" }] };
      const answer: unknown = await invoke(batch, "recordVanityNumberBatch");
      expect(answer).to.have.nested.property("results[0].vanityNumbers[0]", "1-302-NEGRONI");
    } finally {
      rmSync(folder, { recursive: true, force: true });
      deployed.synthesize(valueWith({}));
      await deployed.apply();
    }
    expect((await invoke({ phone: turkey, companyName: "x" })).vanityNumber).to.match(/TURKEY/);
  });

  it("shares its table with `npm run vanity -- --record`", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vanity-list-"));
    try {
      const file = join(folder, "clients.csv");
      const phones = Array.from({ length: 40 }, (_, n) => `+1617555${String(1000 + n)}`);
      const rows = phones.map((phone) => `${phone},KWGlobal`);
      writeFileSync(file, ["phone,companyName", ...rows, "nonsense,KWGlobal", ""].join("\n"));
      const script = join(__dirname, "..", "..", "commands", "vanity.ts");
      const { stderr, exitCode } = await execa(
        process.execPath,
        [
          ...["--require", "ts-node/register/transpile-only", script],
          ...["--file", file, "--out", join(folder, "out.csv"), "--record", TABLE],
        ],
        { reject: false },
      );
      expect(stderr).to.match(/40 numbers made, 1 rows rejected/);
      expect(exitCode, "some rows are rejected").to.equal(2);
      const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: TABLE }));
      expect(Items.map(({ phone }) => phone?.S)).to.include.members(phones);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
