import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { LiveInstance } from "../../../commands/adopt/live-instance";
import { readLiveValue } from "../../../commands/adopt/live-value/read";
import { draftCenter } from "../../../commands/draft/draft";
import { draftValue } from "../../../commands/draft/draft-value";
import { thingChanges } from "../../../commands/pull/thing-changes";
import type { ContactCenterValue } from "../../../constructs/value/contact-center-value";
import { buildBayview } from "../../support/bayview";
import { connectUnderTest } from "../../support/connect-under-test";
import { PROD } from "../../support/synthesized";

describe("the draft of a center that was made by hand", () => {
  const under = connectUnderTest();
  let instance: LiveInstance;
  let center: ContactCenterValue;
  const folder = join(mkdtempSync(join(tmpdir(), "draft-")), "drafted");

  before(async function () {
    if (process.env.CONNECT_INSTANCE_ID !== undefined) this.skip();
    instance = new LiveInstance(under.client, await buildBayview(under.client));
    const live = await readLiveValue(instance, []);
    ({ center } = await draftValue(instance, live, ""));
    // All but a description, which the value needs and the status hasn't.
    expect(thingChanges(center, live, "2026-11-27").map(({ name }) => name)).to.deep.equal([
      "At sea",
    ]);
  });

  after(() => {
    rmSync(join(folder, ".."), { recursive: true, force: true });
  });

  it("has the schedule by days, with its holidays", () => {
    expect(center.hoursOfOperation).to.deep.equal([
      {
        name: "Season",
        timeZone: "America/New_York",
        open: [
          { days: ["TUESDAY", "WEDNESDAY"], from: "07:30", to: "19:00" },
          { days: ["SATURDAY"], from: "07:30", to: "12:00" },
        ],
        holidays: [{ name: "Regatta", date: "2027-07-04" }],
      },
    ]);
  });

  it("has queues, quick connects, profiles and statuses by name", () => {
    const shared = {
      hoursOfOperation: "Season",
      outboundCallerIdName: "Bayview",
      outboundWhisperFlow: "Default outbound",
    };
    expect(center.queues).to.deep.equal([
      { name: "Dock", ...shared, quickConnects: ["Ann", "Harbor master"] },
      { name: "Parts", ...shared, quickConnects: [], maxContacts: 7 },
    ]);
    expect(center.quickConnects).to.deep.equal([
      { name: "Harbor master", type: "PHONE_NUMBER", phoneNumber: "+12075550111" },
      { name: "Ann", type: "USER", user: "ann", flow: "Default agent transfer" },
    ]);
    expect(center.routingProfiles).to.deep.equal([
      {
        name: "Boatyard",
        description: "Dock first",
        voice: 1,
        defaultOutboundQueue: "Dock",
        queues: [
          { queue: "Dock", priority: 1, delaySeconds: 0 },
          { queue: "Parts", priority: 2, delaySeconds: 30 },
        ],
      },
    ]);
    expect(center.agentStatuses).to.deep.equal([{ name: "At sea", description: "At sea" }]);
  });

  it("has people with their groups and telephones, and nothing of a password", () => {
    const shared = { lastName: "Bay", securityProfiles: ["Agent"], routingProfile: "Boatyard" };
    expect(center.users).to.deep.equal([
      {
        username: "ann",
        firstName: "ann",
        ...shared,
        hierarchyGroup: ["South pier", "Riggers"],
        phone: { afterCallWorkSeconds: 20 },
      },
      { username: "bob", firstName: "bob", ...shared, hierarchyGroup: [] },
    ]);
    expect(center.hierarchy).to.deep.equal({
      levels: ["Yard", "Crew"],
      groups: [{ name: "South pier", groups: [{ name: "Riggers" }] }],
    });
  });

  it("has the number with the flow that answers it", () => {
    expect(center.phoneNumber).to.deep.equal({
      country: "US",
      type: "DID",
      prefix: "+1207",
      flow: "Bayview menu",
    });
  });

  it("refuses an environment whose suffix the alias doesn't have", async () => {
    const live = await readLiveValue(instance, []);
    const refused = await draftValue(instance, live, "-dev").catch((error: unknown) => error);
    expect(String(refused)).to.include("must end in the environment's suffix -dev");
  });

  it("is written with templates whose references are holes, and tells what isn't in it", async () => {
    const told = await draftCenter(instance, PROD, folder);
    const source = readFileSync(join(folder, "kwglobal.ts"), "utf8");
    expect(source).to.include('alias: "bayview-boats"').and.include("export const ENVIRONMENTS");
    const template = readFileSync(join(folder, "flow-templates", "bayview-menu.json"), "utf8");
    expect(template).to.include('"{{queue:Dock}}"').and.not.to.include("arn:aws");
    const written = JSON.parse(template) as { readonly StartAction: string };
    expect(written.StartAction).to.equal("0c1de5ad-1c5b-4a0e-9d1a-000000000000");
    expect(template).to.include("0c1de5ad-1c5b-4a0e-9d1a-000000000006");
    expect(template).to.include("7d3f0a6e-0000-4c1b-8a3c-000000000002");
    expect(told).to.include('routing profile "Boatyard" takes TASK');
    expect(told).to.include('the override "Winter storage" from 2027-11-01 to 2027-11-14');
    expect(told).to.include(
      'the event "Stocktaking" (CLOSED, Frequency YEARLY, Interval 1, ByMonth 3, ByMonthDay -1) from 2027-01-01 to 2029-12-31, which the code can\'t say: an apply leaves it as it is',
    );
    expect(existsSync(join(folder, "flow-templates", "message.json"))).to.equal(true);
  });

  it("doesn't write over a draft that is there", async () => {
    const refused = await draftCenter(instance, PROD, folder).catch((error: unknown) => error);
    expect(String(refused)).to.include("must name a folder that isn't there yet");
  });
});
