import { expect } from "chai";

import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";

const said = (changes: readonly ChangeJson[], firstApply: boolean, more: object = {}) =>
  judge(planOf(changes, more), { firstApply, account: "111111111111" }).refused.map(
    ({ happens }) => happens,
  );

const trusting = (...services: readonly string[]) =>
  JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { Service: services }, Action: "sts:AssumeRole" }],
  });

describe("the policy of what a first apply takes over", () => {
  const role = (more: Partial<ChangeJson>): ChangeJson => ({
    ...{ address: "aws_iam_role.r", actions: ["update"], importId: "r" },
    before: { name: "r", assume_role_policy: trusting("lambda.amazonaws.com") },
    ...more,
  });
  const configured = (assume_role_policy: string) => ({
    configuration: {
      root_module: {
        resources: [
          {
            ...{ address: "aws_iam_role.r", mode: "managed", type: "aws_iam_role", name: "r" },
            ...{ provider_config_key: "aws", expressions: { assume_role_policy } },
          },
        ],
      },
    },
  });

  it("is compared with what it was, where it is known", () => {
    const same = {
      name: "r",
      description: "x",
      assume_role_policy: trusting("lambda.amazonaws.com"),
    };
    expect(said([role({ after: same })], true)).to.deep.equal([]);
    const wider = {
      name: "r",
      assume_role_policy: trusting("lambda.amazonaws.com", "events.amazonaws.com"),
    };
    expect(said([role({ after: wider })], true)).to.have.lengthOf(1);
    expect(said([role({ after: wider })], false)).to.have.lengthOf(1);
  });

  it("may say what a new one may, where only the apply tells", () => {
    const open = role({ after: { name: "r" }, afterUnknown: { assume_role_policy: true } });
    expect(said([open], true, configured(trusting("events.amazonaws.com")))).to.deep.equal([]);
    expect(said([open], true, configured(trusting("evil.example")))).to.deep.equal([
      "lets evil.example in",
    ]);
    expect(said([open], false, configured(trusting("events.amazonaws.com")))).to.have.lengthOf(1);
  });
});

describe("who may invoke a function", () => {
  const instance: ChangeJson = {
    ...{ address: "aws_connect_instance.i", actions: ["no-op"] },
    ...{ before: { arn: "arn:i" }, after: { arn: "arn:i" } },
  };
  const lambda: ChangeJson = {
    ...{ address: "aws_lambda_function.f", actions: ["no-op"] },
    ...{ before: { function_name: "f" }, after: { function_name: "f" } },
  };
  const permits = (principal: string, source_arn: string, firstApply: boolean) =>
    said(
      [
        instance,
        lambda,
        {
          ...{ address: "aws_lambda_permission.p", actions: ["create"] },
          after: {
            ...{ function_name: "f", action: "lambda:InvokeFunction", statement_id: "p" },
            ...{ principal, source_arn },
          },
        },
      ],
      firstApply,
    ).length;

  it("is this stack's instance, by a first apply; whoever else it is, and later, is told", () => {
    expect(permits("connect.amazonaws.com", "arn:i", true)).to.equal(0);
    expect(permits("connect.amazonaws.com", "arn:i", false)).to.equal(1);
    expect(permits("connect.amazonaws.com", "arn:other", true)).to.equal(1);
    expect(permits("*", "arn:i", true)).to.equal(1);
  });
});
