import { execaSync } from "execa";
import { expect } from "chai";
import { faultIn } from "../../../commands/support/stacks";

describe("the fault that ended a synthesis", () => {
  const stderrOf = (code: string) =>
    execaSync(process.execPath, ["-e", code], { reject: false }).stderr;

  it("is the error's message, all its lines, without source and stack", () => {
    const stderr = stderrOf(`
      class InvalidContactCenterError extends Error { name = "InvalidContactCenterError"; faults = [1]; }
      throw new InvalidContactCenterError("2 faults:\\n- queue A\\n- queue B")`);
    expect(faultIn(stderr)).to.equal("2 faults:\n- queue A\n- queue B");
  });

  it("is all there is where there is no error", () => {
    expect(faultIn("sh: node: not found\n")).to.equal("sh: node: not found");
  });
});
