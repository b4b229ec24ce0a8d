import { ListInstancesCommand } from "@aws-sdk/client-connect";
import { expect } from "chai";

import { ENVIRONMENTS } from "../../kwglobal";
import { filesBelow, logs, outcomes, resultOf, Stage, VARS } from "../support/github/stage";
import { saidBy } from "../support/kwglobal-texts";
import { requires } from "../support/requirements";

describe("the workflows, run on a sandbox where dev is applied, and prod is not", function () {
  requires("terraform", "moto_server", "provider");
  this.timeout(900_000);

  let stage: Stage;

  before(async () => {
    stage = await Stage.start("dev");
  });

  after(() => stage.stop());

  it("tell a pull request what it would change, and what it would make in an empty account", async () => {
    const { repository, request } = stage;
    await repository.git("checkout", "--quiet", "-b", "greeting");
    repository.edit("flow-templates/main-menu.json", saidBy("Welcome"), `${saidBy("Welcome")} Ltd`);
    // Consulting calls wait for their only agent without need.
    repository.edit(
      "kwglobal.ts",
      'queue: "Business Consulting", priority: 1, delaySeconds: 0',
      'queue: "Business Consulting", priority: 1, delaySeconds: 30',
    );
    await repository.commit("Greet callers by the company's full name");
    const head = await repository.propose(1, "greeting");

    const results = await stage.run("pull-request.yml", stage.pullRequest(1, head), {
      skip: ["checks"],
    });

    expect(outcomes(results), logs(results)).to.deep.equal({
      synth: "success",
      "plan (dev)": "success",
      "plan (prod)": "success",
      comment: "success",
    });
    const [comment, ...others] = request.comments;
    expect(others).to.deep.equal([]);
    expect(comment?.body).to.match(/### dev: \d+ changed/);
    expect(comment?.body).to.match(
      /^- expected service \d+ % → 0 % \(Business Consulting, (Tuesday|Saturday) \d\d:\d\d\)$/m,
    );
    expect(comment?.body).to.match(/### prod: \d+ created/);
    expect(comment?.body).to.include("#### KWGlobal Main Menu (changed; dev, prod)");
    expect(comment?.body).to.include(
      `- Text: ${saidBy("Welcome")}\n+ Text: ${saidBy("Welcome")} Ltd`,
    );
    expect(comment?.body.match(/```mermaid/g)).to.have.length(2);
    expect(comment?.body.length).to.be.below(65_536);
  });

  it("hand on nothing but the configuration, the flows and the reviews", async () => {
    const names = (await filesBelow(stage.artifacts))
      .map((file) => file.slice(stage.artifacts.length + 1))
      .map((file) => file.replace(/[0-9A-F]{32}/, "<hash>"));
    const allowed =
      /^(configuration\/[a-z-]+\/(cdk\.tf\.json|assets\/.+)|configuration\/terraform\.lock\.hcl|flow-changes\/(flows|costs|service)\.json|review-(dev|prod)\/review\.json)$/;
    expect(names.filter((name) => !allowed.test(name))).to.deep.equal([]);
    expect(names).to.include("configuration/kwglobal-prod/cdk.tf.json");
    expect(names).to.include("review-prod/review.json");
  });

  it("apply main to dev, then to prod, with first passwords, until a second plan is empty", async () => {
    const { repository } = stage;
    const before = await repository.git("rev-parse", "main");
    await repository.git("checkout", "--quiet", "main");
    await repository.git("merge", "--quiet", "--no-ff", "-m", "Merge greeting", "greeting");
    const order: string[] = [];

    const results = await stage.run("apply.yml", await stage.onMain(before), {
      before: (job) => {
        order.push(job);
      },
    });

    expect(outcomes(results), logs(results)).to.deep.equal({
      synth: "success",
      "plan (dev)": "success",
      "plan (prod)": "success",
      "apply-dev": "success",
      "apply-prod": "success",
    });
    expect(order).to.deep.equal(["synth", "plan", "apply-dev", "apply-prod"]);
    for (const name of ["dev", "prod"]) {
      expect(resultOf(results, `plan (${name})`).outputs[`digest-${name}`]).to.match(
        /^[0-9a-f]{64}$/,
      );
      expect(resultOf(results, `apply-${name}`).summary).to.include("finds nothing to change");
    }
    const { InstanceSummaryList = [] } = await stage.connect.send(new ListInstancesCommand({}));
    expect(InstanceSummaryList).to.have.length(ENVIRONMENTS.length);
  });

  it("give forks no plan, and say so", async () => {
    const head = await stage.repository.propose(1, "greeting");
    const event = stage.pullRequest(1, head);
    event.event.pull_request.head.repo.full_name = "somebody/contact-center";
    const results = await stage.run("pull-request.yml", event, { skip: ["checks"] });
    expect(outcomes(results)).to.deep.equal({ synth: "success" });
    expect(resultOf(results, "synth").summary).to.include("comes from a fork");
  });

  it("take a role only to plan or to apply", () => {
    expect([...new Set(stage.roles)].sort()).to.deep.equal(
      [VARS.AWS_APPLY_ROLE_ARN, VARS.AWS_PLAN_ROLE_ARN_DEV, VARS.AWS_PLAN_ROLE_ARN_PROD].sort(),
    );
  });

  it("let no password leave a machine, and leave none on it", async () => {
    expect(stage.hasLeft("(sensitive value)")).to.equal(true);
    await stage.expectNoPassword();
  });
});
