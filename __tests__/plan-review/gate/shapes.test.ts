import { expect } from "chai";

import { judge } from "../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../support/plans";

/** What nothing allows of a change. */
const never = (change: Partial<ChangeJson>, type = "aws_connect_user") =>
  judge(planOf([{ address: `${type}.a`, actions: ["update"], ...change }]))
    .refused.filter(({ effect }) => effect === undefined)
    .map(({ happens }) => happens);

const phone = (phone_type: string) => ({ phone_type });
const SOFT = phone("SOFT_PHONE");
const DESK = phone("DESK_PHONE");

describe("the shape of what would be set", () => {
  it("is one block, where the rules look at one", () => {
    const two = "has 2 blocks phone_config, of which one is judged";
    const before = { phone_config: [SOFT] };
    expect(never({ before, after: { phone_config: [SOFT, DESK] } })).to.deep.equal([two]);
    expect(never({ actions: ["create"], after: { phone_config: [SOFT, DESK] } })).to.deep.equal([
      two,
    ]);
    expect(
      never({ actions: ["delete", "create"], before, after: { phone_config: [SOFT, DESK] } }),
    ).to.deep.equal([two]);
    expect(never({ before, after: { phone_config: [DESK] } })).to.deep.equal([]);
    expect(never({ before, after: { phone_config: [] } })).to.deep.equal([]);
  });

  it("is a list of blocks, and no object", () => {
    const object = "has an object for phone_config, where blocks are a list";
    expect(
      never({ before: { phone_config: [SOFT] }, after: { phone_config: DESK } }),
    ).to.deep.equal([object]);
    expect(never({ after: { phone_config: [{ ...SOFT, x: { y: 1 } }] } })).to.deep.equal([
      "has an object for phone_config.x, where blocks are a list",
    ]);
    expect(never({ after: { phone_config: [SOFT, "x"] } })).to.deep.equal([
      "mixes blocks and values in phone_config",
    ]);
  });

  it("is an object, where it is a map", () => {
    for (const name of ["tags", "tags_all", "timeouts"]) {
      expect(never({ after: { [name]: { a: "b", c: "d" } } }), name).to.deep.equal([]);
    }
    const environment = [{ variables: { a: "b" } }];
    expect(never({ after: { environment } }, "aws_lambda_function")).to.deep.equal([]);
  });

  it("may be several blocks, where each is judged", () => {
    const transition = [{ days: 1 }, { days: 2 }];
    const type = "aws_s3_bucket_lifecycle_configuration";
    expect(never({ after: { rule: [{ transition }, { transition }] } }, type)).to.deep.equal([]);
    expect(never({ after: { rule: [{ expiration: transition }] } }, type)).to.deep.equal([
      "has 2 blocks rule.expiration, of which one is judged",
    ]);
    expect(never({ after: { rule: [{ transition }] } }, "aws_s3_bucket_logging")).to.have.lengthOf(
      1,
    );
  });

  it("may stay as it is, whatever it is", () => {
    const odd = { status: [{ a: 1 }, { a: 2 }] };
    expect(never({ before: odd, after: { ...odd, name: "x" } })).to.deep.equal([]);
    expect(never({ actions: ["no-op"], before: odd, after: odd })).to.deep.equal([]);
    expect(never({ actions: ["delete"], before: odd, after: null })).to.deep.equal([]);
  });

  it("is said once", () => {
    const rule = [1, 2].map(() => ({ expiration: [{ days: 1 }, { days: 2 }] }));
    expect(never({ after: { rule } }, "aws_s3_bucket_lifecycle_configuration")).to.have.lengthOf(1);
  });
});
