import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { pinnedReleases, releaseFor } from "../../sandbox/terraform/terraform-release";
import { commandsIn } from "../support/github/commands";

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
    const curl =
      '#!/bin/sh\nwhile [ "$1" != --output ]; do shift; done\necho evil > "$2"; echo "$3"\n';
    writeFileSync(join(folder, "curl"), curl, { mode: 0o755 });
    const { exitCode, all } = await run("install-terraform.sh", {
      PATH: [folder, process.env.PATH ?? ""].join(delimiter),
      GITHUB_PATH: paths,
    });
    expect(exitCode).to.equal(1);
    const release = releaseFor(pinnedReleases(), "linux", "x64");
    expect(all).to.include(
      `https://releases.hashicorp.com/terraform/${release?.version ?? ""}/${release?.archive ?? ""}`,
    );
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
    expect(all).to.include("Error: broken").and.not.include("Secret-1");
  });

  it("take no line of Terraform's for a command of the workflow, and their own afterwards", async () => {
    const evil =
      "::set-output name=changes-prod::false\n  ##[add-mask]destroyed\n::stop-commands::a\n::a::\n::error::x";
    const terraform = `#!/bin/sh\nprintf '${evil}'\nprintf '${evil}' >&2\nexit 1\n`;
    writeFileSync(join(folder, "terraform"), terraform, { mode: 0o755 });
    writeFileSync(
      join(folder, "all.sh"),
      [
        `source ${SCRIPTS}/environment.sh`,
        'terraform_init || echo "::notice::$?"',
        'terraform_plan || echo "::notice::$?"',
        'quoted terraform apply || echo "::notice::$?"',
      ].join("\n"),
    );
    const { all } = await execa("bash", [join(folder, "all.sh")], {
      env: {
        PATH: [folder, process.env.PATH ?? ""].join(delimiter),
        RUNNER_TEMP: folder,
        ENVIRONMENT: "dev",
      },
      extendEnv: false,
      all: true,
      reject: false,
    });
    expect(all).to.include("::set-output");
    expect(commandsIn(all).map(({ name, data }) => `${name} ${data}`)).to.deep.equal([
      "notice 1",
      "notice 1",
      "notice 1",
    ]);
    const words = [...all.matchAll(/^::stop-commands::([0-9a-f]{32})$/gm)].map(([, word]) => word);
    expect(new Set(words).size).to.equal(3);
  });

  it("run Terraform nowhere else, where its lines would be commands", () => {
    for (const script of readdirSync(SCRIPTS)) {
      const lines = readFileSync(join(SCRIPTS, script), "utf8").split("\n");
      const runs = lines.filter((line) => /\bterraform -chdir/.test(line));
      for (const line of runs.filter((each) => !each.includes("quoted "))) {
        // Those of plan_into_files, which runs quoted.
        expect(line, script).to.match(/^ {2}terraform -chdir="\$stack" (plan|show) /);
      }
    }
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
