import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { copyProject } from "../support/project-copy";

const PROJECT = join(__dirname, "..", "..");

const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** Those that are ours: the others are programs of other people, with their own help. */
const OWN = Object.entries(scripts).filter(
  ([, script]) => !/^(mocha|run-p|prettier|eslint|depcruise|tsc|knip)\b/.test(script),
);

/** The project, where nobody else writes. */
const folder = mkdtempSync(join(tmpdir(), "helped-"));
const project = join(folder, "project");

const npm = (script: string, ...args: string[]) =>
  execa("npm", ["run", "--silent", script, "--", ...args], {
    cwd: project,
    // Nothing that a help needs.
    env: { AWS_EC2_METADATA_DISABLED: "true", AWS_PROFILE: "of-nobody" },
    reject: false,
    stdin: "ignore",
    all: true,
  });

/** What lies in the project, with the time at which each file was last written. */
async function files(): Promise<string> {
  const { stdout } = await execa(
    "find",
    [
      ".",
      ...["(", "-path", "./node_modules", "-o", "-path", "./.git", ")", "-prune", "-o"],
      ...["-type", "f", "-printf", "%p %T@\n"],
    ],
    { cwd: project },
  );
  return stdout.split("\n").sort().join("\n");
}

describe("the help of the npm scripts", function () {
  this.timeout(300_000);

  before(() => copyProject(project));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("is that of scripts that name their file, and nothing else", () => {
    expect(OWN).to.have.length.above(10);
    for (const [, script] of OWN) expect(script).to.match(/^ts-node (commands|bench)\/[\w-]+\.ts$/);
  });

  for (const [name] of OWN) {
    it(`tells how to run ${name}, is the same each time, and touches nothing`, async () => {
      const before = await files();
      const [{ all, exitCode }, again] = await Promise.all([
        npm(name, "--help"),
        npm(name, "--help"),
      ]);
      expect([exitCode, await files()], all).to.deep.equal([0, before]);
      const spoken = name === "start" ? "npm (run )?start" : `npm run ${name}`;
      expect(all).to.match(new RegExp(`^Usage: ${spoken} -- `));
      expect(all).not.to.include(project).and.not.include(homedir());
      expect(again.all).to.equal(all);
    });

    it(`is named by ${name} for an option that it does not have`, async () => {
      const before = await files();
      const { all, exitCode } = await npm(name, "--no-such-option");
      expect(exitCode, all).to.equal(1);
      expect(all)
        .to.match(/^error: /)
        .and.not.match(/^ {4}at /m);
      expect(await files()).to.equal(before);
    });
  }
});
