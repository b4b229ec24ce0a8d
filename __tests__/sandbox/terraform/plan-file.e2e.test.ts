import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { withPlanFile } from "../../../sandbox/terraform/plan-file";
import { setVariables } from "../../support/hostile-environment";

describe("The place of a plan", () => {
  const PROJECT = join(__dirname, "..", "..", "..");
  let temporary: string;
  let restore: () => void;

  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), "plans-"));
    restore = setVariables({ TMPDIR: temporary });
  });

  afterEach(() => {
    restore();
    rmSync(temporary, { recursive: true, force: true });
  });

  it("is a folder that only its owner can read, and is gone after the work", async () => {
    const file = await withPlanFile((plan) => {
      writeFileSync(plan, "secret");
      expect(statSync(dirname(plan)).mode & 0o777).to.equal(0o700);
      return Promise.resolve(plan);
    });
    expect(existsSync(file)).to.equal(false);
    expect(plans()).to.deep.equal([]);
  });

  it("is gone after work that fails", async () => {
    const work = withPlanFile(() => Promise.reject(new Error("broken")));
    expect(String(await work.catch((reason: unknown) => reason))).to.equal("Error: broken");
    expect(plans()).to.deep.equal([]);
  });

  const plans = () => readdirSync(temporary).filter((name) => name.startsWith("kwglobal-plan-"));

  /** A process that has a plan, and then does something else. */
  const run = (then: string) =>
    execa(
      process.execPath,
      [
        "--require",
        "ts-node/register/transpile-only",
        "--eval",
        `require("./sandbox/terraform/plan-file").withPlanFile(async (file) => {
          require("node:fs").writeFileSync(file, "secret");
          ${then};
        })`,
      ],
      { cwd: PROJECT, reject: false },
    );

  it("is gone when the process ends in the middle, as at a second Ctrl-C", async () => {
    expect(await run("process.exit(130)")).to.have.property("exitCode", 130);
    expect(plans()).to.deep.equal([]);
  });

  it("of a process that was killed outright is deleted by the next run", async () => {
    await run('process.kill(process.pid, "SIGKILL")');
    expect(plans()).to.have.length(1);
    await withPlanFile(() => Promise.resolve());
    expect(plans()).to.deep.equal([]);
  });

  it("of a process that still runs is left alone", async () => {
    const theirs = join(temporary, `kwglobal-plan-${process.ppid}-x`);
    mkdirSync(theirs);
    await withPlanFile(() => Promise.resolve());
    expect(existsSync(theirs)).to.equal(true);
  });
});
