import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { Workspace } from "../../../commands/acceptance/workspace";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox";
import { requires } from "../../support/requirements";

const TOPIC = "aws_sns_topic.test";

const topic = (name: string): string => `resource "aws_sns_topic" "test" {
  name         = ${name}
  display_name = file("test-fixtures/display-name.txt")
}
`;

describe("The lanes of acceptance tests", () => {
  requires("terraform", "provider", "moto_server");

  let fixtures: string;
  let sandbox: Sandbox;
  let workspace: Workspace;

  before(async () => {
    fixtures = mkdtempSync(join(tmpdir(), "acceptance-fixtures-"));
    mkdirSync(join(fixtures, "test-fixtures"));
    writeFileSync(join(fixtures, "test-fixtures", "display-name.txt"), "Harbor");
    sandbox = await startSandbox({ port: 0 });
    workspace = await Workspace.open(sandbox, "us-west-2", fixtures);
  });

  after(async () => {
    await workspace.close();
    await sandbox.stop();
    rmSync(fixtures, { recursive: true, force: true });
  });

  const attributes = (lane: `module.t${number}`) => workspace.state(lane).get(TOPIC)?.attributes;

  it("apply each its configuration, with the tests' fixtures, and know whose error is whose", async () => {
    workspace.configure("module.t1", topic('"first"'));
    workspace.configure("module.t2", 'resource "aws_sqs_queue" "test" {}');
    const errors = await workspace.apply();
    expect([...errors.keys()]).to.deep.equal(["module.t2"]);
    expect(errors.get("module.t2")?.join()).to.contain("no service");
    expect(attributes("module.t1")?.get("display_name")).to.equal("Harbor");
    expect([...workspace.notEmpty()]).to.deep.equal(["module.t1"]);
    workspace.configure("module.t2", topic('"second"'));
    expect(await workspace.apply()).to.deep.equal(new Map());
    expect(attributes("module.t2")?.get("name")).to.equal("second");
    expect(await workspace.plannedChanges()).to.deep.equal(new Map());
  });

  it("read a resource as an import does, and leave the state as it was", async () => {
    const id = attributes("module.t2")?.get("id") ?? "";
    const [imported] = await workspace.import([{ lane: "module.t2", address: TOPIC, id }]);
    expect(imported?.address).to.equal(TOPIC);
    expect(imported?.attributes.get("display_name")).to.equal("Harbor");
    expect(attributes("module.t1")?.get("name")).to.equal("first");
  });

  it("delete a resource behind Terraform's back: its next plan makes it again, and no other", async () => {
    await workspace.delete([{ lane: "module.t1", address: TOPIC }]);
    expect(await workspace.plannedChanges()).to.deep.equal(
      new Map([["module.t1", [`create module.t1.${TOPIC}`]]]),
    );
  });

  it("destroy what they have", async () => {
    expect(await workspace.destroy()).to.deep.equal(new Map());
    expect([...workspace.notEmpty()]).to.deep.equal([]);
  });
});
