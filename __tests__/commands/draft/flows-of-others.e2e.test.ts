import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ConnectClient } from "@aws-sdk/client-connect";
import { expect } from "chai";

import { type FlowFile, flowFiles } from "../../../commands/flows/files";
import { LiveFlows } from "../../../commands/pull/live-flows";
import { clientSettings } from "../../../sandbox/machine/account";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox";
import { buildCenterAround } from "../../support/center-around-flows";
import { makeFunctionOfOthers } from "../../support/function-of-others";
import { LiveCenter } from "../../support/live-center";
import { copyProject } from "../../support/project-copy";
import { projectShell } from "../../support/project-shell";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

/** A folder of flows; FLOWS_OF_OTHERS names another one, such as exports of a public repository. */
const FLOWS = process.env.FLOWS_OF_OTHERS ?? join(__dirname, "fixtures");

describe("npm run adopt -- --write-value, on flows of others", function () {
  this.timeout(900_000);
  requires("terraform", "moto_server", "provider");

  const flows: readonly FlowFile[] = flowFiles([FLOWS]);
  const folder = mkdtempSync(join(tmpdir(), "of-others-"));
  const project = join(folder, "project");
  const functions: string[] = [];
  let sandbox: Sandbox;
  let were: ReadonlyMap<string, string>;
  let drafted: string;
  const shell = (script: string) => projectShell(sandbox, PROD.region, script, project);

  before(async () => {
    await copyProject(project);
    sandbox = await emptySandbox();
    const client = new ConnectClient({});
    const instanceId = await buildCenterAround(flows, {
      client,
      makeFunction: async (name) => {
        functions.push(name);
        return await makeFunctionOfOthers(name);
      },
    });
    were = await readFlows(client, instanceId);
    const { exitCode, all } = await shell(
      `npm run -s adopt -- prod --instance-id ${instanceId} --write-value drafted`,
    );
    expect(exitCode, all).to.equal(0);
    drafted = all;
    await sandbox.stop();
  });

  after(async () => {
    await (sandbox as Sandbox | undefined)?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("drafts a template of each", () => {
    expect(drafted).not.to.match(/^ {2}flow "/m);
    const { length } = [...were];
    expect(drafted).to.include(`${length} of ${length} flows with templates`);
  });

  it("gives what synthesizes, and what an empty sandbox takes", async () => {
    sandbox = await emptySandbox();
    for (const name of functions) await makeFunctionOfOthers(name);
    const synth = await shell("rm flow-templates/*.json && cp -R drafted/. . && npm run -s synth");
    expect(synth.exitCode, synth.all).to.equal(0);
    // The gate asks for each function that nobody here deploys, and for what it sees in others' flows only.
    const stopped = await shell("npm run -s apply -- prod --auto-approve");
    const asked = [...stopped.all.matchAll(/^ +Allows: (.*)$/gm)].map(([, what = ""]) => what);
    expect(asked, stopped.all).to.include.members(
      functions.map(
        (name) => `aws_connect_lambda_function_association.${name.replaceAll("-", "_")}: grant`,
      ),
    );
    for (const what of asked) {
      expect(what).to.match(
        /^aws_connect_(contact_flow|lambda_function_association)\.\w+: (grant|disrupt|change)$/,
      );
    }
    const allow = asked.map((what) => `--allow '${what}'`).join(" ");
    const applied = await shell(`npm run -s apply -- prod --auto-approve ${allow}`);
    expect(applied.exitCode, applied.all).to.equal(0);
    expect((await shell("npm run -s plan -- prod")).all).to.include("No changes.");
  });

  it("makes the flows that were there, as flows diff judges", async () => {
    const client = new ConnectClient({});
    const { instanceId } = await LiveCenter.find(client);
    const are = await readFlows(client, instanceId);
    expect([...are.keys()].sort()).to.deep.equal([...were.keys()].sort());
    for (const { name } of flows) {
      writeFileSync(join(folder, "was.json"), were.get(name) ?? "");
      writeFileSync(join(folder, "is.json"), are.get(name) ?? "");
      const { exitCode, all } = await shell("npm run -s flows -- diff ../was.json ../is.json");
      expect(exitCode, all).to.equal(0);
      expect(all.trim(), name).to.equal("the two versions do the same");
      expect(JSON.parse(are.get(name) ?? ""), name).to.deep.equal(JSON.parse(were.get(name) ?? ""));
    }
  });
});

async function emptySandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({ port: 0 });
  Object.assign(process.env, clientSettings(sandbox.endpoint, PROD.region));
  return sandbox;
}

/** What somebody made by hand, by name; its references by name, too, since ids differ between instances. */
async function readFlows(
  client: ConnectClient,
  instanceId: string,
): Promise<ReadonlyMap<string, string>> {
  const live = await LiveFlows.of(client, instanceId, PROD);
  const center = await LiveCenter.find(client);
  const contents = new Map<string, string>();
  for (const { Name = "" } of await center.flows()) {
    if (/^(Default|Sample) /.test(Name)) continue;
    const content = await live.content(Name, false);
    contents.set(
      Name,
      content.replaceAll(/arn:aws:(?:connect|lambda):[\w:/-]+/g, (arn) => {
        const thing = live.thing(arn);
        return thing === undefined ? arn : `${thing.kind} ${thing.name}`;
      }),
    );
  }
  return contents;
}
