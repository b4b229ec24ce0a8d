import { expect } from "chai";
import * as fc from "fast-check";

import { asMeant, inert } from "../../../commands/vanity/formulas";

describe("A cell for a spreadsheet", () => {
  it("is text where it would be a formula", () => {
    for (const [cell, written] of [
      ["=1+1", "'=1+1"],
      ["+1-302", "'+1-302"],
      ["-2+3", "'-2+3"],
      ["@SUM(1)", "'@SUM(1)"],
      ["\t=1", "\t'=1"],
      ["\r@x", "\r'@x"],
      ["＝1+1", "'＝1+1"],
      ["x;=1+1", "x;'=1+1"],
      ["x; -1+1", "x; '-1+1"],
      ["'=1", "''=1"],
    ] as const) {
      expect(inert(cell)).to.equal(written);
    }
  });

  it("stays as it is where it is none: a name, a number, a phone number", () => {
    for (const cell of [
      "KWGlobal",
      "7-Eleven",
      "A+B",
      "O'Neill",
      "+13029856970",
      "-5",
      "3,5",
      "",
    ]) {
      expect(inert(cell)).to.equal(cell);
    }
  });

  it("is no formula, whatever it was, and reads as it was", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[=+\-@;'a1 \t＝]*$/), (cell) => {
        const written = inert(cell);
        expect(written).not.to.match(/^(?![+-]\d+$)\s*[=+\-@＝]|;\s*[=+\-@＝]/);
        expect(asMeant(written)).to.equal(cell);
      }),
    );
  });
});
