import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ConnectClient } from "@aws-sdk/client-connect";
import { expect } from "chai";

import { clientSettings } from "../../../sandbox/machine/account";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox";
import { buildBayview } from "../../support/bayview";
import { addStorm } from "../../support/bayview-storm";
import { LiveCenter } from "../../support/live-center";
import { copyProject } from "../../support/project-copy";
import { projectShell } from "../../support/project-shell";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

describe("npm run adopt -- --write-value, on a center that no code knows", function () {
  this.timeout(900_000);
  requires("terraform", "moto_server", "provider");

  let sandbox: Sandbox;
  let instanceId: string;
  let drafted: string;
  let numbers: unknown;
  let content: string | undefined;
  const project = join(mkdtempSync(join(tmpdir(), "drafted-")), "project");
  const live = () => LiveCenter.find(new ConnectClient({}));
  const shell = (script: string) => projectShell(sandbox, PROD.region, script, project);

  before(async () => {
    await copyProject(project);
    sandbox = await startSandbox({ port: 0 });
    Object.assign(process.env, clientSettings(sandbox.endpoint, PROD.region));
    instanceId = await buildBayview(new ConnectClient({}));
    await addStorm(new ConnectClient({}), instanceId);
    numbers = await (await live()).numbers();
    content = (await (await live()).flow("Bayview menu"))?.Content;
  });

  after(async () => {
    await (sandbox as Sandbox | undefined)?.stop();
    rmSync(join(project, ".."), { recursive: true, force: true });
  });

  it("writes value and templates into a folder of their own", async () => {
    const { exitCode, all } = await shell(
      `npm run -s adopt -- prod --instance-id ${instanceId} --write-value drafted`,
    );
    expect(exitCode, all).to.equal(0);
    drafted = all;
    const source = readFileSync(join(project, "drafted", "kwglobal.ts"), "utf8");
    expect(source).to.include('alias: "bayview-boats"');
    expect(source).to.include('{ days: ["TUESDAY", "WEDNESDAY"], from: "07:30", to: "19:00" }');
    expect(source).to.include('hierarchyGroup: ["South pier", "Riggers"]');
    expect(source).to.include("export const ENVIRONMENTS");
    const template = readFileSync(
      join(project, "drafted", "flow-templates", "bayview-menu.json"),
      "utf8",
    );
    expect(template).to.include('"{{queue:Dock}}"').and.not.to.include("arn:aws");
  });

  it("lists what can't be expressed, and what to decide on", () => {
    expect(drafted).to.include(
      'routing profile "Boatyard" takes TASK, and the code has calls only',
    );
    expect(drafted).to.include('hours of operation "Season" has the override "Winter storage"');
    expect(drafted).to.match(/Decide on:\n {2}company is "bayview-boats"/);
  });

  it("refuses a folder that is there, and an instance that isn't", async () => {
    const again = await shell(
      `npm run -s adopt -- prod --instance-id ${instanceId} --write-value drafted`,
    );
    expect(again.exitCode).to.equal(1);
    expect(again.all).to.match(/error: --write-value must name a folder that isn't there yet/);
    const id = "11111111-1111-4111-8111-111111111111";
    const missing = await shell(`npm run -s adopt -- prod --instance-id ${id} --write-value other`);
    expect(missing.exitCode).to.equal(1);
    expect(missing.all).to.match(/error: --instance-id must be an instance in us-west-2/);
    expect(missing.all).not.to.match(/^ +at /m);
  });

  it("is taken over by adopt, which would destroy, replace and make twice nothing", async () => {
    const { exitCode, all } = await shell(
      `rm flow-templates/*.json && cp -R drafted/. . && npm run -s adopt -- prod --instance-id ${instanceId}`,
    );
    expect(exitCode, all).to.equal(0);
    expect(all).to.match(
      /Terraform's plan: \d+ to import, \d+ to change, \d+ to make, 0 to destroy/,
    );
    const made = /^In the code and not live: an apply makes\n((?: {2}.*\n)*)/m.exec(all)?.[1] ?? "";
    expect(made).not.to.match(/aws_connect_(?!instance_storage|lambda_function)/);
    const [apply = ""] = /npm run apply -- prod.*/.exec(all) ?? [];
    const applied = await shell(`${apply} --auto-approve`);
    expect(applied.exitCode, applied.all).to.equal(0);
    expect((await shell("npm run -s plan -- prod")).all).to.include("No changes.");
  });

  it("leaves number, flow and people as they were", async () => {
    const center = await live();
    const ids = (all: unknown) =>
      (all as { PhoneNumberId?: string; PhoneNumber?: string }[]).map((each) => [
        each.PhoneNumberId,
        each.PhoneNumber,
      ]);
    expect(center.instanceId).to.equal(instanceId);
    expect(ids(await center.numbers())).to.deep.equal(ids(numbers));
    expect(await center.numberFlow()).to.equal("Bayview menu");
    const now = (await center.flow("Bayview menu"))?.Content ?? "";
    expect(JSON.parse(now)).to.deep.equal(JSON.parse(content ?? ""));
  });
});
