import { expect } from "chai";

import { catalogFacts } from "../../../contact-flow/facts/catalog-facts";
import { KNOWN_KEYS, sourcesOf } from "../../../contact-flow/facts/catalog-sources";
import { PROBES } from "../../../contact-flow/facts/probes";
import { BLOCK_BEHAVIOUR } from "../../../contact-flow/facts/runtime-facts";
import { BLOCKS } from "../../../contact-flow/runtime/blocks";

const keys = new Set(catalogFacts().map(({ key }) => key));

describe("The facts of the catalog", () => {
  it("each have a source: no action, parameter or error is without", () => {
    expect([...keys].filter((key) => sourcesOf(key).length === 0)).to.deep.equal([]);
  });

  it("have no source for what isn't there", () => {
    expect(sourcesOf("Compare.Parameters.NotThere")).to.deep.equal([]);
    expect(sourcesOf("NotAType")).to.deep.equal([]);
  });

  it("are what the tables of sources speak of", () => {
    expect(KNOWN_KEYS.filter((key) => !keys.has(key))).to.deep.equal([]);
  });

  it("are what the published answers prove, but for types and forms that Connect refuses", () => {
    const elsewhere = PROBES.flatMap(({ proves }) => proves).filter((key) => !keys.has(key));
    expect([...new Set(elsewhere)]).to.have.members([
      "CheckSegmentMembership",
      "RouteContactToAgent",
      "UnTagContact",
      "UpdateContactData.Parameters",
      "UpdateRoutingCriteria",
    ]);
  });
});

describe("The facts of the interpreter", () => {
  it("are told of each block that is run, and of no other", () => {
    const run = Object.entries(BLOCKS).filter(([, block]) => typeof block !== "string");
    expect(Object.keys(BLOCK_BEHAVIOUR)).to.have.members(run.map(([type]) => type));
  });
});
