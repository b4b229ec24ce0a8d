import { expect } from "chai";

import { judge } from "../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../support/plans";

/** The addresses that are said to mean one thing. */
const found = (...changes: readonly ChangeJson[]) =>
  judge(planOf(changes))
    .refused.filter(({ happens }) => happens.includes("from two addresses"))
    .map(({ addresses, effect }) => [effect, ...addresses]);

const query = (name: string, actions: string[], of = "Errors"): ChangeJson => ({
  address: `aws_cloudwatch_query_definition.${name}`,
  actions,
  ...(actions[0] !== "create" && { before: { name: of } }),
  ...(actions[0] !== "delete" && { after: { name: of } }),
});
const [A, B] = ["a", "b"].map((name) => `aws_cloudwatch_query_definition.${name}`);

describe("two addresses for one thing", () => {
  it("are refused where either does something", () => {
    expect(found(query("a", ["no-op"]), query("b", ["create"]))).to.deep.equal([[undefined, A, B]]);
    expect(found(query("a", ["create"]), query("b", ["create"]))).to.have.lengthOf(1);
    expect(found(query("a", ["no-op"]), query("b", ["update"]))).to.have.lengthOf(1);
    expect(
      found(query("a", ["no-op"]), { ...query("b", ["no-op"]), importId: "x" }),
    ).to.have.lengthOf(1);
  });

  it("are no harm where nothing is done, or one is forgotten", () => {
    expect(found(query("a", ["no-op"]), query("b", ["no-op"]))).to.deep.equal([]);
    expect(found(query("a", ["no-op"]), query("b", ["delete"]))).to.deep.equal([]);
    expect(found(query("a", ["delete"]), query("b", ["delete"]))).to.deep.equal([]);
    expect(found({ ...query("a", ["forget"]), after: null }, query("b", ["create"]))).to.deep.equal(
      [],
    );
    expect(found(query("a", ["no-op"]), query("b", ["create"], "Others"))).to.deep.equal([]);
  });

  it("are refused where one goes and the other comes, unless it is only renamed", () => {
    const policy = (name: string, action: string, text: string): ChangeJson => ({
      address: `aws_s3_bucket_policy.${name}`,
      actions: [action],
      [action === "delete" ? "before" : "after"]: { bucket: "b", policy: text },
    });
    expect(found(policy("a", "delete", "x"), policy("b", "create", "y"))).to.deep.equal([
      [undefined, "aws_s3_bucket_policy.a", "aws_s3_bucket_policy.b"],
    ]);
    expect(found(policy("a", "delete", "x"), policy("b", "create", "x"))).to.deep.equal([]);
  });

  it("are one on an event bus, however that is named", () => {
    const rule = (name: string, bus: string | undefined): ChangeJson => ({
      ...{ address: `aws_cloudwatch_event_rule.${name}`, actions: ["create"] },
      after: { name: "rule", event_bus_name: bus },
    });
    const arn = "arn:aws:events:us-west-2:123456789012:event-bus/";
    for (const bus of [undefined, "default", `${arn}default`]) {
      expect(found(rule("a", undefined), rule("b", bus)), bus).to.have.lengthOf(1);
    }
    expect(found(rule("a", undefined), rule("b", "other"))).to.deep.equal([]);
    expect(found(rule("a", "other"), rule("b", `${arn}other`))).to.have.lengthOf(1);
  });

  it("are told by what they refer to as by its name", () => {
    const bucket = { address: "aws_s3_bucket.b", actions: ["no-op"] };
    const values = { id: "b", bucket: "b", arn: "arn:aws:s3:::b" };
    const setting = (name: string, of: string) => ({
      address: `aws_s3_bucket_versioning.${name}`,
      actions: ["create"],
      after: { bucket: of },
    });
    const all = [
      { ...bucket, before: values, after: values },
      setting("x", "b"),
      setting("y", "arn:aws:s3:::b"),
    ];
    expect(found(...all)).to.have.lengthOf(1);
    expect(found(...all.slice(0, 2))).to.have.lengthOf(0);
  });

  it("are told by all that says which thing is meant", () => {
    const policy = (name: string, values: object): ChangeJson => ({
      address: `aws_iam_role_policy.${name}`,
      actions: ["create"],
      after: values,
    });
    expect(
      found(policy("a", { role: "r", name: "x" }), policy("b", { role: "r", name: "y" })),
    ).to.deep.equal([]);
    expect(
      found(policy("a", { role: "r", name: "x" }), policy("b", { role: "r", name: "x" })),
    ).to.have.lengthOf(1);
    expect(
      found(policy("a", { role: "r" }), {
        ...policy("b", { role: "r" }),
        afterUnknown: { name: true },
      }),
    ).to.deep.equal([]);
  });

  it("are told of invocations by what these set", () => {
    const told = (name: string, kind: string) => ({
      address: `aws_lambda_invocation.${name}`,
      actions: ["create"],
      after: { input: JSON.stringify({ desired: { kind } }) },
    });
    expect(found(told("a", "holidays"), told("b", "holidays"))).to.have.lengthOf(1);
    expect(found(told("a", "holidays"), told("b", "agentStatuses"))).to.deep.equal([]);
    const open = { actions: ["create"], after: {}, afterUnknown: { input: true } };
    expect(
      found(
        { address: "aws_lambda_invocation.a", ...open },
        { address: "aws_lambda_invocation.b", ...open },
      ),
    ).to.deep.equal([]);
  });

  it("may be two numbers, or two keys, which nothing tells apart", () => {
    const key = (name: string) => ({
      address: `aws_kms_key.${name}`,
      actions: ["create"],
      after: {},
    });
    expect(found(key("a"), key("b"))).to.deep.equal([]);
  });
});

describe("the target of a setting", () => {
  const twice = (
    type: string,
    target: { attribute: string; type: string },
    names: readonly [object, object],
  ) =>
    found(
      ...names.map((values, index): ChangeJson => ({
        ...{ address: `${type}.s${index}`, actions: ["create"], after: values },
      })),
      {
        ...{ address: `${target.type}.t`, actions: ["no-op"] },
        ...{ before: { arn: "arn", name: "name" }, after: { arn: "arn", name: "name" } },
      },
    );

  it("is one thing, be it named by its ARN or its name", () => {
    const topic = { attribute: "arn", type: "aws_sns_topic" };
    expect(
      twice("aws_sns_topic_policy", topic, [{ arn: "arn" }, { arn: "name" }]),
    ).to.have.lengthOf(1);
    expect(twice("aws_sns_topic_policy", topic, [{ arn: "arn" }, { arn: "x" }])).to.deep.equal([]);
    const role = { attribute: "role", type: "aws_iam_role" };
    expect(
      twice("aws_iam_role_policy", role, [
        { role: "arn", name: "p" },
        { role: "name", name: "p" },
      ]),
    ).to.have.lengthOf(1);
  });

  it("of what goes is what it was", () => {
    const policy = (name: string, action: string, arn: string): ChangeJson => ({
      ...{ address: `aws_sns_topic_policy.${name}`, actions: [action] },
      [action === "delete" ? "before" : "after"]: { arn, policy: name },
    });
    expect(found(policy("a", "delete", "x"), policy("b", "create", "x"))).to.have.lengthOf(1);
    expect(found(policy("a", "delete", "y"), policy("b", "create", "x"))).to.deep.equal([]);
  });

  it("of an invocation is what it is told to set", () => {
    const told = (name: string, kind: string): ChangeJson => ({
      ...{ address: `aws_lambda_invocation.${name}`, actions: ["create"] },
      after: { input: JSON.stringify({ desired: { kind }, run: "r" }) },
    });
    expect(found(told("a", "holidays"), told("b", "holidays"))).to.have.lengthOf(1);
    expect(found(told("a", "holidays"), told("b", "agentStatuses"))).to.deep.equal([]);
  });
});
