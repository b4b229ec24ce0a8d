import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "chai";
import { Terraform, TerraformError } from "../../../sandbox/terraform/terraform";
import type { TerraformMessage } from "../../../sandbox/terraform/terraform-message";
import { requires } from "../../support/requirements";

describe("Terraform", function () {
  this.timeout(60_000);
  requires("terraform");

  const messages: TerraformMessage[] = [];

  /** Terraform on a configuration of built-in resources, which need no provider. */
  const terraformOn = (configuration: object) => {
    const directory = mkdtempSync(join(tmpdir(), "terraform-"));
    writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify(configuration));
    return terraformIn(directory);
  };

  const terraformIn = (directory: string, interrupt?: AbortSignal) =>
    Terraform.find({
      directory,
      workDirectory: directory,
      environment: process.env,
      onMessage: (message) => messages.push(message),
      ...(interrupt && { interrupt }),
    });

  const failureOf = async (work: Promise<unknown>) => {
    const error: unknown = await work.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TerraformError);
    return (error as Error).message;
  };

  it("plans, applies, shows and destroys", async () => {
    const terraform = await terraformOn({
      resource: { terraform_data: { one: { input: 1 } } },
      output: { one: { value: "${terraform_data.one.output}" } },
    });
    await terraform.init();
    await terraform.validate();
    expect(await terraform.plan("kept")).to.deep.equal({
      changes: true,
      add: 1,
      change: 0,
      remove: 0,
    });
    await terraform.apply("kept");
    expect((await terraform.plan()).changes).to.equal(false);
    expect((await terraform.output()).one?.value).to.equal(1);
    expect(await terraform.stateList()).to.deep.equal(["terraform_data.one"]);
    expect(await terraform.show()).to.have.nested.property("values.root_module");
    const done = messages.filter(({ type }) => type === "apply_complete");
    expect(done.map(({ hook }) => hook?.resource?.addr)).to.deep.equal(["terraform_data.one"]);
    await terraform.destroy();
    expect(await terraform.stateList()).to.deep.equal([]);
  });

  it("says what is wrong with a configuration, without frames", async () => {
    const terraform = await terraformOn({ resource: { terraform_data: { one: { inptu: 1 } } } });
    await terraform.init();
    const message = await failureOf(terraform.plan());
    expect(message).to.contain("terraform plan failed: ").and.contain("inptu");
    expect(message).not.to.match(/[╷│╵]/);
    expect(await failureOf(terraform.validate())).to.contain("inptu");
  });

  it("says what a failed apply found, with the resource's address", async () => {
    const terraform = await terraformOn({
      resource: {
        terraform_data: {
          one: { provisioner: [{ "local-exec": { command: "echo no such queue >&2; exit 3" } }] },
        },
      },
    });
    await terraform.init();
    expect(await failureOf(terraform.apply()))
      .to.contain("terraform_data.one")
      .and.contain("exit status 3");
  });

  it("ends when it is interrupted, and lets go of the state", async () => {
    const directory = mkdtempSync(join(tmpdir(), "terraform-"));
    const slow = { provisioner: [{ "local-exec": { command: "sleep 50" } }] };
    const configuration = { resource: { terraform_data: { slow } } };
    writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify(configuration));
    const interrupt = new AbortController();
    const terraform = await terraformIn(directory, interrupt.signal);
    await terraform.init();
    const applying = failureOf(terraform.apply());
    const isSleeping = ({ type, hook }: TerraformMessage) =>
      type === "provision_start" && hook?.resource?.addr === "terraform_data.slow";
    while (!messages.some(isSleeping)) await wait(50);
    interrupt.abort();
    expect(await applying).to.equal("terraform apply was interrupted");
    const later = await terraformIn(directory);
    expect(await later.stateList()).to.deep.equal(["terraform_data.slow"]);
  });

  it("names the cure when a provider cannot be had", async () => {
    const terraform = await terraformOn({
      terraform: { required_providers: { none: { source: "nowhere.invalid/nobody/none" } } },
    });
    expect(await failureOf(terraform.init())).to.match(/KW_TERRAFORM_MIRROR=|local mirror/);
  });
});
