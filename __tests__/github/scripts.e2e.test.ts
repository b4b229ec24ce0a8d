import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

const SCRIPTS = join(__dirname, "..", "..", ".github", "scripts");

describe("the scripts of the workflows, one by one", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "scripts-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (script: string, env: Readonly<Record<string, string>>) =>
    execa("bash", [join(SCRIPTS, script)], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? "", RUNNER_TEMP: folder, ...env },
      extendEnv: false,
      all: true,
      reject: false,
    });

  for (const script of readdirSync(SCRIPTS)) {
    it(`are Bash: ${script}`, async () => {
      await execa("bash", ["-n", join(SCRIPTS, script)]);
    });
  }

  it("install no Terraform that isn't the one of the checksum", async () => {
    const paths = join(folder, "paths");
    writeFileSync(paths, "");
    // Stands in for a server that has been broken into.
    const curl = '#!/bin/sh\nwhile [ "$1" != --output ]; do shift; done\necho evil > "$2"\n';
    writeFileSync(join(folder, "curl"), curl, { mode: 0o755 });
    const { exitCode, all } = await run("install-terraform.sh", {
      PATH: [folder, process.env.PATH ?? ""].join(delimiter),
      GITHUB_PATH: paths,
    });
    expect(exitCode).to.equal(1);
    expect(all).to.include("FAILED");
    expect(readFileSync(paths, "utf8")).to.equal("");
  });

  it("show Terraform's errors of a plan, and nothing else of it, since nobody has masked that", async () => {
    // Stands in for a provider that has forgotten to call something sensitive.
    const terraform = "#!/bin/sh\necho the password is Secret-1\necho Error: broken >&2\nexit 1\n";
    writeFileSync(join(folder, "terraform"), terraform, { mode: 0o755 });
    writeFileSync(join(folder, "plan-only.sh"), `source ${SCRIPTS}/environment.sh; terraform_plan`);
    const { exitCode, all } = await execa("bash", [join(folder, "plan-only.sh")], {
      env: {
        PATH: [folder, process.env.PATH ?? ""].join(delimiter),
        RUNNER_TEMP: folder,
        ENVIRONMENT: "dev",
      },
      extendEnv: false,
      all: true,
      reject: false,
    });
    expect(exitCode).to.equal(1);
    expect(all).to.equal("Error: broken");
  });

  it("take no role where none is set, and say where it is set", async () => {
    const { exitCode, all } = await run("prepare.sh", { ENVIRONMENT: "prod", ROLE: "" });
    expect(exitCode).to.equal(1);
    expect(all)
      .to.include("::error::there is no role for prod")
      .and.include("docs/pull-requests.md");
  });

  it("refuse an environment that kwglobal.ts does not have", async () => {
    const { exitCode, all } = await run("prepare.sh", { ENVIRONMENT: "test", ROLE: "arn" });
    expect(exitCode).to.equal(1);
    expect(all).to.include("there is no configuration/kwglobal-test");
  });

  for (const script of ["plan.sh", "judge.sh", "apply.sh", "forget.sh"]) {
    it(`stop where no environment is named: ${script}`, async () => {
      const { exitCode, all } = await run(script, {});
      expect(exitCode).not.to.equal(0);
      expect(all).to.include("ENVIRONMENT: must name an environment");
    });
  }

  it("apply nothing that nobody has reviewed", async () => {
    const { exitCode, all } = await run("apply.sh", { ENVIRONMENT: "prod", REVIEWED: "" });
    expect(exitCode).not.to.equal(0);
    expect(all).to.include("REVIEWED: must be the digest");
  });
});
