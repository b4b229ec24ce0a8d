import { expect } from "chai";

import { checkOtherFunctions } from "../../../constructs/validation/other-functions";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";

function faults(otherFunctions: readonly string[]): string[] {
  const found: string[] = [];
  checkOtherFunctions({ ...HARBOR_TRAVEL, otherFunctions }, (place, problem) => {
    found.push(`${place}: ${problem}`);
  });
  return found;
}

describe("The functions of other projects", () => {
  it("are named as Lambda names them", () => {
    expect(faults(["look-up_2", "a".repeat(64)])).to.deep.equal([]);
    expect(faults(["arn:aws:lambda:us-west-2:222222222222:function:look-up"])).to.deep.equal([
      'otherFunctions: must be names of letters, digits, _ and -, as Lambda lists them, got "arn:aws:lambda:us-west-2:222222222222:function:look-up": neither an ARN nor a version',
    ]);
    expect(faults(["look-up:live"])[0]).to.include('got "look-up:live"');
  });

  it("have names of 1 to 64 characters, and are 49 at most", () => {
    expect(faults([""])).to.deep.equal(['otherFunctions: "" must have 1 to 64 characters, got 0']);
    expect(faults(["a".repeat(65)])[0]).to.match(/must have 1 to 64 characters, got 65$/);
    const many = Array.from({ length: 50 }, (_, index) => `function-${index}`);
    expect(faults(many)).to.deep.equal([
      "otherFunctions: otherFunctions must have at most 49 entries, got 50",
    ]);
    expect(faults(many.slice(1))).to.deep.equal([]);
  });

  it("are there once, and none is the center's own", () => {
    const { functionName } = HARBOR_TRAVEL.vanityNumbers;
    expect(faults(["look-up", "look-up", functionName])).to.deep.equal([
      'otherFunctions: "look-up" is there twice: leave one out',
      `otherFunctions: "${functionName}" is vanityNumbers.functionName, which flows may call anyway: leave it out`,
    ]);
  });
});
