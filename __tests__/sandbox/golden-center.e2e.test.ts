import { expect } from "chai";

import { DeployedCenter } from "../support/deployed-center";
import { LiveCenter } from "../support/live-center";
import { requires } from "../support/requirements";

describe("A copy of an applied center", function () {
  this.timeout(600_000);
  requires("terraform", "moto_server", "provider");

  let first: DeployedCenter;
  let second: DeployedCenter;

  before(async () => {
    second = await DeployedCenter.copy();
    // The last one, since it is where AWS clients look by themselves.
    first = await DeployedCenter.copy();
  });

  after(async () => {
    await first.stop();
    await second.stop();
  });

  it("has nothing left to change: Terraform's state came along, and no init is needed", async () => {
    first.synthesize();
    expect(await first.plan()).to.deep.equal([]);
  });

  it("may be destroyed, and another one, like the original, stays as it was", async () => {
    first.synthesize();
    await first.destroy();
    expect(await first.leftovers()).to.deep.equal([]);
    second.synthesize();
    expect(await second.plan()).to.deep.equal([]);
    const third = await DeployedCenter.copy();
    expect((await LiveCenter.find(third.connect)).instanceId).to.equal(
      (await LiveCenter.find(second.connect)).instanceId,
    );
    await third.stop();
  });

  it("that was destroyed goes back to what it was", async () => {
    await first.reset();
    expect(await first.plan()).to.deep.equal([]);
  });
});
