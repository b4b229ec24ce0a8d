import { expect } from "chai";

import { leave } from "../../../../plan-review/gate/judgements/settings";

describe("what to do instead of changing a setting", () => {
  it("tells its value where that is short, and one word", () => {
    expect(leave(["a", 0, "b"], true)).to.equal("leave a.0.b as it is: true");
    expect(leave(["a"], "x".repeat(78))).to.equal(`leave a as it is: "${"x".repeat(78)}"`);
    for (const value of ["x".repeat(79), undefined, null, [1], { a: 1 }]) {
      expect(leave(["a"], value)).to.equal("leave a as it is");
    }
  });
});
