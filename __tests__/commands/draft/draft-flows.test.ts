import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AssociateLambdaFunctionCommand } from "@aws-sdk/client-connect";
import { expect } from "chai";

import { LiveInstance } from "../../../commands/adopt/live-instance";
import { draftCenter } from "../../../commands/draft/draft";
import { flowFiles } from "../../../commands/flows/files";
import { buildCenterAround } from "../../support/center-around-flows";
import { connectUnderTest } from "../../support/connect-under-test";
import { PROD } from "../../support/synthesized";

describe("the draft of flows that name functions, hours, prompts and queues", () => {
  const under = connectUnderTest();
  const folder = join(mkdtempSync(join(tmpdir(), "draft-")), "drafted");
  const elsewhere = "arn:aws:lambda:us-east-1:999999999999:function:of-another-account";
  let told: string;
  let source: string;

  before(async function () {
    if (process.env.CONNECT_INSTANCE_ID !== undefined) this.skip();
    const id = await buildCenterAround(flowFiles([join(__dirname, "fixtures")]), {
      client: under.client,
      makeFunction: (name) =>
        Promise.resolve(`arn:aws:lambda:us-east-1:123456789012:function:${name}`),
    });
    for (const FunctionArn of [
      elsewhere,
      elsewhere.replace(/9{12}.*/, "123456789012:function:own:3"),
    ])
      await under.client.send(new AssociateLambdaFunctionCommand({ InstanceId: id, FunctionArn }));
    told = await draftCenter(new LiveInstance(under.client, id), PROD, folder);
    source = readFileSync(join(folder, "kwglobal.ts"), "utf8");
  });

  after(() => {
    rmSync(join(folder, ".."), { recursive: true, force: true });
  });

  it("has the functions of the instance's account by name, and holes for them", () => {
    expect(source).to.include('otherFunctions: ["function-of-others-1", "function-of-others-2"]');
    const template = readFileSync(join(folder, "flow-templates", "claims-line.json"), "utf8");
    for (const hole of [
      "{{function:function-of-others-1}}",
      "{{hours:Hours 1}}",
      "{{queue:Queue 1}}",
      "{{flow:Claims queue}}",
    ]) {
      expect(template).to.include(`"${hole}"`);
    }
    expect(template)
      .to.match(/"\{\{prompt:\w+\.wav\}\}"/)
      .and.not.to.include("arn:aws");
  });

  it("tells which functions stay in no code: those of another account, and versions", () => {
    expect(told).to.include(`${elsewhere} stays in no code`);
    expect(told).to.include("function:own:3 stays in no code");
    expect(told).to.include("in an account without function-of-others-1, function-of-others-2");
  });

  it("marks flows as found", () => {
    expect(source.match(/asFound: true/g)).to.have.length(6);
  });
});
