import { expect } from "chai";

import { Context } from "../../../../../plan-review/gate/context";
import { presets } from "../../../../../plan-review/gate/judgements/flow/attributes";
import { flowIn, NO_FLOW } from "../../../../../plan-review/gate/judgements/flow/graph";
import { planOf } from "../../../../support/plans";
import { type Action, end, flow, there } from "./written";

const set = (Attributes: object, Identifier = "set", Type = "UpdateContactAttributes"): Action => ({
  ...{ Identifier, Type, Parameters: { Attributes } },
});
const asks = (ComparisonValue = "$.Attributes.callback", Type = "Compare"): Action => ({
  ...{ Identifier: "asks", Type, Parameters: { ComparisonValue } },
});
const REFUSED = { callback: "refused" };

/** What a flow sets too early, where another one of the stack asks for something. */
const said = (
  before: readonly Action[],
  after: readonly Action[],
  other: readonly Action[] = [],
  firstApply = false,
) => {
  const [old, next] = [before, after].map((all) => (all.length > 0 ? flow(...all) : undefined));
  const plan = planOf([
    {
      ...{ address: "aws_connect_contact_flow.a", actions: ["update"] },
      ...{ before: { content: old }, after: { content: next } },
    },
    there("aws_connect_contact_flow.b", { content: flow(...other, end) }),
  ]);
  return presets({
    address: "aws_connect_contact_flow.a",
    before: flowIn(old) ?? NO_FLOW,
    after: flowIn(next) ?? NO_FLOW,
    context: new Context(plan, { firstApply }),
  });
};

describe("an attribute by which a flow decides", () => {
  it("isn't set before that flow, if it wasn't", () => {
    expect(said([end], [set(REFUSED), end], [asks()])).to.deep.equal(['callback to "refused"']);
    expect(said([set(REFUSED)], [set(REFUSED), end], [asks()])).to.deep.equal([]);
    expect(said([set(REFUSED)], [set({ callback: "x" })], [asks()])).to.deep.equal([
      'callback to "x"',
    ]);
    expect(said([], [set(REFUSED)], [asks()])).to.have.lengthOf(1);
    expect(said([end], [set(REFUSED), set(REFUSED, "again")], [asks()])).to.have.lengthOf(1);
  });

  it("may be set once it has been asked for", () => {
    expect(said([asks(), end], [asks(), set(REFUSED), end])).to.deep.equal([]);
    expect(said([asks(), set(REFUSED), end], [set(REFUSED), asks(), end])).to.have.lengthOf(1);
    const other = asks("$.Attributes.other");
    expect(said([asks(), end], [other, set(REFUSED), end])).to.have.lengthOf(1);
    const both = [asks(), set(REFUSED), { ...set({ x: "y" }), Identifier: "x" }];
    expect(said([asks(), end], both)).to.deep.equal([]);
  });

  it("is one that a flow asked for until now", () => {
    expect(said([end], [set(REFUSED), end])).to.deep.equal([]);
    expect(said([end], [set(REFUSED), asks(), end])).to.deep.equal([]);
    for (const other of [
      asks("$.Attributes.other"),
      asks("x$.Attributes.callback"),
      asks("$.Attributes.callback", "Wait"),
      asks("$.External.callback"),
    ]) {
      expect(said([end], [set(REFUSED), end], [other])).to.deep.equal([]);
    }
  });

  it("is set by a block of that type, in a center that is in service", () => {
    expect(said([end], [set(REFUSED, "set", "MessageParticipant")], [asks()])).to.deep.equal([]);
    expect(said([end], [set([] as object)], [asks()])).to.deep.equal([]);
    expect(said([end], [set(REFUSED)], [asks()], true)).to.deep.equal([]);
  });
});
