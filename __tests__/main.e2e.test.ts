import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

/** Runs main.ts as cdktf.json does. */
async function synthesize(LIFT_GUARDS: string) {
  const outdir = mkdtempSync(join(tmpdir(), "main-"));
  const { exitCode, stderr } = await execa(
    process.execPath,
    ["--require", "./commands/support/register.cjs", "main.ts"],
    { cwd: join(__dirname, ".."), env: { LIFT_GUARDS, CDKTF_OUTDIR: outdir }, reject: false },
  );
  const isGuarded = (stack: string) =>
    readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8").includes("prevent_destroy");
  return { exitCode, stderr, isGuarded };
}

describe("LIFT_GUARDS", () => {
  it("lifts the guards of the stack that it names, and of no other", async () => {
    const { isGuarded } = await synthesize("kwglobal-dev");
    expect([isGuarded("kwglobal-dev"), isGuarded("kwglobal-prod")]).to.deep.equal([false, true]);
  });

  it("is refused when it names none, without a stack trace", async () => {
    const { exitCode, stderr } = await synthesize("dev");
    expect(exitCode).to.equal(1);
    expect(stderr).to.equal(
      'LIFT_GUARDS must name one of the stacks kwglobal-dev, kwglobal-prod, got "dev"',
    );
  });
});
