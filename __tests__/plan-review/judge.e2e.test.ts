import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { digestOf } from "../../plan-review/digest";
import { type ChangeJson, planJson, planOf } from "../support/plans";

const PROJECT = join(__dirname, "..", "..");
const NUMBER = "aws_connect_phone_number.phone_number";

describe("node plan-review/judge.ts", function () {
  this.timeout(60_000);

  const folder = mkdtempSync(join(tmpdir(), "judge-"));
  const written = (name: string, changes: readonly ChangeJson[]) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(planJson(changes)));
    return file;
  };
  const edit: ChangeJson[] = [
    {
      address: "aws_connect_queue.sales",
      actions: ["update"],
      before: { description: "a" },
      after: { description: "b" },
    },
  ];
  const harmless = written("harmless.json", edit);
  const harmful = written("harmful.json", [{ address: NUMBER, actions: ["delete"] }]);

  /** The script, as the job on GitHub runs it, but for what strips the types. */
  const judge = (...args: string[]) =>
    execa(
      process.execPath,
      ["--require", "./commands/support/register.cjs", "plan-review/judge.ts", ...args],
      { cwd: PROJECT, reject: false, all: true },
    );

  it("lets a harmless plan pass without a word", async () => {
    expect(await judge(harmless)).to.include({ exitCode: 0, all: "" });
  });

  it("refuses, unless it is allowed", async () => {
    const refused = await judge(harmful);
    expect(refused.exitCode).to.equal(1);
    expect(refused.all).to.contain(`Allows: ${NUMBER}: destroy`);
    const allowed = await judge(harmful, "--allow", `${NUMBER}: destroy`);
    expect(allowed.exitCode).to.equal(0);
    expect(allowed.all).to.contain("Allowed, since the change says so");
    expect((await judge(harmful, "--allow", `${NUMBER}: unprotect`)).exitCode).to.equal(1);
  });

  it("writes the digest, and refuses a plan that isn't the one that was reviewed", async () => {
    const file = join(folder, "digest");
    await judge(harmless, "--digest-file", file);
    const digest = readFileSync(file, "utf8").trim();
    expect(digest).to.equal(digestOf(planOf(edit)));
    expect((await judge(harmless, "--expect-digest", digest)).exitCode).to.equal(0);
    const other = await judge(harmless, "--expect-digest", "0".repeat(64));
    expect(other.exitCode).to.equal(1);
    expect(other.all).to.contain("This is not the plan that was reviewed");
  });

  it("ends with 2, and no stack trace, where it can't judge", async () => {
    const runs = await Promise.all([
      judge(),
      judge("--nonsense"),
      judge(harmful, "--allow", NUMBER),
      judge(join(folder, "nowhere.json")),
    ]);
    for (const { exitCode, all } of runs) {
      expect([exitCode, all.includes("    at ")], all).to.deep.equal([2, false]);
      expect(all).to.match(/^error: /);
    }
  });
});
