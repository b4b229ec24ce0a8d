import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { expect } from "chai";
import { execa } from "execa";

import type { Finding } from "../../commands/doctor/finding";
import { PROJECT } from "../../commands/support/stacks";
import { sandboxEnvironment } from "../../sandbox/machine/environment";
import { findProgram } from "../../sandbox/machine/program";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox";
import { findTerraform } from "../../sandbox/terraform/terraform-program";
import { localServer, releaseOf, releases } from "../support/releases-server";
import { requires } from "../support/requirements";
import { copyProject } from "../support/project-copy";

/** Runs a command as its npm script does, in a whole environment. */
const command = (
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd = PROJECT,
  options: readonly string[] = [],
) =>
  execa(
    process.execPath,
    [...options, "--require", "ts-node/register/transpile-only", `commands/${name}.ts`, ...args],
    { cwd, env, extendEnv: false, reject: false, stdin: "ignore" },
  );

const real = (program: string) => realpathSync(findProgram(program, process.env) ?? "/bin/sh");

describe("a fresh machine", function () {
  this.timeout(300_000);

  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "fresh-"));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** A PATH with nothing but the programs given. */
  const pathOf = (programs: Readonly<Record<string, string>>) => {
    const bin = mkdtempSync(join(folder, "bin-"));
    for (const [name, path] of Object.entries(programs)) symlinkSync(path, join(bin, name));
    return bin;
  };

  describe("as npm run doctor sees it", () => {
    it("has nothing: each thing is a line with its cure, and nothing is written", async () => {
      const env = { PATH: pathOf({}), HOME: folder, KW_DOWNLOADS: "never" };
      const before = existsSync(join(PROJECT, ".sandbox", "terraform"));
      const { stdout, stderr, exitCode } = await command("doctor", ["--port", "0"], {
        ...env,
        AWS_EC2_METADATA_DISABLED: "true",
      });
      expect([exitCode, stderr]).to.deep.equal([1, ""]);
      for (const line of [
        /^ {2}ok +Node\.js +\d+\.\d+\.\d+$/m,
        /^ {2}missing +Terraform +terraform is not on the PATH, and KW_DOWNLOADS=never/m,
        /^ {2}missing +Python, moto +.*python3 is not on the PATH$/m,
        /^ {2}missing +Chromium /m,
        /^ {2}missing +AWS credentials +there are no AWS credentials$/m,
        /^ {2}missing +AWS account +not known without credentials$/m,
      ]) {
        expect(stdout).to.match(line);
      }
      const missing = stdout.match(/^ {2}missing/gm) ?? [];
      expect(stdout.match(/^ +→ /gm) ?? []).to.have.length(missing.length);
      expect(existsSync(join(PROJECT, ".sandbox", "terraform"))).to.equal(before);
    });

    describe("with a sandbox", () => {
      requires("moto_server");

      let sandbox: Sandbox;

      before(async () => {
        sandbox = await startSandbox({ port: 0 });
      });

      after(async () => {
        await sandbox.stop();
      });

      it("has credentials of its account, which STS tells, and a port that is taken", async () => {
        const env = sandboxEnvironment(process.env, sandbox.endpoint, "us-west-2");
        const port = String(sandbox.port);
        const { stdout, stderr, exitCode } = await command(
          "doctor",
          ["dev", "--json", "--port", port],
          env,
        );
        // Nor does the SDK say there which Node.js it would rather have.
        expect([exitCode, stderr]).to.deep.equal([1, ""]);
        const groups = JSON.parse(stdout) as { readonly findings: readonly Finding[] }[];
        const findings = groups.flatMap((group) => group.findings);
        const of = (name: string) => findings.find((finding) => finding.name === name);
        expect(of("AWS credentials")).to.include({ ok: true, found: "in AWS_ACCESS_KEY_ID" });
        expect(of("AWS account")).to.include({
          ok: true,
          found: `123456789012, the sandbox at ${sandbox.endpoint}`,
        });
        expect(of("Port")).to.include({ ok: false, found: `port ${port} is already in use` });
        expect(sandbox.calls.countByService()).to.deep.equal({ sts: 1 });
      });
    });

    it("still hears what else Node.js warns of", async () => {
      const script = join(folder, "warn.cjs");
      writeFileSync(script, 'process.emitWarning("something else");\n');
      const env = { PATH: pathOf({}), KW_DOWNLOADS: "never" };
      const options = ["--require", script];
      const { stderr } = await command("doctor", ["--port", "0"], env, PROJECT, options);
      expect(stderr).to.include("something else");
    });
  });

  it("with an old Node.js fails at npm ci, before anything is installed", async () => {
    const project = join(folder, "old");
    mkdirSync(project);
    for (const name of ["package.json", "package-lock.json", ".npmrc"]) {
      cpSync(join(PROJECT, name), join(project, name));
    }
    const manifest = readFileSync(join(project, "package.json"), "utf8");
    // Every Node.js is old to this one.
    writeFileSync(join(project, "package.json"), manifest.replace(/(?<="node": )".*"/, '">=99"'));
    const { stderr, exitCode } = await execa("npm", ["ci", "--dry-run", "--offline"], {
      cwd: project,
      reject: false,
    });
    expect(stderr).to.include("EBADENGINE").and.include('Required: {"node":">=99"}');
    expect(exitCode).not.to.equal(0);
  });

  describe("without Terraform", () => {
    requires("terraform", "moto_server", "provider");

    it("gets it by npm start, which then deploys with it", async () => {
      const { path } = await findTerraform({
        directory: join(PROJECT, ".sandbox"),
        environment: process.env,
      });
      const release = releaseOf(readFileSync(path));
      const { url, stop } = await localServer(releases(release));
      // The project, but for the checksum: what is pinned isn't to be had from here.
      const project = join(folder, "project");
      await copyProject(project);
      const endings = ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64"];
      const pins = endings.map((ending) => `${release.sha256}  terraform_1.11.4_${ending}.zip\n`);
      writeFileSync(join(project, ".terraform.sha256"), pins.join(""));
      const { stdout: python } = await execa(findProgram("python3", process.env) ?? "", [
        ...["-c", "import sys; print(sys.executable)"],
      ]);
      const PATH = [
        pathOf({ node: process.execPath, sh: real("sh"), python3: python }),
        dirname(python),
      ].join(":");
      const { KW_TERRAFORM_MIRROR } = process.env;
      const start = command(
        "start",
        ["--port", "0"],
        {
          ...{ PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR },
          ...{ KW_TERRAFORM_RELEASES: url, KW_TERRAFORM_MIRROR },
        },
        project,
      );
      let said = "";
      start.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
      const ended = start.then((result) => (said += result.stderr));
      while (!hasProviders(project) && start.exitCode === null) await wait(500);
      start.kill("SIGINT");
      const { exitCode } = await start;
      await ended;
      await stop();
      expect(said).to.match(
        /^terraform is not on the PATH: fetching 1\.11\.4 from http.* into .*\.sandbox\/terraform \(once\)\n/,
      );
      expect(existsSync(join(project, ".sandbox", "terraform", "1.11.4", "terraform"))).to.equal(
        true,
      );
      expect(exitCode, said).to.equal(130);
    });
  });
});

/** Whether Terraform has got the providers of production's stack, for a sandbox at whatever port. */
const hasProviders = (project: string): boolean => {
  const sandboxes = join(project, ".sandbox");
  return (existsSync(sandboxes) ? readdirSync(sandboxes) : []).some((port) =>
    existsSync(join(sandboxes, port, "cdktf.out", "stacks", "kwglobal-prod", ".terraform")),
  );
};
