import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

const fuzz = (...args: string[]) =>
  execa(
    process.execPath,
    [
      "--require",
      "ts-node/register/transpile-only",
      join(__dirname, "..", "..", "commands", "fuzz.ts"),
      ...args,
    ],
    { reject: false },
  );

describe("npm run fuzz", () => {
  it("ends with what was checked", async () => {
    const { stdout, exitCode } = await fuzz("--calls", "300", "--seed", "7");
    expect(exitCode).to.equal(0);
    expect(stdout).to.match(/^300 random calls, seed 7:\n/);
    expect(stdout.split("\n").at(-1)).to.equal(
      "passed: in 300 random calls, seed 7, nobody was stuck, no flow stopped, and each call ended in a queue, with an agent, a callback or a goodbye",
    );
  });

  it("refuses a number that is none", async () => {
    const { stderr, exitCode } = await fuzz("--calls", "many");
    expect(exitCode).to.equal(1);
    expect(stderr).to.match(/it must be a whole number/);
  });
});
