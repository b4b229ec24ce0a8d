import { expect } from "chai";

import { nextSteps } from "../../../commands/bootstrap/next-steps";

describe("What remains after a bootstrap", () => {
  it("is a command for each thing, and for each environment of the account", () => {
    const text = nextSteps(["dev", "prod"], {
      dev_plan_role: "arn:dev-plan",
      dev_apply_role: "arn:dev-apply",
      dev_pull_role: "arn:dev-pull",
      prod_plan_role: "arn:prod-plan",
      prod_apply_role: "arn:prod-apply",
      prod_pull_role: "arn:prod-pull",
    });
    const commands = text.split("\n").filter((line) => line.startsWith("  "));
    expect(commands.map((line) => line.trim())).to.deep.equal([
      "gh variable set AWS_PLAN_ROLE_ARN_DEV --body arn:dev-plan",
      "gh variable set AWS_PULL_ROLE_ARN_DEV --body arn:dev-pull",
      "gh variable set AWS_APPLY_ROLE_ARN --env dev --body arn:dev-apply",
      "gh variable set AWS_PLAN_ROLE_ARN_PROD --body arn:prod-plan",
      "gh variable set AWS_PULL_ROLE_ARN_PROD --body arn:prod-pull",
      "gh variable set AWS_APPLY_ROLE_ARN --env prod --body arn:prod-apply",
      "npm run plan -- dev",
      "npm run plan -- prod",
    ]);
  });
});
