import { expect } from "chai";

import { AmbiguousMatchError, matchByName } from "../../../commands/adopt/match";

const live = (...names: string[]) => names.map((name, index) => ({ id: `id-${index}`, name }));

describe("Matching by name", () => {
  it("finds the one of exactly that name", () => {
    expect(matchByName("queue", "Sales", live("Support", "Sales"))).to.include({ id: "id-1" });
  });

  it("takes the exact name where another is almost the same", () => {
    expect(matchByName("queue", "Sales", live("sales", "Sales"))).to.include({ id: "id-1" });
  });

  it("finds nothing where nothing has the name: an apply makes it", () => {
    expect(matchByName("queue", "Sales", live("Support"))).to.equal(undefined);
  });

  it("refuses two of that name, and names both", () => {
    expect(() => matchByName("queue", "Sales", live("Sales", "Sales"))).to.throw(
      AmbiguousMatchError,
      'queue "Sales" must be one, but 2 have that name: id-0, id-1',
    );
  });

  for (const almost of [
    "sales team",
    "Sales  Team",
    " Sales Team ",
    "SALES TEAM",
    "Sales\u00A0Team",
  ]) {
    it(`doesn't guess whether "${almost}" is "Sales Team", and names both`, () => {
      expect(() => matchByName("queue", "Sales Team", live(almost))).to.throw(
        AmbiguousMatchError,
        `queue "Sales Team" is in the code, "${almost}" (id-0) in the instance`,
      );
    });
  }
});
