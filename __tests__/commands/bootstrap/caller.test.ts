import { expect } from "chai";

import { isOperator } from "../../../commands/bootstrap/caller";

const assumed = (role: string) => `arn:aws:sts::111111111111:assumed-role/${role}/somebody`;

describe("An operator of an account", () => {
  const operators = ["AWSReservedSSO_AdministratorAccess_*", "Platform"];

  for (const [who, expected] of [
    [assumed("AWSReservedSSO_AdministratorAccess_0123456789abcdef"), true],
    [assumed("Platform"), true],
    [assumed("Platform2"), false],
    [assumed("evil-AWSReservedSSO_AdministratorAccess_0"), false],
    [assumed("AWSReservedSSO_ReadOnlyAccess_0123456789abcdef"), false],
    ["arn:aws:iam::111111111111:user/Platform", false],
    ["arn:aws:iam::111111111111:root", false],
  ] as const) {
    it(`is ${expected ? "" : "not "}${who}`, () => {
      expect(isOperator(who, operators)).to.equal(expected);
    });
  }

  it("is named literally but for the star", () => {
    expect(isOperator(assumed("aXb"), ["a.b"])).to.equal(false);
  });
});
