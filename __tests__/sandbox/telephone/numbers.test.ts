import { expect } from "chai";

import { following } from "../../../sandbox/telephone/numbers";
import { readable } from "../../../sandbox/telephone/page/numbers";

describe("A number on the telephone's page", () => {
  it("is read in groups if it is American, and else as it is", () => {
    expect(readable("+13025550123")).to.equal("+1 302-555-0123");
    expect(readable("+4930123456")).to.equal("+4930123456");
    expect(readable("Management (+13025550100)")).to.equal("Management (+13025550100)");
  });

  it("is followed by that of the next telephone", () => {
    expect(following("+13025550123")).to.equal("+13025550124");
    expect(following("+13025550199")).to.equal("+13025550200");
  });
});
