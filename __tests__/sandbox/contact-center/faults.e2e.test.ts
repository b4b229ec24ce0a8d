import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

import { createClients } from "../../../commands/adopt/live-account";
import { readInventory } from "../../../commands/drill/inventory";
import { synthesize } from "../../../commands/support/stacks";
import { clientSettings } from "../../../sandbox/machine/account";
import { deploy } from "../../../sandbox/deploy";
import { faultsText } from "../../../sandbox/faults/parse-faults";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox";
import { readStack, regionOf } from "../../../sandbox/terraform/stack";
import { requires } from "../../support/requirements";

describe("KWGlobal's center, under throttling, failing services and slow creation", function () {
  this.timeout(600_000);
  requires("terraform", "moto_server", "provider");

  const output = mkdtempSync(join(tmpdir(), "faults-"));
  const stackDirectory = join(output, "stacks", "kwglobal-prod");
  let sandbox: Sandbox;

  const print = (run: string, calls: Readonly<Record<string, number>>) => {
    const all = Object.values(calls).reduce((sum, count) => sum + count, 0);
    const struck = JSON.stringify(sandbox.faults.counts());
    console.log(`      ${run}: ${all} API calls, faults so far ${struck}`);
  };

  before(async () => {
    await synthesize(output);
    const faults = { throttling: true, errors: 0.05, creating: 2000 };
    sandbox = await startSandbox({ port: 0, directory: output, faults });
    console.log(`      --faults ${faultsText(sandbox.faults.faults)}`);
  });

  after(() => sandbox.stop());

  it("is applied by the provider's own retries", async () => {
    const { plan, calls } = await deploy({ stackDirectory, sandbox });
    print("apply", calls);
    expect(plan.changes).to.equal(true);
    expect(sandbox.faults.counts()).to.include.keys("throttling", "errors", "creating");
  });

  it("has nothing left to change afterwards", async () => {
    const { plan, calls } = await deploy({ stackDirectory, sandbox });
    print("second plan", calls);
    expect(plan).to.deep.equal({ changes: false, add: 0, change: 0, remove: 0 });
  });

  it("has nothing twice", async () => {
    sandbox.faults.set({});
    const stack = await readStack(stackDirectory);
    Object.assign(process.env, clientSettings(sandbox.endpoint, regionOf(stack)));
    const clients = createClients(regionOf(stack));
    const things = await readInventory(clients, Object.keys(stack.resource ?? {}));
    Object.values(clients).forEach((client) => {
      client.destroy();
    });
    expect(things).to.include.members([
      "instance KWGlobal",
      "phone number DID",
      "queue Customer Service",
    ]);
    expect(things.filter((thing, index) => things.indexOf(thing) !== index)).to.deep.equal([]);
  });
});
