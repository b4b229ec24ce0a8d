import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import * as connect from "@aws-sdk/client-connect";
import { expect } from "chai";

import { connectHours } from "../../../constructs/connect/hours-of-operation";
import type { HoursOfOperationValue } from "../../../constructs/value/contact-center-value";
import { spokenHours } from "../../../constructs/value/spoken";
import { KWGLOBAL } from "../../../kwglobal";
import { DeployedCenter } from "../../support/deployed-center";
import { LiveCenter } from "../../support/live-center";
import { copyProject } from "../../support/project-copy";
import { projectShell, type ShellResult } from "../../support/project-shell";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

/** Its input is what the code wants, whatever is live: a plan shows that it will look, and it finds all right. */
const RECONCILER = "aws_lambda_invocation.queue_quick_connects";

describe("npm run pull, on what was changed beside the flows", function () {
  this.timeout(900_000);
  requires("terraform", "moto_server", "provider");

  let center: DeployedCenter;
  let live: LiveCenter;
  let of: { readonly InstanceId: string };
  const project = join(mkdtempSync(join(tmpdir(), "pulled-")), "project");

  const shell = (script: string): Promise<ShellResult> =>
    projectShell(center.sandbox, PROD.region, script, project);
  const pull = (args = "") => shell(`npm run -s pull -- prod ${args}`);
  const plan = () => shell("npm run -s plan -- prod");
  const source = () => readFileSync(join(project, "kwglobal.ts"), "utf8");

  before(async () => {
    await copyProject(project);
    center = await DeployedCenter.copy();
    live = await LiveCenter.find(center.connect);
    of = { InstanceId: live.instanceId };
  });

  after(async () => {
    await (center as DeployedCenter | undefined)?.stop();
    rmSync(join(project, ".."), { recursive: true, force: true });
  });

  it("finds nothing to do after an apply", async () => {
    const { exitCode, all } = await pull();
    expect(all).to.match(/agent status, .* and hierarchy: as the code says$/m);
    expect(all).to.include("next: nothing to do");
    expect(exitCode, all).to.equal(0);
  });

  it("brings a user's profile home, and the plan is empty again", async () => {
    const UserId = await live.userId("mary.jane");
    const { RoutingProfileSummaryList: profiles = [] } = await center.connect.send(
      new connect.ListRoutingProfilesCommand(of),
    );
    await center.connect.send(
      new connect.UpdateUserRoutingProfileCommand({
        ...of,
        UserId,
        RoutingProfileId: profiles.find(({ Name }) => Name === "Business Consulting")?.Id,
      }),
    );
    await center.connect.send(
      new connect.UpdateUserPhoneConfigCommand({
        ...of,
        UserId,
        PhoneConfig: { PhoneType: "SOFT_PHONE", AutoAccept: true, AfterContactWorkTimeLimit: 180 },
      }),
    );
    expect((await plan()).all).to.include("aws_connect_user.mary_jane");
    const told = await pull();
    expect(told.all).to.match(
      /kwglobal\.ts:\d+: routingProfile: "Business Consulting" in place of "Customer Service"/,
    );
    expect(told.exitCode).to.equal(1);
    expect(source()).not.to.include("autoAccept: true");
    const written = await pull("--write");
    expect(written.exitCode, written.all).to.equal(0);
    expect(source()).to.include("phone: { autoAccept: true },");
    expect((await plan()).all).to.include("No changes.");
  });

  it("brings hours home with the words that tell them, and the plan changes only the alarm that watches them", async () => {
    const [hours] = KWGLOBAL.hoursOfOperation as [HoursOfOperationValue];
    const changed: HoursOfOperationValue = {
      ...hours,
      open: [{ days: ["MONDAY", "TUESDAY"], from: "08:30", to: "17:00" }],
    };
    const { HoursOfOperationSummaryList: all = [] } = await center.connect.send(
      new connect.ListHoursOfOperationsCommand(of),
    );
    await center.connect.send(
      new connect.UpdateHoursOfOperationCommand({
        ...of,
        HoursOfOperationId: all.find(({ Name }) => Name === hours.name)?.Id,
        Config: [...connectHours(changed).Config],
      }),
    );
    for (const { name } of KWGLOBAL.flows.filter(({ announces }) => announces === hours.name)) {
      const flow = await live.flow(name);
      const content = flow?.Content?.replaceAll(spokenHours(hours), spokenHours(changed));
      expect(content).not.to.equal(flow?.Content);
      await center.connect.send(
        new connect.UpdateContactFlowContentCommand({
          ...of,
          ContactFlowId: flow?.Id,
          Content: content,
        }),
      );
    }
    expect((await plan()).all).to.include("aws_connect_hours_of_operation.");
    const written = await pull("--write");
    expect(written.exitCode, written.all).to.equal(0);
    expect(source()).to.include('days: ["MONDAY", "TUESDAY"], from: "08:30", to: "17:00"');
    const planned = await plan();
    // The alarm that watches open hours follows them: nobody has set it by hand.
    expect(planned.all).to.include("aws_cloudwatch_metric_alarm.no_calls");
    expect(planned.all).to.match(/Plan: 0 to add, 1 to change, 0 to destroy/);
    expect((await pull()).all).to.include("next: nothing to do");
  });

  it("brings a queue's list of quick connects home, the plan shows the run that looks, and the apply settles it", async () => {
    const queue = await live.queue("Customer Service");
    const listed = await live.queueQuickConnects(queue.id);
    const gone = listed.find(({ Name }) => Name === "Management")?.Id ?? "";
    await center.connect.send(
      new connect.DisassociateQueueQuickConnectsCommand({
        ...of,
        QueueId: queue.id,
        QuickConnectIds: [gone],
      }),
    );
    const drifted = await plan();
    expect(drifted.all).to.match(/lacks quick connect .{0,9}Management/);
    const written = await pull("--write");
    expect(written.exitCode, written.all).to.equal(0);
    expect(source()).to.include('quickConnects: ["Business Consulting", "Mary Jane"],');
    expect((await plan()).all).to.include(RECONCILER);
    // The alarm that follows the hours of the test above is still to be applied.
    const applied = await shell(
      "npm run -s apply -- prod --auto-approve --allow 'aws_cloudwatch_metric_alarm.no_calls: disrupt'",
    );
    expect(applied.exitCode, applied.all).to.equal(0);
    expect((await plan()).all).to.include("No changes.");
  });

  it("gives a queue that was made by hand as code to paste, and writes nothing", async () => {
    const { HoursOfOperationSummaryList: all = [] } = await center.connect.send(
      new connect.ListHoursOfOperationsCommand(of),
    );
    await center.connect.send(
      new connect.CreateQueueCommand({
        ...of,
        Name: "Night desk",
        HoursOfOperationId: all.find(({ Name }) => Name === "Basic Hours")?.Id,
      }),
    );
    const before = source();
    const { exitCode, all: text } = await pull("--write");
    expect(exitCode).to.equal(1);
    expect(text).to.include('queue "Night desk" is not in the code');
    expect(text).to.include('name: "Night desk",');
    expect(text).to.include("npm run adopt");
    expect(source()).to.equal(before);
  });
});
