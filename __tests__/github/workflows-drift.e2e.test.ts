import { expect } from "chai";

import { outcomes, resultOf, Stage } from "../support/github/stage";
import { requires } from "../support/requirements";

describe("the workflows, where somebody changes something in the console", function () {
  requires("terraform", "moto_server", "provider");
  this.timeout(900_000);

  let stage: Stage;

  before(async () => {
    stage = await Stage.start("both");
  });

  after(() => stage.stop());

  it("refuse to apply what nobody has reviewed: the world changed after the plan", async () => {
    await stage.spoilHours("Changed before the review");
    const results = await stage.run("apply.yml", await stage.onMain(), {
      skip: ["apply-prod"],
      before: (job) => (job === "apply-dev" ? stage.spoilHours("Changed after it") : undefined),
    });
    const { result: outcome, log, summary } = resultOf(results, "apply-dev");
    expect(outcome).to.equal("failure");
    expect(log).to.include("This is not the plan that was reviewed");
    expect(log).not.to.include("Apply complete");
    expect(summary).to.match(/changed {3}aws_connect_hours_of_operation/);
  });

  it("find drift at night, and tell of it in an issue", async () => {
    const results = await stage.run("drift.yml", await stage.onMain());
    expect(resultOf(results, "issue").log).to.include("drift issue: opened");
    const [issue, ...others] = stage.api.issues.filter(({ pull_request: is }) => is === undefined);
    expect(others).to.deep.equal([]);
    expect(issue).to.include({ title: "AWS is not as the code says", state: "open" });
    expect(issue?.body).to.include("### dev: 1 changed").and.not.include("### prod");
    expect(issue?.body).to.include(
      "- `aws_connect_hours_of_operation.kwglobal_business_hours`: `npm run pull -- dev --write` keeps it; `npm run apply -- dev` undoes it",
    );
  });

  it("undo it by an apply that somebody starts, and close the issue", async () => {
    const applied = await stage.run("apply.yml", await stage.onMain());
    expect(resultOf(applied, "apply-dev").log).to.include(
      "Apply complete! Resources: 0 added, 1 changed",
    );
    // Nobody is asked to approve nothing.
    expect(outcomes(applied)).to.include({ "apply-dev": "success" });
    expect(outcomes(applied)).not.to.have.property("apply-prod");
    const results = await stage.run("drift.yml", await stage.onMain());
    expect(resultOf(results, "issue").log).to.include("drift issue: closed");
    expect(stage.api.issues.at(-1)).to.include({
      title: "AWS is not as the code says",
      state: "closed",
    });
  });

  it("let no password leave a machine, and leave none on it", () => stage.expectNoPassword());
});
