import { expect } from "chai";

import { driftedOf, waysBack } from "../../../plan-review/report/ways-back";
import { planOf } from "../../support/plans";
import { synthesize } from "../../support/synthesized";

describe("The ways back of what has drifted", () => {
  const told = (address: string, actions: readonly string[], name?: string) => {
    const values = name === undefined ? {} : { name };
    const plan = planOf([{ address, actions: [...actions], before: values, after: values }]);
    return waysBack("prod", driftedOf(plan)).split("\n").slice(2).join("\n");
  };

  it("are the pull of that flow, by its name, and an apply", () => {
    expect(told("aws_connect_contact_flow.menu", ["update"], "Mary's Menu")).to.equal(
      "- `aws_connect_contact_flow.menu`: `npm run pull -- prod 'Mary'\\''s Menu'` keeps it; `npm run apply -- prod` undoes it",
    );
  });

  const INVOCATIONS = {
    pulled: ["agent_statuses", "holidays", "phone_number_flow", "queue_quick_connects"],
    edited: ["contact_lens_rules", "evaluation_forms"],
  };

  for (const address of [
    "aws_connect_hours_of_operation.one",
    "aws_connect_queue.one",
    "aws_connect_user.one",
    ...INVOCATIONS.pulled.map((name) => `aws_lambda_invocation.${name}`),
  ]) {
    it(`are the pull of everything for ${address}`, () => {
      expect(told(address, ["update"])).to.include("`npm run pull -- prod --write` keeps it");
    });
  }

  for (const name of INVOCATIONS.edited) {
    it(`are an edit by hand for aws_lambda_invocation.${name}, which no pull reads`, () => {
      expect(told(`aws_lambda_invocation.${name}`, ["update"])).to.include(
        "an edit of `kwglobal.ts` keeps it",
      );
    });
  }

  it("are known for all that the reconciler sets", () => {
    const all = synthesize().addresses();
    expect(all.filter((address) => address.startsWith("aws_lambda_invocation."))).to.have.members(
      Object.values(INVOCATIONS)
        .flat()
        .map((name) => `aws_lambda_invocation.${name}`),
    );
  });

  it("are an edit by hand for what no pull reads, and for what is gone", () => {
    expect(told("aws_s3_bucket.bucket", ["update"])).to.include(
      "an edit of `kwglobal.ts` keeps it",
    );
    expect(told("aws_connect_user.mary", ["create"])).to.include("taking it out of `kwglobal.ts`");
  });

  it("are told of everything that an apply would change, and of nothing else", () => {
    expect(told("aws_connect_user.mary", ["no-op"])).to.equal("");
    const many = Array.from({ length: 60 }, (_, index) => ({
      address: `aws_connect_user.u${index}`,
      actions: ["update"],
    }));
    expect(waysBack("prod", driftedOf(planOf(many)))).to.include("… and 10 more");
  });
});
