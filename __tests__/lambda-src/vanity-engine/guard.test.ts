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

  it("lets a company show its name where that is known to be innocent, but no part of it", () => {
    expect(engine.letters(dial("NEGRONI"), "Negroni Bar")[0]).to.equal("NEGRONI");
    expect(engine.letters(dial("SWANK22"), "Swank Hotels")[0]).to.equal("SWANK22");
    expect(engine.letters(dial("FUKUOKA"), "Fukuoka Trading")[0]).to.equal("FUKUOKA");
    expect(engine.letters(dial("FUKUSHI"), "Fukushima")[0]).to.equal("FUKUSHI");
    for (const text of engine.letters(dial("NEGR555"), "Negroni Bar"))
      expect(text).to.not.include("NEGR");
    for (const text of engine.letters(dial("NEGRONI"), "")) expect(text).to.not.include("NEGRO");
  });

  it("lets a company show an ambiguous stem in its own whole words, but not in a part of them", () => {
    expect(engine.letters(dial("CANAL22"), "Canal Co")[0]).to.match(/^CANAL/);
    expect(engine.letters(dial("ANALYTI"), "Analytics")[0]).to.equal("ANALYTI");
    for (const text of engine.letters(`11${dial("ANAL")}1`, "Analytics"))
      expect(text).to.not.include("ANAL");
  });
});
