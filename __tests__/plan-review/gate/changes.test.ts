import { expect } from "chai";

import { judge } from "../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../support/plans";

const said = (address: string, before: object, after: object, more: Partial<ChangeJson> = {}) =>
  judge(planOf([{ address, actions: ["update"], before, after, ...more }])).refused.map(
    ({ effect, happens }) => `${String(effect)}: ${happens}`,
  );

const KEY = "aws_kms_key.key";

describe("the gate, on what changes", () => {
  it("takes what the provider only keeps for itself for no change, where a thing is taken over", () => {
    const before = { bypass_policy_lockout_safety_check: null, deletion_window_in_days: null };
    const after = { bypass_policy_lockout_safety_check: false, deletion_window_in_days: 30 };
    expect(said(KEY, before, after, { importId: "k" })).to.deep.equal([]);
    expect(
      said("aws_s3_bucket.b", { force_destroy: null }, { force_destroy: false }),
    ).to.deep.equal([]);
    const on = { bypass_policy_lockout_safety_check: true };
    const changes = "change: changes bypass_policy_lockout_safety_check";
    expect(said(KEY, before, on)).to.deep.equal([changes]);
    expect(said(KEY, on, { bypass_policy_lockout_safety_check: false })).to.deep.equal([changes]);
    const open = { afterUnknown: { bypass_policy_lockout_safety_check: true } };
    expect(said(KEY, before, {}, open)).to.include(changes);
  });

  it("refuses an attribute that nobody has classified", () => {
    expect(said(KEY, { brand_new: "a" }, { brand_new: "b" })).to.deep.equal([
      "change: changes brand_new",
    ]);
    const text = judge(
      planOf([{ address: KEY, actions: ["update"], before: {}, after: { brand_new: 1 } }]),
    );
    expect(text.refused[0]).to.include({ because: "nobody has said whether it may change" });
  });

  it("judges what replaces a thing as if nothing had been there", () => {
    const bucket = {
      address: "aws_s3_bucket.b",
      actions: ["delete", "create"],
      before: {},
      after: { acl: "public-read" },
    };
    expect(judge(planOf([bucket])).refused.map(({ effect }) => effect)).to.deep.equal([
      "destroy",
      "unprotect",
      "create",
    ]);
  });

  it("looks through what isn't known yet to whether the configuration sets it", () => {
    const configuration = (expressions: object) => ({
      configuration: {
        root_module: {
          resources: [
            {
              address: "aws_lambda_function.f",
              mode: "managed",
              type: "aws_lambda_function",
              name: "f",
              provider_config_key: "aws",
              schema_version: 0,
              expressions,
            },
          ],
        },
      },
    });
    const open: ChangeJson = {
      address: "aws_lambda_function.f",
      actions: ["update"],
      before: { architectures: ["arm64"] },
      after: {},
      afterUnknown: { architectures: true, last_modified: true },
    };
    expect(judge(planOf([open], configuration({}))).refused).to.have.lengthOf(0);
    expect(judge(planOf([open], configuration({ architectures: {} }))).refused).to.have.lengthOf(1);
    expect(judge(planOf([open])).refused).to.have.lengthOf(1);
  });

  it("refuses what is made with an argument that no construct sets, known or not", () => {
    const resource = (expressions: object) => ({
      configuration: {
        root_module: {
          resources: [
            {
              ...{ address: "aws_lambda_function.f", mode: "managed", type: "aws_lambda_function" },
              ...{ name: "f", provider_config_key: "aws", schema_version: 0, expressions },
            },
          ],
        },
      },
    });
    const sets = (change: Partial<ChangeJson>, expressions: object) =>
      judge(
        planOf(
          [{ address: "aws_lambda_function.f", actions: ["create"], ...change }],
          resource(expressions),
        ),
      )
        .refused.map(({ effect, happens }) => `${String(effect)}: ${happens}`)
        .filter((text) => text.includes("image_uri"));
    const refused = ["create: sets image_uri"];
    const known = (image_uri: unknown) => ({ after: { image_uri } });
    const unknown = { after: {}, afterUnknown: { image_uri: true } };
    expect(sets(known("x"), { image_uri: {} })).to.deep.equal(refused);
    expect(sets(unknown, { image_uri: {} })).to.deep.equal(refused);
    expect(sets(unknown, {})).to.deep.equal([]);
    expect(sets(known("x"), {})).to.deep.equal([]);
    for (const nothing of [null, "", [], false]) {
      expect(sets(known(nothing), { image_uri: {} })).to.deep.equal([]);
    }
  });
});
