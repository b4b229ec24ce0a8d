import { expect } from "chai";
import fc from "fast-check";

import { digestOf } from "../../plan-review/digest";
import { type ChangeJson, planOf } from "../support/plans";

const CHANGE: ChangeJson = {
  address: "aws_connect_user.peter",
  actions: ["update"],
  before: { name: "peter", password: "Old12345", security_profile_ids: ["a"] },
  after: { name: "peter", password: "New12345", security_profile_ids: ["b"] },
  afterUnknown: { id: true },
  beforeSensitive: { password: true },
  afterSensitive: { password: true },
};

const digest = (changes: readonly ChangeJson[], more: object = {}) =>
  digestOf(planOf(changes, more));

/** Values as they stand in plans. */
const values = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.jsonValue({ maxDepth: 1 }), {
  minKeys: 1,
});
const changes = fc.uniqueArray(
  fc.record({
    address: fc.constantFrom("a.a", "a.b", "b.a", "b.b"),
    actions: fc.constantFrom(["create"], ["update"], ["delete"], ["delete", "create"]),
    before: values,
    after: values,
  }),
  { selector: ({ address }) => address, minLength: 1 },
);

describe("the digest of a plan", () => {
  it("is SHA-256", () => {
    expect(digest([CHANGE])).to.match(/^[0-9a-f]{64}$/);
  });

  it("is the same in whatever order Terraform writes changes and attributes", () => {
    const reversed = (object: object) => Object.fromEntries(Object.entries(object).reverse());
    fc.assert(
      fc.property(changes, (some) => {
        const other = [...some].reverse().map((each) => ({
          ...each,
          before: reversed(each.before),
          after: reversed(each.after),
        }));
        expect(digest(other)).to.equal(digest(some));
      }),
    );
  });

  it("is another one as soon as any value differs", () => {
    fc.assert(
      fc.property(changes, fc.nat(), fc.constantFrom("before", "after"), (some, at, side) => {
        const index = at % some.length;
        const other = some.map((each, i) =>
          i === index ? { ...each, [side]: { ...each[side], more: "x" } } : each,
        );
        expect(digest(other)).not.to.equal(digest(some));
      }),
    );
  });

  const differences: readonly [what: string, change: Partial<ChangeJson>][] = [
    ["the address", { address: "aws_connect_user.paul" }],
    ["the action", { actions: ["delete", "create"] }],
    ["a value after", { after: { ...CHANGE.after, name: "paul" } }],
    ["a value before, since somebody changed it in the console", { before: { name: "x" } }],
    ["what isn't known yet", { afterUnknown: { id: true, arn: true } }],
    ["what forces a replacement", { replacePaths: [["name"]] }],
    ["an import", { importId: "i" }],
    ["a move", { previousAddress: "aws_connect_user.old" }],
    ["the provider", { provider: "registry.terraform.io/evil/aws" }],
    ["what an earlier replacement left behind", { deposed: "0ff1ce" }],
  ];
  for (const [what, difference] of differences) {
    it(`tells ${what}`, () => {
      expect(digest([{ ...CHANGE, ...difference }])).not.to.equal(digest([CHANGE]));
    });
  }

  it("tells the provider's version, the outputs, and a plan that isn't whole", () => {
    const plain = digest([CHANGE]);
    const version = { provider_config: { aws: { full_name: "aws", version_constraint: "6.0.0" } } };
    expect(digest([CHANGE], { configuration: version })).not.to.equal(plain);
    expect(digest([CHANGE], { output_changes: { a: { actions: ["create"] } } })).not.to.equal(
      plain,
    );
    expect(digest([CHANGE], { errored: true })).not.to.equal(plain);
    expect(digest([CHANGE], { complete: false })).not.to.equal(plain);
  });

  it("has no part of passwords", () => {
    const other = { ...CHANGE, after: { ...CHANGE.after, password: "Other123" } };
    expect(digest([other])).to.equal(digest([CHANGE]));
  });

  it("tells of what is moved or taken over, and else stays as it is", () => {
    const same: ChangeJson = { address: "aws_connect_queue.sales", actions: ["no-op"] };
    const nothing = digest([]);
    const moved = digest([{ ...same, previousAddress: "aws_connect_queue.sell" }]);
    const imported = digest([{ ...same, importId: "i:q" }]);
    expect(moved).not.to.equal(nothing);
    expect(imported).not.to.equal(nothing);
    expect(imported).not.to.equal(moved);
    expect(digest([same])).to.equal(nothing);
  });

  it("passes over what stays as it is", () => {
    const same: ChangeJson = { address: "aws_connect_queue.sales", actions: ["no-op"] };
    expect(digest([CHANGE, same])).to.equal(digest([CHANGE]));
  });

  it("passes over the time at which the observer looked, not over what it saw", () => {
    const observed = (time: string, reason: string, type = "aws_lambda_invocation") => {
      const input = JSON.stringify({
        desired: { kind: "agentStatuses" },
        run: `${time} ${reason}`,
      });
      return digest([
        {
          address: `${type}.agent_statuses`,
          actions: ["update"],
          before: { input: "" },
          after: { input },
        },
      ]);
    };
    const one = observed("2026-11-22T10:29:54.633Z", 'agent status "Lunch" is missing');
    expect(observed("2026-11-23T08:00:00.001Z", 'agent status "Lunch" is missing')).to.equal(one);
    expect(observed("2026-11-22T10:29:54.633Z", "another reason")).not.to.equal(one);
    const ofOther = (time: string) => observed(time, "x", "aws_connect_queue");
    expect(ofOther("2026-11-22T10:29:54.633Z")).not.to.equal(ofOther("2026-11-23T08:00:00.001Z"));
    expect(observed("9-11-22T10:29:54.633Z", "x")).not.to.equal(
      observed("8-11-22T10:29:54.633Z", "x"),
    );
  });
});
