import { expect } from "chai";

import { outcomes, resultOf, Stage } from "../support/github/stage";
import { requires } from "../support/requirements";

describe("the workflows, for a change that would destroy the table", function () {
  requires("terraform", "moto_server", "provider");
  this.timeout(900_000);

  let stage: Stage;

  before(async () => {
    stage = await Stage.start("both");
  });

  after(() => stage.stop());

  const proposed = async () =>
    stage.run(
      "pull-request.yml",
      stage.pullRequest(1, await stage.repository.propose(1, "rename")),
      { skip: ["checks"] },
    );

  it("refuse it in the pull request's one comment, unless commits name what goes", async () => {
    const { repository, request } = stage;
    await repository.git("checkout", "--quiet", "-b", "rename", "main");
    // prevent_destroy doesn't help: Terraform forgets it together with the address.
    repository.edit(
      "constructs/vanity-numbers/vanity-numbers.ts",
      'DynamodbTable(this, "Table"',
      'DynamodbTable(this, "Rows"',
    );
    await repository.commit("Call the table's construct by another name");
    const refused = await proposed();
    expect(outcomes(refused)).to.include({ "plan (prod)": "failure", comment: "success" });
    const [refusal] = request.comments;
    expect(refusal?.body, resultOf(refused, "plan (prod)").log).to.include(
      "> [!CAUTION]\n> **The gate refuses this plan.**",
    );
    expect(refusal?.body).to.match(/^- destroyed aws_dynamodb_table\.vanity_numbers_table: /m);

    const named = [...(refusal?.body.matchAll(/^> Allows: .+$/gm) ?? [])].map(
      ([trailer]) => trailer,
    );
    const trailers = [...new Set(named)].map((trailer) => trailer.slice("> ".length));
    expect(trailers).to.include("Allows: aws_dynamodb_table.vanity_numbers_table: destroy");
    await repository.commit("Let the table go, since it is empty", trailers.join("\n"));
    const allowed = await proposed();
    expect(outcomes(allowed), resultOf(allowed, "plan (prod)").log).to.include({
      "plan (prod)": "success",
    });
    expect(resultOf(allowed, "comment").log).to.include("updated the comment on pull request 1");
    const [comment, ...others] = request.comments;
    expect(others).to.deep.equal([]);
    expect(comment?.body).to.include("> [!WARNING]").and.not.include("[!CAUTION]");
  });

  it("let no password leave a machine, and leave none on it", () => stage.expectNoPassword());
});
