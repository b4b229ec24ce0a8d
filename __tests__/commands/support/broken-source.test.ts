import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { PROJECT } from "../../../commands/support/stacks";

describe("a command whose source is broken", () => {
  const load = (register: string, source: string) => {
    const file = join(mkdtempSync(join(tmpdir(), "broken-")), "value.ts");
    writeFileSync(file, source);
    const code = `require("./commands/support/broken-source"); require(${JSON.stringify(file)})`;
    return execa(process.execPath, ["-r", register, "-e", code], { cwd: PROJECT, reject: false });
  };

  it("says where, in the compiler's words, without a stack", async () => {
    const { stderr, exitCode } = await load(
      "ts-node/register/transpile-only",
      "export const center = { hours: [ };\n",
    );
    expect(stderr).to.match(/^error: Transform failed with 1 error:\n.*value\.ts:1:33: ERROR: /);
    expect([exitCode, stderr.includes("    at ")]).to.deep.equal([1, false]);
  });

  it("tells the place of any other fault, without a stack, too", async () => {
    const { stderr, exitCode } = await load(
      "ts-node/register/transpile-only",
      "throw new RangeError('too much');\n",
    );
    expect(stderr).to.match(
      /^error: RangeError: too much\nThis is a mistake in the program, at .*value\.ts:1: please report/,
    );
    expect([exitCode, stderr.includes("    at ")]).to.deep.equal([1, false]);
  });

  it("is named with its file by what synthesizes, too", async () => {
    const { stderr } = await load("./commands/support/register.cjs", "export const center = [;\n");
    expect(stderr).to.match(/value\.ts:1:23: ERROR/);
  });
});
