import { expect } from "chai";

import { quotasToRaise } from "../../../constructs/validation/quotas";
import { KWGLOBAL } from "../../../kwglobal";

describe("Default quotas", () => {
  it("are enough for KWGlobal", () => {
    expect(quotasToRaise(KWGLOBAL)).to.deep.equal([]);
  });

  it("that a center is above are named, with what to ask for", () => {
    const [queue] = KWGLOBAL.queues;
    const queues = Array.from({ length: 51 }, (_, index) => ({
      ...queue,
      name: `Queue ${index + 1}`,
    })) as typeof KWGLOBAL.queues;
    expect(quotasToRaise({ ...KWGLOBAL, queues })).to.deep.equal([
      '51 are more than the default quota of 50: ask AWS to raise "Queues per instance" in Service Quotas before you apply',
    ]);
  });
});
