import { expect } from "chai";

import type { Allowance } from "../../../plan-review/gate/finding";
import { judge } from "../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../support/plans";

const NUMBER = "aws_connect_phone_number.phone_number";
const TABLE = "aws_dynamodb_table.table";

const update = (address: string, before: object, after: object): ChangeJson => ({
  address,
  actions: ["update"],
  before,
  after,
});

/** Words at addresses, of what is refused. */
const refused = (
  changes: readonly ChangeJson[],
  allow: readonly Allowance[] = [],
  more: object = {},
) =>
  judge(planOf(changes, more), { allow }).refused.map(
    ({ effect = "never", addresses }) => `${addresses.join(" ")}: ${effect}`,
  );

/** A table that loses its protection, and one more thing that goes. */
const HARM = [
  update(
    TABLE,
    { deletion_protection_enabled: true, hash_key: "a" },
    { deletion_protection_enabled: false, hash_key: "b" },
  ),
  { address: NUMBER, actions: ["delete"] },
];

describe("the gate", () => {
  it("refuses whatever isn't known to be harmless, the worst first", () => {
    expect(
      refused([...HARM, { address: "aws_connect_queue.a", actions: ["explode"] }]),
    ).to.deep.equal([
      "aws_connect_queue.a: never",
      `${NUMBER}: destroy`,
      `${TABLE}: unprotect`,
      `${TABLE}: change`,
    ]);
  });

  it("lets pass what is allowed at an address, and nothing else there or elsewhere", () => {
    expect(refused(HARM, [{ address: TABLE, effect: "unprotect" }])).to.deep.equal([
      `${NUMBER}: destroy`,
      `${TABLE}: change`,
    ]);
    expect(refused(HARM, [{ address: NUMBER, effect: "unprotect" }])).to.have.lengthOf(3);
    expect(refused(HARM, [{ address: TABLE, effect: "destroy" }])).to.have.lengthOf(3);
  });

  it("lets no deletion pass where a weakening is allowed", () => {
    const gone = [{ address: TABLE, actions: ["delete"] }];
    expect(refused(gone, [{ address: TABLE, effect: "unprotect" }])).to.have.lengthOf(1);
    expect(refused(gone, [{ address: TABLE, effect: "destroy" }])).to.have.lengthOf(0);
  });

  it("tells what it let pass, and what was allowed in vain", () => {
    const allow: Allowance[] = [
      { address: NUMBER, effect: "destroy" },
      { address: NUMBER, effect: "change" },
      { address: "aws_connect_queue.sales", effect: "destroy" },
    ];
    const verdict = judge(planOf([{ address: NUMBER, actions: ["delete"] }]), { allow });
    expect(verdict.refused).to.deep.equal([]);
    expect(verdict.allowed.map(({ addresses }) => addresses)).to.deep.equal([[NUMBER]]);
    expect(verdict.unused).to.deep.equal(allow.slice(1));
  });

  it("takes a plan for a first apply where the caller knows that it is one", () => {
    const role = {
      address: "aws_iam_role_policy_attachment.logs",
      actions: ["create"],
      after: { role: "a", policy_arn: "${aws_iam_policy.a.arn}" },
    };
    const others = ["aws_iam_role.a", "aws_iam_policy.a"].map((address) => ({
      address,
      actions: ["no-op"],
      before: { name: "a", arn: `\${${address}.arn}` },
      after: { name: "a", arn: `\${${address}.arn}` },
    }));
    const plan = planOf([role, ...others]);
    expect(judge(plan).refused).to.have.lengthOf(1);
    expect(judge(plan, { firstApply: true }).refused).to.have.lengthOf(0);
    expect(judge(plan, { firstApply: false }).refused).to.have.lengthOf(1);
  });

  describe("on plans that can't be judged", () => {
    const cases: readonly [what: string, more: object, happens: string, cure: RegExp][] = [
      [
        "a planning that failed",
        { errored: true },
        "stops where the planning has failed",
        /mend the error/,
      ],
      ["a part of the change", { complete: false }, "does a part of the change", /without -target/],
      [
        "what doesn't say that it is whole",
        { complete: undefined },
        "does a part of the change",
        /-target/,
      ],
      [
        "a plan that Terraform would not apply",
        { applyable: false },
        "can't be applied",
        /plan again/,
      ],
      ["a section that nobody knows", { surprises: [] }, "is not known", /plan-shape/],
    ];
    for (const [what, more, happens, cure] of cases) {
      it(`refuses ${what}, whatever is allowed`, () => {
        const changes = [
          { address: "aws_connect_queue.sales", actions: ["create"], after: { name: "a" } },
        ];
        const [first, ...others] = judge(planOf(changes, more)).refused;
        expect(others).to.have.lengthOf(0);
        expect(first).to.include({ happens, tolerated: 0 });
        expect(first).not.to.have.property("effect");
        expect(first?.cure).to.match(cure);
      });
    }

    it("lets a plan without changes pass, which nobody could apply", () => {
      const same = [{ address: NUMBER, actions: ["no-op"] }];
      expect(refused(same, [], { applyable: false })).to.deep.equal([]);
    });
  });
});
