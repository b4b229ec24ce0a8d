import { expect } from "chai";

import { cutText, drillText } from "../../../commands/drill/drill-text";
import type { Outcome } from "../../../commands/drill/trial";

const CUT = { number: 7, seed: 42, point: { done: 12, pause: 300 } };

const HEALED: Outcome = {
  seconds: 12.34,
  wasCut: true,
  done: 40,
  total: 111,
  recovery: { steps: ["unlock", "adopt 3", "apply"], deletedKeys: 0 },
  orphanKeys: 0,
  settled: true,
  inventory: [],
  attributes: {},
  struck: {},
  calls: 900,
};

describe("What a drill prints", () => {
  it("tells each cut's moment, its recovery and the verdict", () => {
    expect(cutText(CUT, HEALED, [])).to.equal(
      "  7  seed 42          cut after 40 of 111 done, at 12.3 s; unlock, adopt 3, apply: healed",
    );
  });

  it("says of each cut which keys were there beside the right one", () => {
    expect(cutText(CUT, { ...HEALED, orphanKeys: 1 }, [])).to.include(
      "apply; nothing twice but 1 unused key, deleted: healed",
    );
    expect(cutText(CUT, { ...HEALED, orphanKeys: 2 }, [])).to.include("2 unused keys, deleted");
  });

  it("never says that nothing else is twice where something is wrong", () => {
    const text = cutText(CUT, { ...HEALED, orphanKeys: 1 }, ["2 x queue Sales"]);
    expect(text).to.include("apply; 1 unused key, deleted: NOT HEALED\n    2 x queue Sales");
    expect(cutText(CUT, "no answer", ["no answer"])).to.match(/cut after 12 done: NOT HEALED/);
  });

  it("says at the end that nothing is twice, or how many keys were", () => {
    const result = { cuts: 12, healed: 12, unusedKeys: 0 };
    expect(drillText(result, 11.04)).to.equal(
      "12 of 12: complete, each thing as it should be, and nothing twice (11.0 minutes)",
    );
    expect(drillText({ ...result, unusedKeys: 3 }, 11.04)).to.equal(
      "12 of 12: complete, each thing as it should be, and nothing twice but 3 unused keys, which it deleted (11.0 minutes)",
    );
  });
});
