import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  ListRoutingProfilesCommand,
  UpdateInstanceAttributeCommand,
  UpdateUserRoutingProfileCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { SANDBOX_ACCOUNT } from "../../../sandbox/machine/account";
import { neededFor } from "../../support/aws-actions";
import { Bootstrapped } from "../../support/bootstrapped";
import { DeployedCenter } from "../../support/deployed-center";
import { decide, listOf } from "../../support/iam-simulator";
import { LiveCenter } from "../../support/live-center";
import { copyProject } from "../../support/project-copy";
import { projectShell } from "../../support/project-shell";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

/** Node as the workflow has it, which runs TypeScript by itself. */
const NODE = "node --require ./commands/support/register.cjs";

describe("npm run pull, on what was recorded of an instance", function () {
  this.timeout(900_000);
  requires("terraform", "moto_server", "provider");

  let center: DeployedCenter;
  const project = join(mkdtempSync(join(tmpdir(), "recorded-")), "project");
  const shell = (script: string) => projectShell(center.sandbox, PROD.region, script, project);
  const record = (instance = "KWGlobal", region = PROD.region) =>
    shell(
      `${NODE} plan-review/read-instance.ts --instance ${instance} --region ${region} --output live`,
    );

  before(async () => {
    await copyProject(project);
    center = await DeployedCenter.copy();
    const live = await LiveCenter.find(center.connect);
    const of = { InstanceId: live.instanceId };
    const { RoutingProfileSummaryList: profiles = [] } = await center.connect.send(
      new ListRoutingProfilesCommand(of),
    );
    await center.connect.send(
      new UpdateUserRoutingProfileCommand({
        ...of,
        UserId: await live.userId("mary.jane"),
        RoutingProfileId: profiles.find(({ Name }) => Name === "Basic Routing Profile")?.Id,
      }),
    );
    await center.connect.send(
      new UpdateInstanceAttributeCommand({
        ...of,
        AttributeType: "OUTBOUND_CALLS",
        Value: "false",
      }),
    );
  });

  after(async () => {
    await (center as DeployedCenter | undefined)?.stop();
    rmSync(join(project, ".."), { recursive: true, force: true });
  });

  it("says what it says of the live one, and calls nothing", async () => {
    const { all } = await record();
    expect(all).to.match(/^read \d+ answers of instance KWGlobal\n?$/);
    const pulled = await shell("npm run -s pull -- prod 2>&1");
    expect(pulled.all).to.include("mary.jane").and.include("instance, outboundCalls");
    const before = center.sandbox.calls.entries().length;
    const offline = await shell(
      "env -u AWS_ENDPOINT_URL -u AWS_ACCESS_KEY_ID npm run -s pull -- prod --recorded live/instance.json 2>&1",
    );
    expect(offline).to.deep.equal(pulled);
    expect(center.sandbox.calls.entries().length).to.equal(before);
  });

  it("is recorded with the permissions of the pull role, which has no other", async () => {
    const account = { ...PROD.account, id: SANDBOX_ACCOUNT };
    const policies = Bootstrapped.synthesize({}, account).policiesOf("prod_pull");
    const before = center.sandbox.calls.entries().length;
    await record();
    const needed = center.sandbox.calls.entries().slice(before).flatMap(neededFor);
    const { instanceId } = await LiveCenter.find(center.connect);
    const of = `arn:aws:connect:${PROD.region}:${SANDBOX_ACCOUNT}`;
    const resources = ["*", `${of}:instance/${instanceId}`, `${of}:instance/${instanceId}/x/1`];
    const missing = needed.filter(
      ({ action }) =>
        !resources.some((resource) => decide(policies, { action, resource }) === "allowed"),
    );
    expect(missing).to.deep.equal([]);
    const given = policies.flatMap(({ Action }) => listOf(Action));
    expect([...new Set(needed.map(({ action }) => action))].sort()).to.deep.equal(given.sort());
  });

  it("is refused, with the reason, where nothing or something else was recorded", async () => {
    const none = await record("KWGlobal-test");
    expect(none.exitCode).to.equal(1);
    expect(none.all).to.include("there is no instance KWGlobal-test for this role");
    const strange = await record("KWGlobal", "evil.example/");
    expect(strange.exitCode).to.equal(1);
    expect(strange.all).to.include("usage: ");
    const other = await shell("npm run -s pull -- dev --recorded live/instance.json 2>&1");
    expect(other.all).to.include("must be of instance KWGlobal-dev, got KWGlobal");
    const broken = await shell(
      "echo '{}' > live/broken.json; npm run -s pull -- prod --recorded live/broken.json 2>&1",
    );
    expect(broken.all).to.include("must be what plan-review/read-instance.ts writes");
  });
});
