import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ConnectClient, ListInstancesCommand } from "@aws-sdk/client-connect";
import { expect } from "chai";

import { clientSettings } from "../../sandbox/machine/account";
import { sandboxEnvironment } from "../../sandbox/machine/environment";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox";
import { Terraform } from "../../sandbox/terraform/terraform";
import { requires } from "../support/requirements";

const CONFIGURATION = join(__dirname, "every-connect-resource");
const REGION = "us-east-1";

describe("Every Connect resource and data source of provider 5.100.0", () => {
  requires("terraform", "moto_server", "provider");

  let sandbox: Sandbox;
  let directory: string;

  const terraform = (changed: boolean) =>
    Terraform.find({
      directory,
      workDirectory: sandbox.directory,
      environment: {
        ...sandboxEnvironment(process.env, sandbox.endpoint, REGION),
        TF_VAR_changed: String(changed),
      },
    });

  before(async () => {
    sandbox = await startSandbox({ port: 0 });
    directory = mkdtempSync(join(tmpdir(), "every-connect-resource-"));
    cpSync(CONFIGURATION, directory, { recursive: true });
    await (await terraform(false)).init();
  });

  after(async () => {
    await sandbox.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  for (const [stage, changed] of [
    ["is created", false],
    ["is updated in place", true],
  ] as const) {
    it(`${stage}, and then has an empty plan`, async () => {
      const run = await terraform(changed);
      const plan = await run.plan();
      expect(plan.remove, "nothing is replaced").to.equal(0);
      expect(changed ? plan.change : plan.add).to.be.greaterThan(0);
      await run.apply();
      expect(await run.plan()).to.deep.equal({ changes: false, add: 0, change: 0, remove: 0 });
    });
  }

  it("is destroyed, and leaves no instance", async () => {
    await (await terraform(true)).destroy();
    const { AWS_ACCESS_KEY_ID: key = "" } = clientSettings(sandbox.endpoint, REGION);
    const connect = new ConnectClient({
      endpoint: sandbox.endpoint,
      region: REGION,
      credentials: { accessKeyId: key, secretAccessKey: key },
    });
    const { InstanceSummaryList } = await connect.send(new ListInstancesCommand({}));
    expect(InstanceSummaryList).to.deep.equal([]);
  });
});
