import { expect } from "chai";

import type { Block } from "../../../../../plan-review/gate/judgements/flow/graph";
import { saidOfKeys } from "../../../../../plan-review/gate/judgements/flow/menu-text";

const menu = (parameters: Block["parameters"]): Block => ({
  ...{ id: "menu", type: "GetParticipantInput", parameters, exits: [] },
});
const said = (Text: unknown) => Object.fromEntries(saidOfKeys(menu({ Text })));

describe("what a menu says of its keys", () => {
  it("stands before each key, if nothing follows the last one", () => {
    expect(said("For sales press 1, for service please press 2.")).to.deep.equal({
      sales: "1",
      service: "2",
    });
  });

  it("stands behind each key otherwise", () => {
    expect(said("Press 1 for sales, 2 to the service")).to.deep.equal({
      sales: "1",
      service: "2",
    });
    expect(said("Welcome. 1 for new orders, or 2 for a bill")).to.deep.equal({
      "new orders": "1",
      "a bill": "2",
    });
  });

  it("counts in letters of any script, whatever their case", () => {
    expect(said("FÜR Vertrieb 1, 서비스 2")).to.deep.equal({ "für vertrieb": "1", 서비스: "2" });
    expect(said("and 1 sales and more")).to.deep.equal({ "sales more": "1" });
  });

  it("is of star and hash, too", () => {
    expect(said("to hear it again press *, for sales press #")).to.deep.equal({
      "hear it again": "*",
      sales: "#",
    });
    expect(said("a*b c#d sales 1")).to.deep.equal({ "a b c d sales": "1" });
  });

  it("isn't of a number of more digits, nor of what has no words", () => {
    expect(said("We have 24 hours open")).to.deep.equal({});
    expect(said("1st floor")).to.deep.equal({});
    expect(said("1 2 3")).to.deep.equal({});
    expect(said("sales 1 2")).to.deep.equal({ sales: "1" });
  });

  it("is read in SSML without its tags, where there is no text", () => {
    const SSML = '<speak>For <emphasis level="none">sales</emphasis> 1</speak>';
    expect(Object.fromEntries(saidOfKeys(menu({ SSML })))).to.deep.equal({ sales: "1" });
    expect(Object.fromEntries(saidOfKeys(menu({ Text: "bills 2", SSML })))).to.deep.equal({
      bills: "2",
    });
  });

  it("is nothing where the menu plays a prompt, or can't be read", () => {
    expect(said(undefined)).to.deep.equal({});
    expect(said({ sales: "1" })).to.deep.equal({});
    expect(said("")).to.deep.equal({});
  });
});
