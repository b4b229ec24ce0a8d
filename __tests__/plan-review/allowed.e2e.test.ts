import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

const PROJECT = join(__dirname, "..", "..");
const LOADER = join(PROJECT, "commands", "support", "register.cjs");
const NUMBER = "aws_connect_phone_number.main";

describe("What commits allow", () => {
  let folder: string;
  const commits: string[] = [];

  const git = (...args: readonly string[]) => execa("git", args, { cwd: folder });
  const allowed = async (...args: readonly string[]) => {
    const script = join(PROJECT, "plan-review", "allowed.ts");
    const { exitCode, stdout, stderr } = await execa(
      process.execPath,
      ["--require", LOADER, script, ...args],
      { cwd: folder, reject: false },
    );
    return { exitCode, allowances: stdout.split("\n").filter((line) => line !== ""), stderr };
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "allowed-"));
    await git("init", "--quiet", "--initial-branch=main");
    await git("config", "user.name", "Mary Jane");
    await git("config", "user.email", "mary.jane@example.com");
    const messages = [
      "Begin",
      `Let the number go\n\nIt is ported.\n\nAllows: ${NUMBER}: destroy`,
      `Let two users go\n\nAllows: aws_connect_user.peter_parker: destroy\nAllows: aws_kms_key.key:unprotect\nSigned-off-by: Mary`,
      "Only talk of Allows: aws_kms_key.key in a sentence",
      "Allow what isn't an allowance\n\nAllows: everything, please",
    ];
    for (const message of messages) {
      await git("commit", "--quiet", "--allow-empty", "-m", message);
      commits.push((await git("rev-parse", "HEAD")).stdout);
    }
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("stand in trailers of the commits of a range", async () => {
    const { allowances } = await allowed(commits[0] ?? "", commits[2] ?? "");
    expect(allowances.sort()).to.deep.equal([
      `${NUMBER}: destroy`,
      "aws_connect_user.peter_parker: destroy",
      "aws_kms_key.key: unprotect",
    ]);
  });

  it("do not stand in sentences, nor in commits before the range", async () => {
    expect((await allowed(commits[2] ?? "", commits[3] ?? "")).allowances).to.deep.equal([]);
    expect((await allowed(commits[3] ?? "", commits[3] ?? "")).allowances).to.deep.equal([]);
  });

  it("are those of the last commit, where a range has no beginning", async () => {
    for (const from of ["0".repeat(40), "a".repeat(40)]) {
      expect((await allowed(from, commits[1] ?? "")).allowances).to.deep.equal([
        `${NUMBER}: destroy`,
      ]);
    }
  });

  it("are refused where they are none, with the commit", async () => {
    const { exitCode, stderr } = await allowed(commits[3] ?? "", commits[4] ?? "");
    expect(exitCode).to.equal(1);
    expect(stderr).to.include((commits[4] ?? "").slice(0, 7));
    expect(stderr).to.include(
      "must be an address and what may happen there (ADDRESS: destroy|grant|unprotect|disrupt|forget|create|change)",
    );
    expect(stderr).to.include('got "everything, please"');
  });

  it("are not guessed without a range", async () => {
    expect(await allowed()).to.deep.include({ exitCode: 1, allowances: [] });
  });
});
