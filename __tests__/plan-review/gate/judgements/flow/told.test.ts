import { expect } from "chai";

import { told } from "../../../../../plan-review/gate/judgements/flow/told";
import { block, change, end, flow, there } from "./written";

const invokes = (LambdaInvocationAttributes?: unknown, LambdaFunctionARN = "f", id = "x") =>
  block(id, "InvokeLambdaFunction", { LambdaFunctionARN, LambdaInvocationAttributes });
type Told = ReturnType<typeof invokes>;
const OWN = { action: "record", companyName: "KWGlobal" };

/** What is said where a flow invokes what it did not, or in another way, beside a flow that does. */
const said = (before: Told | undefined, after: Told, other?: Told, firstApply = false) =>
  told(
    change(
      before ? [before, end] : [],
      [after, end],
      {
        others: [
          there("aws_connect_contact_flow.changed", { content: before && flow(before, end) }),
          there("aws_connect_contact_flow.o", { content: flow(...(other ? [other] : []), end) }),
          there("aws_lambda_function.g", { arn: "g" }),
        ],
      },
      firstApply,
    ),
  );

describe("what a flow tells a function", () => {
  it("may be what some flow told it", () => {
    expect(said(invokes(OWN), invokes(OWN))).to.deep.equal([]);
    expect(said(undefined, invokes({ phone: "$.x" }), invokes({ phone: "$.x" }))).to.deep.equal([]);
    expect(
      said(undefined, invokes({ phone: "$.x" }), invokes({ phone: "$.x" }, "g")),
    ).to.deep.equal(['phone "$.x"']);
    expect(
      said(undefined, invokes({ phone: "$.x" }), { ...invokes({ phone: "$.x" }), Type: "Wait" }),
    ).to.have.lengthOf(1);
  });

  it("is nothing else, nor less", () => {
    const more = { ...OWN, phone: "$.Attributes.phone" };
    expect(said(invokes(OWN), invokes(more))).to.deep.equal(['phone "$.Attributes.phone"']);
    expect(said(invokes(OWN), invokes(more), undefined, true)).to.deep.equal([]);
    expect(said(invokes(OWN), invokes({ ...OWN, companyName: "Evil" }))).to.deep.equal([
      'companyName "Evil"',
    ]);
    expect(said(invokes(OWN), invokes({ action: "record" }))).to.deep.equal(["no companyName"]);
    expect(said(invokes(OWN), invokes())).to.deep.equal(["no action", "no companyName"]);
    expect(said(invokes(OWN), invokes({ action: "lookup" }, "g"))).to.deep.equal([]);
  });

  it("may be the action, and the company's name for the first time", () => {
    expect(said(undefined, invokes(OWN))).to.deep.equal([]);
    expect(said(invokes(OWN), invokes({ ...OWN, action: "lookup" }))).to.deep.equal([]);
    expect(said(invokes(OWN), invokes({ ...OWN, action: "erase" }))).to.have.lengthOf(1);
    expect(
      said(undefined, invokes({ companyName: "$.CustomerEndpoint.Address" })),
    ).to.have.lengthOf(1);
    expect(said(undefined, invokes({ toString: "x" }))).to.have.lengthOf(1);
  });
});
