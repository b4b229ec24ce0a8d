import { expect } from "chai";

import { logs, outcomes, resultOf, type Results, Stage } from "../support/github/stage";
import { requires } from "../support/requirements";

const FLOW = "KWGlobal Main Menu";
const ASIDE = "Please hold. We are moving house.";

describe("the workflow that pulls from the console", function () {
  requires("terraform", "moto_server", "provider");
  this.timeout(900_000);

  let stage: Stage;
  const pull = async (flows = ""): Promise<Results> =>
    stage.run("pull-from-console.yml", await stage.onMain(), {
      inputs: { environment: "dev", flows },
    });
  const requests = () => stage.api.issues.filter(({ user }) => user.login.endsWith("[bot]"));
  const branches = async () =>
    (
      await stage.repository.git(
        "branch",
        "--list",
        "pull-from-console/*",
        "--format=%(refname:short)",
      )
    )
      .split("\n")
      .filter((name) => name !== "");

  before(async () => {
    stage = await Stage.start("both");
  });

  after(() => stage.stop());

  it("opens nothing where nothing was changed", async () => {
    const results = await pull();
    expect(outcomes(results), logs(results)).to.deep.equal({
      instance: "success",
      read: "success",
      pull: "success",
      open: "success",
    });
    expect(resultOf(results, "open").log).to.include("nothing to keep: dev is as the code says");
    expect(requests()).to.deep.equal([]);
    expect(await branches()).to.deep.equal([]);
    expect(stage.roles).to.deep.equal(["arn:aws:iam::111111111111:role/kwglobal-pull-dev"]);
  });

  it("opens a pull request with the template, its picture, and what was changed in words", async () => {
    await stage.editFlow(FLOW, "Welcome", { Text: ASIDE });
    await stage.spoilHours("Not asked for");
    const results = await pull(` ${FLOW} `);
    expect(resultOf(results, "open").result, logs(results)).to.equal("success");
    const [branch = ""] = await branches();
    expect(branch).to.equal("pull-from-console/dev-42-1");
    const changed = await stage.repository.git("diff", "--name-only", "main", branch);
    expect(changed.split("\n")).to.have.members([
      "docs/main-menu.svg",
      "flow-templates/main-menu.json",
    ]);
    expect(await stage.repository.git("diff", "main", branch)).to.include(ASIDE);
    const [request, ...others] = requests();
    expect(others).to.deep.equal([]);
    expect(request).to.include({ title: "Keep what was changed by hand in dev" });
    expect(request?.pull_request).to.deep.equal({ head: branch, base: "main" });
    expect(request?.body)
      .to.include(ASIDE)
      .and.include("```mermaid")
      .and.include("npm run apply -- dev");
  });

  it("leaves nothing to change there once that is merged", async () => {
    await stage.repository.git(
      "merge",
      "--quiet",
      "--no-ff",
      "-m",
      "Merge",
      (await branches())[0] ?? "",
    );
    const results = await pull(FLOW);
    expect(resultOf(results, "open").log, logs(results)).to.include("nothing to keep");
    await stage.run("drift.yml", await stage.onMain());
    const issue = stage.api.issues.find(({ title }) => title === "AWS is not as the code says");
    const [, dev = ""] = /(### dev.*)### prod/s.exec(issue?.body ?? "") ?? [];
    expect(dev).to.include("### dev: 1 changed").and.include("business_hours");
    // Since the last apply it has changed; an apply would not change it.
    expect(dev).to.include("- `aws_connect_contact_flow.kwglobal_main_menu` differs");
    expect(dev).not.to.match(/changed +aws_connect_contact_flow/);
  });

  it("takes everything that was changed where no flow is named", async () => {
    await stage.repository.git("branch", "--quiet", "-D", ...(await branches()));
    const results = await pull();
    expect(resultOf(results, "open").log, logs(results)).to.include("with kwglobal.ts");
    const [branch = ""] = await branches();
    expect(await stage.repository.git("diff", "main", branch)).to.include(
      'description: "Not asked for"',
    );
  });

  it("fails with what to do where a flow isn't the code's", async () => {
    const results = await pull("No Such Flow, Other");
    expect(outcomes(results)).to.include({ read: "success", pull: "failure" });
    expect(resultOf(results, "pull").log).to.include("a flow must be one of the code's");
    expect(outcomes(results)).not.to.have.property("open");
  });

  it("lets no password leave a machine", () => stage.expectNoPassword());
});
