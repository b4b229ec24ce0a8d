import { expect } from "chai";
import { differences } from "../../../commands/drill/inventory";

describe("what a recovered account is compared by", () => {
  const whole = ["instance kwglobal", "key center", "queue Sales", "queue Service"];

  it("is every thing by kind and name: alike is no difference", () => {
    expect(differences(whole, [...whole].reverse())).to.deep.equal([]);
  });

  it("names what is lacking, what is there twice, and what nobody wants", () => {
    const found = ["instance kwglobal", "key center", "key center", "queue Sales", "queue Old"];
    expect(differences(whole, found)).to.deep.equal([
      "lacks queue Service",
      "has twice: key center",
      "has what nobody wants: queue Old",
    ]);
  });
});
