import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { GitHub } from "../../../plan-review/github/client";
import { openRequest } from "../../../plan-review/github/pull-request";
import { GitHubApi } from "../../support/github/api";
import { Repository } from "../../support/github/repository";

const PROJECT = join(__dirname, "..", "..", "..");

describe("A pull request that a job opens", () => {
  let api: GitHubApi;
  let repository: Repository;
  const folder = mkdtempSync(join(tmpdir(), "request-"));

  before(async () => {
    repository = await Repository.of(PROJECT, join(folder, "origin"));
    api = await GitHubApi.start();
    api.repository = repository.folder;
  });

  after(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  const open = async () =>
    openRequest(GitHub.ofWorkflow(api.environment), {
      title: "Keep what was changed",
      body: "In words",
      message: "Keep what was changed",
      branch: "pull-from-console/dev-42-1",
      from: {
        commit: await repository.git("rev-parse", "HEAD"),
        tree: await repository.git("rev-parse", "HEAD^{tree}"),
      },
      files: [{ path: "kwglobal.ts", text: "// é\n" }],
    });

  it("has one commit on main with these files and no others, which can be merged", async () => {
    expect(await open()).to.equal("https://github.com/kwglobal/contact-center/pull/1");
    const branch = "pull-from-console/dev-42-1";
    expect(await repository.git("rev-list", "--count", `main..${branch}`)).to.equal("1");
    expect(await repository.git("diff", "--name-only", "main", branch)).to.equal("kwglobal.ts");
    expect(await repository.git("show", `${branch}:kwglobal.ts`)).to.equal("// é");
    await repository.git("merge", "--quiet", "--no-ff", "-m", "Merge", branch);
    expect(await repository.git("status", "--porcelain")).to.equal("");
  });

  it("is not opened twice from one run", async () => {
    const failure = await open().then(
      () => "",
      (error: unknown) => String(error),
    );
    expect(failure).to.include("Reference already exists");
  });
});
