import { expect } from "chai";

import { costChanges } from "../../../commands/cost/changes";
import { type Block, Configuration } from "../../../commands/docs/configuration";
import { KWGLOBAL } from "../../../kwglobal";
import { synthesize } from "../../support/synthesized";

const prod = (change: Parameters<typeof synthesize>[0] = {}) =>
  new Map([["prod", new Configuration(synthesize(change).json as Block)]]);

describe("A change of what a center costs", () => {
  const before = prod();

  it("is none where nothing that matters is dearer: another text, one alarm more", () => {
    const users = KWGLOBAL.users.map((user) => ({ ...user, lastName: "Other" }));
    expect(costChanges(before, prod({ users }))).to.deep.equal([]);
    const { silentHours: _none, ...reporting } = KWGLOBAL.reporting;
    expect(costChanges(before, prod({ reporting }))).to.deep.equal([]);
  });

  it("is one where a call costs something else", () => {
    const { analyticsLanguage: _none, ...recordings } = KWGLOBAL.recordings;
    const [change, ...more] = costChanges(before, prod({ recordings, contactLensRules: [] }));
    expect(more).to.deep.equal([]);
    expect(change?.environment).to.equal("prod");
    // Four minutes that Contact Lens no longer reads.
    expect((change?.call[0] ?? 0) - (change?.call[1] ?? 0)).to.be.closeTo(4 * 0.015, 1e-9);
    expect(change?.idleMonth[0]).to.equal(change?.idleMonth[1]);
  });

  it("is one where an idle month does, by a dollar and more, and where an environment comes or goes", () => {
    const without = costChanges(before, new Map());
    expect(without.map(({ environment }) => environment)).to.deep.equal(["prod"]);
    expect(without[0]?.idleMonth[1]).to.equal(0);
    expect(costChanges(new Map(), before)[0]?.idleMonth[0]).to.equal(0);
  });
});
