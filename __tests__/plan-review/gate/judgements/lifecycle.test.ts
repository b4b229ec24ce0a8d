import { expect } from "chai";

import { Context } from "../../../../plan-review/gate/context";
import { lifecycle } from "../../../../plan-review/gate/judgements/expirations";
import { type ChangeJson, planOf } from "../../../support/plans";
import { there } from "./judging";

const expires = { status: "Enabled", filter: [{ prefix: "" }], expiration: [{ days: 1 }] };
const RULES: ChangeJson = {
  ...{ address: "aws_s3_bucket_lifecycle_configuration.r", actions: ["create"] },
  after: { bucket: "b", rule: [expires] },
};
const oldVersions = {
  ...{ status: "Enabled", filter: [{ prefix: "" }] },
  noncurrent_version_expiration: [{ noncurrent_days: 30 }],
};
const BUCKET = there("aws_s3_bucket.b", { bucket: "b" });

const said = (bucket: ChangeJson | undefined, firstApply = false, rules = RULES) => {
  const plan = planOf([rules, ...(bucket ? [bucket] : [])]);
  const [change] = plan.changes;
  if (!change) throw new Error("the plan has a change");
  return lifecycle(change, new Context(plan, { firstApply })).map(({ happens }) => happens);
};
const SOONER = ["lets the bucket's objects, or their old versions, be deleted sooner"];
const made = { address: BUCKET.address, actions: ["create"], after: { bucket: "b" } };
const taken = { ...BUCKET, importId: "b" };

describe("the first rules of a bucket's lifecycle", () => {
  it("may delete anything in a bucket that is made with them", () => {
    expect(said(made)).to.deep.equal([]);
  });

  it("may delete nothing in one that was there, or isn't of the stack", () => {
    expect(said(BUCKET)).to.deep.equal(SOONER);
    expect(said(undefined)).to.deep.equal(SOONER);
    expect(said({ ...made, after: { bucket: "other" } })).to.deep.equal(SOONER);
    const topic = { ...made, address: "aws_sns_topic.b" };
    expect(said(topic)).to.deep.equal(SOONER);
  });

  it("may delete anything where a first apply broke off, but in a bucket that it takes over", () => {
    expect(said(BUCKET, true)).to.deep.equal([]);
    expect(said(taken, true)).to.deep.equal(SOONER);
    expect(said(taken, false)).to.deep.equal(SOONER);
  });

  it("may delete old versions in a bucket that a first apply takes over", () => {
    const rules = { ...RULES, after: { bucket: "b", rule: [oldVersions] } };
    expect(said(taken, true, rules)).to.deep.equal([]);
    expect(said(taken, false, rules)).to.deep.equal(SOONER);
    expect(said(BUCKET, false, rules)).to.deep.equal(SOONER);
  });
});
