import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { LiveInstance } from "../../../commands/adopt/live-instance";
import { draftCenter } from "../../../commands/draft/draft";
import { buildBayview } from "../../support/bayview";
import { addStorm } from "../../support/bayview-storm";
import { connectUnderTest } from "../../support/connect-under-test";
import { PROD } from "../../support/synthesized";

describe("a draft of flows that can't be templates", () => {
  const under = connectUnderTest();
  const folder = join(mkdtempSync(join(tmpdir(), "draft-")), "drafted");
  let told: string;
  let source: string;

  before(async function () {
    if (process.env.CONNECT_INSTANCE_ID !== undefined) this.skip();
    const id = await buildBayview(under.client);
    await addStorm(under.client, id);
    told = await draftCenter(new LiveInstance(under.client, id), PROD, folder);
    source = readFileSync(join(folder, "kwglobal.ts"), "utf8");
  });

  after(() => {
    rmSync(join(folder, ".."), { recursive: true, force: true });
  });

  it("leaves them out, and the flows that lead to them, with the reason", () => {
    expect(source)
      .to.include('name: "Bayview menu"')
      .and.not.to.match(/name: ".*[Ss]torm/);
    expect(told).to.match(/flow "Storm warning": ".+" has \{\{knots\}\} in its words/);
    expect(told).to.match(/flow "To the storm warning": ".+" refers to the flow "Storm warning"/);
    expect(told).to.include("and 1 of 5 flows with templates");
    expect(existsSync(join(folder, "flow-templates", "storm-warning.json"))).to.equal(false);
  });

  it("says what becomes of them, and of what used them", () => {
    expect(told).to.include(
      'flow "Storm warning" is left out: it stays in the instance as it is, and no apply changes it',
    );
    expect(told).to.include('quick connect "Storm desk" leads through a flow that is left out');
    expect(source).to.include('quickConnects: ["Ann", "Harbor master"]');
    expect(told).to.include('queue "Parts" has an outbound whisper flow that is left out');
    expect(source.match(/outboundWhisperFlow: "Default outbound"/g)).to.have.length(2);
  });
});
