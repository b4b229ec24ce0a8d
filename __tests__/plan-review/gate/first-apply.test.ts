import { expect } from "chai";

import { isFirstApply } from "../../../plan-review/gate/first-apply";
import { type ChangeJson, planOf } from "../../support/plans";

const first = (...changes: readonly ChangeJson[]) => isFirstApply(planOf(changes));

const INSTANCE = "aws_connect_instance.instance";
const GITHUB = "aws_iam_openid_connect_provider.git_hub";
const told = (kind: string) => ({ input: JSON.stringify({ desired: { kind }, run: "" }) });
const invocation = (kind: string, actions: string[]): ChangeJson => ({
  address: `aws_lambda_invocation.${kind}`,
  actions,
  ...(actions[0] !== "create" && { before: told(kind) }),
  ...(actions[0] !== "delete" && { after: told(kind) }),
});
const there = { address: INSTANCE, actions: ["no-op"] };

describe("a first apply", () => {
  it("of a center goes on until the number has a flow", () => {
    expect(
      first({ address: INSTANCE, actions: ["create"] }, invocation("phoneNumberFlow", ["create"])),
    ).to.equal(true);
    expect(first(there, invocation("phoneNumberFlow", ["create"]))).to.equal(true);
    expect(
      first(
        there,
        invocation("agentStatuses", ["no-op"]),
        invocation("phoneNumberFlow", ["create"]),
      ),
    ).to.equal(true);
  });

  it("of a center is over once the number has one, whatever is done to it", () => {
    const more = invocation("holidays", ["create"]);
    for (const action of ["no-op", "update", "delete"]) {
      expect(first(there, more, invocation("phoneNumberFlow", [action])), action).to.equal(false);
    }
    expect(
      first(there, more, { ...invocation("phoneNumberFlow", ["forget"]), after: null }),
    ).to.equal(false);
  });

  it("of a center makes what the function sets", () => {
    expect(first({ address: INSTANCE, actions: ["create"] })).to.equal(false);
    expect(first(there, invocation("agentStatuses", ["update"]))).to.equal(false);
    expect(first(there)).to.equal(false);
  });

  it("of an account makes everything, or takes it over", () => {
    const provider = { address: GITHUB, actions: ["create"] };
    const role = { address: "aws_iam_role.plan", actions: ["create"] };
    expect(first(provider, role)).to.equal(true);
    expect(first({ ...provider, actions: ["no-op"], importId: "a" }, role)).to.equal(true);
    expect(first(provider, { ...role, actions: ["no-op"] })).to.equal(false);
    expect(first({ ...provider, actions: ["no-op"] }, role)).to.equal(false);
    expect(first(role)).to.equal(false);
  });

  it("isn't one that makes something, and nothing else is known", () => {
    expect(first({ address: "aws_sns_topic_subscription.eve", actions: ["create"] })).to.equal(
      false,
    );
    expect(first(invocation("phoneNumberFlow", ["create"]))).to.equal(false);
    expect(first()).to.equal(false);
  });
});
