import { expect } from "chai";

import { alarmsFor, alarmsOf, SCENARIOS } from "../../support/alarm-scenarios";
import { connectUnderTest } from "../../support/connect-under-test";
import { type Center, deployKwglobal } from "../telephone/kwglobal-instance";

describe("KWGlobal's alarms, by calls and faults of the sandbox", () => {
  if (process.env.CONNECT_INSTANCE_ID !== undefined) return;

  const under = connectUnderTest();
  let center: Center;
  before(async () => {
    center = await deployKwglobal(under);
  });

  for (const scenario of SCENARIOS) {
    const { what, rings } = scenario;
    it(`${what}: ${rings.join(", ") || "none"}`, async () => {
      expect(await alarmsOf(scenario, center)).to.deep.equal(rings);
    });
  }

  it("are all there", () => {
    const names = alarmsFor("i").map(({ AlarmName }) => AlarmName);
    for (const { rings } of SCENARIOS)
      expect(names).to.include.members(rings.map((name) => `kwglobal-${name}`));
  });
});
