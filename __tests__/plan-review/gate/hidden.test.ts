import { expect } from "chai";

import { judge } from "../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../support/plans";

const found = (change: Partial<ChangeJson>, address = "aws_connect_contact_flow.menu") =>
  judge(
    planOf([
      {
        address,
        actions: ["update"],
        before: { description: "a" },
        after: { description: "b" },
        ...change,
      },
    ]),
  ).refused.map(({ effect, happens }) => [effect, happens]);

describe("the gate, on what is hidden from who reviews it", () => {
  it("refuses values that are marked as secret, before or after", () => {
    const hidden = [[undefined, "hides description from who reviews it"]];
    expect(found({ afterSensitive: { description: true } })).to.deep.equal(hidden);
    expect(found({ beforeSensitive: { description: true } })).to.deep.equal(hidden);
    expect(found({ afterSensitive: { description: [{ a: true }], name: false } })).to.deep.equal(
      hidden,
    );
    expect(
      found({ beforeSensitive: { description: true }, afterSensitive: { description: true } }),
    ).to.deep.equal(hidden);
  });

  it("lets marks pass that cover nothing", () => {
    expect(
      found({ afterSensitive: { description: [], tags_all: {}, a: [{ b: false }] } }),
    ).to.deep.equal([]);
  });

  it("refuses a whole thing that is hidden", () => {
    const change: ChangeJson = {
      address: "aws_connect_quick_connect.sales",
      actions: ["create"],
      after: { name: "a" },
      // Terraform writes a mere true where everything is secret.
      afterSensitive: true as unknown as object,
    };
    expect(judge(planOf([change])).refused.map(({ happens }) => happens)).to.deep.equal([
      "hides everything from who reviews it",
    ]);
  });

  it("knows what is secret in its nature", () => {
    const user = {
      before: { password: "a", name: "x" },
      after: { password: "a", name: "x", tags: {} },
    };
    const mask = { beforeSensitive: { password: true }, afterSensitive: { password: true } };
    expect(found({ ...user, ...mask }, "aws_connect_user.mary")).to.deep.equal([]);
    const parameter = { before: { value: "a" }, after: { value: "a" } };
    const marks = { value: true, value_wo: true };
    expect(found({ ...parameter, afterSensitive: marks }, "aws_ssm_parameter.a")).to.deep.equal([]);
    expect(
      found({ ...parameter, afterSensitive: { name: true } }, "aws_ssm_parameter.a"),
    ).to.have.lengthOf(1);
    expect(
      found(
        { actions: ["read"], before: null, after: {}, afterSensitive: { password: true } },
        "data.aws_connect_prompt.a",
      ),
    ).to.have.lengthOf(1);
  });
});
