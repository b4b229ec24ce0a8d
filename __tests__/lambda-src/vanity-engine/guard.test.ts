import { expect } from "chai";
import { vanityEngine } from "../../../lambda-src/vanity-engine/engine";
import { dial } from "../../../lambda-src/vanity-engine/keypad";

const engine = vanityEngine();

describe("the guard against offensive texts", () => {
  it("lets a stem stand inside a whole word", () => {
    expect(engine.letters(dial("GRAPES1"), "")[0]).to.equal("GRAPES1");
    expect(engine.letters(dial("COCKPIT"), "")[0]).to.equal("COCKPIT");
  });

  it("refuses a stem that runs across two words", () => {
    for (const joined of ["GASSHOP", "MARSEXY", "UPISSUE", "BASHIT2"])
      for (const text of engine.letters(dial(joined), "")) expect(text).to.not.equal(joined);
  });

  it("refuses a strong stem even in the company's own name", () => {
    for (const name of ["Fuck You Inc", "Shitake World", "Scunthorpe"])
      for (const text of engine.letters(
        dial(name.toUpperCase().replace(/ /g, "").slice(0, 7)),
        name,
      ))
        expect(text).to.not.match(/FUCK|SHIT|CUNT/);
  });

  it("lets a company show an ambiguous stem in its own whole words, but not in a part of them", () => {
    expect(engine.letters(dial("CANAL22"), "Canal Co")[0]).to.match(/^CANAL/);
    expect(engine.letters(dial("ANALYTI"), "Analytics")[0]).to.equal("ANALYTI");
    for (const text of engine.letters(`11${dial("ANAL")}1`, "Analytics"))
      expect(text).to.not.include("ANAL");
  });
});
