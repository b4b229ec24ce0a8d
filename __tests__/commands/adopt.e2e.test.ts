import { ConnectClient } from "@aws-sdk/client-connect";
import { expect } from "chai";

import { clientSettings } from "../../sandbox/machine/account";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox";
import { buildByHand, type HandMadeCenter } from "../support/hand-made/build-by-hand";
import { CONSOLE_BUCKET } from "../support/hand-made/instance";
import { everythingIn } from "../support/leftovers";
import { LiveCenter } from "../support/live-center";
import { projectShell } from "../support/project-shell";
import { requires } from "../support/requirements";
import { PROD, synthesize } from "../support/synthesized";

/** What the console made is kept for ever, and the code's retention is shorter: that must be named. */
const SHORTER = "aws_cloudwatch_log_group.instance_flow_logs";

describe("npm run adopt, on a center that was clicked together by hand", () => {
  requires("terraform", "moto_server", "provider");

  let sandbox: Sandbox;
  let byHand: HandMadeCenter;
  let existed: string[];
  let adopted: string;
  const connect = () => new ConnectClient({});
  const shell = (script: string) => projectShell(sandbox, PROD.region, script);

  before(async () => {
    sandbox = await startSandbox({ port: 0 });
    Object.assign(process.env, clientSettings(sandbox.endpoint, PROD.region));
    byHand = await buildByHand(PROD.region);
    existed = await everythingIn(connect());
  });

  after(async () => {
    await sandbox.stop();
  });

  it("refuses an instance that isn't there", async () => {
    const id = "11111111-1111-4111-8111-111111111111";
    const { exitCode, all } = await shell(`npm run -s adopt -- prod --instance-id ${id}`);
    expect(exitCode).to.equal(1);
    expect(all).to.match(
      new RegExp(
        `error: --instance-id must be an instance of account \\d+ in us-west-2, got ${id}`,
      ),
    );
    expect(all).not.to.match(/^ +at /m);
  });

  it("refuses an instance of another alias, since Connect can't change it", async () => {
    const { exitCode, all } = await shell(
      `npm run -s adopt -- dev --instance-id ${byHand.instanceId}`,
    );
    expect(exitCode).to.equal(1);
    expect(all).to.include(
      "has the instance alias KWGlobal, the code KWGlobal-dev: Connect can't change it",
    );
  });

  it("finds everything of the code's names, and would destroy nothing", async () => {
    const { exitCode, all } = await shell(
      `npm run -s adopt -- prod --instance-id ${byHand.instanceId}`,
    );
    expect(exitCode, all).to.equal(0);
    adopted = all;
    // Instance, 4 storages, number, levels, 9 groups, 4 users, hours, 2 queues, 4 quick connects,
    // 2 routing profiles, 2 flows, function and its association, role and its policy, table, logs.
    expect(all).to.match(/^37 resources are live and not in the state \(which has 0\)/m);
    const made = synthesize().addresses().length - 37;
    expect(all).to.match(
      new RegExp(`Terraform's plan: 37 to import, \\d+ to change, ${made} to make, 0 to destroy`),
    );
  });

  it("says what it leaves alone: what is live and in no code", () => {
    expect(paragraph(adopted, "Live and not in the code").sort()).to.deep.equal([
      'agent status "Training"',
      'flow "Trying things out"',
      'queue "Overflow"',
      'user "temp.agent"',
    ]);
  });

  it("says field by field what an apply would change", () => {
    expect(adopted).to.include('description: "CS" → "Callers who chose customer service"');
    expect(adopted).to.include('billing_mode: "PROVISIONED" → "PAY_PER_REQUEST"');
    expect(adopted).to.include(`"${CONSOLE_BUCKET}" → known once it is made`);
    expect(adopted).to.include("after_contact_work_time_limit: 30 → 180");
  });

  it("ends with the command that applies it, and what must be named for that", () => {
    expect(adopted).to.match(new RegExp(`npm run apply -- prod .*--allow '${SHORTER}: unprotect'`));
  });

  it("has the apply take it over; the second plan is empty", async () => {
    const [apply = ""] = /npm run apply -- prod .*/.exec(adopted) ?? [];
    const applied = await shell(`${apply} --auto-approve`);
    expect(applied.exitCode, applied.all).to.equal(0);
    const { exitCode, all } = await shell("npm run -s plan -- prod");
    expect(exitCode, all).to.equal(0);
    expect(all).to.include("No changes.");
  });

  it("keeps the ids of what was there, and makes nothing twice", async () => {
    const live = await LiveCenter.find(connect());
    const numbers = await live.numbers();
    expect(live.instanceId).to.equal(byHand.instanceId);
    expect(numbers.map((each) => [each.PhoneNumberId, each.PhoneNumber])).to.deep.equal([
      [byHand.phoneNumberId, byHand.phoneNumber],
    ]);
    expect((await live.queue("Customer Service")).id).to.equal(
      byHand.ids.get("queue Customer Service"),
    );
    expect(await live.userId("mary.jane")).to.equal(byHand.ids.get("user mary.jane"));
    const now = await everythingIn(connect());
    expect(now).to.include.members(existed);
    expect(now).to.have.lengthOf(new Set(now).size);
  });

  it("leaves alone what isn't in the code", async () => {
    const live = await LiveCenter.find(connect());
    expect(await live.queueNames()).to.include("Overflow");
    expect(await live.userId("temp.agent")).to.equal(byHand.ids.get("user temp.agent"));
    expect((await live.flow("Trying things out"))?.Id).to.equal(
      byHand.ids.get("flow Trying things out"),
    );
  });

  it("then has nothing left to do", async () => {
    const { exitCode, all } = await shell("npm run -s adopt -- prod");
    expect(exitCode, all).to.equal(0);
    expect(all).to.match(/Nothing to import: \d+ resources are in the state/);
    expect(all).to.match(/Nothing to do\.$/);
  });
});

/** The lines below a heading. */
function paragraph(text: string, heading: string): string[] {
  const [, lines = ""] = new RegExp(`^${heading}.*\\n((?: {2}.*\\n?)*)`, "m").exec(text) ?? [];
  return lines
    .trimEnd()
    .split("\n")
    .map((line) => line.trim());
}
