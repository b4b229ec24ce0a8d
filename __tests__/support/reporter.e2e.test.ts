import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

const PROJECT = join(__dirname, "..", "..");

describe("The report of the tests", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "report-"));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** @returns the exit code, and the lines of the report of a file that holds this. */
  async function run(test: string): Promise<{ exitCode?: number | undefined; lines: string[] }> {
    const file = join(folder, "some.test.ts");
    writeFileSync(file, `describe("a file", () => { ${test} });`);
    const config = "__tests__/support/sandbox.mocharc.cjs";
    const { retries, require, reporter } = mochaConfig(config);
    const { exitCode, stdout } = await execa(
      "node_modules/.bin/mocha",
      [
        ...["--no-config", "--parallel", "--retries", String(retries), "--reporter", reporter],
        ...require
          .filter((name) => !name.includes("golden"))
          .flatMap((name) => ["--require", name]),
        file,
      ],
      { cwd: PROJECT, reject: false },
    );
    return { exitCode, lines: stdout.split("\n").map((line) => line.trim()) };
  }

  it("names a test that failed once and passed when it was tried again, with its error", async () => {
    const { exitCode, lines } = await run(
      `let runs = 0; it("answers late", () => { runs += 1; if (runs === 1) throw new Error("no answer"); });`,
    );
    expect(exitCode).to.equal(0);
    const begin = lines.indexOf("Tests that failed once, and were tried again:");
    expect(lines[begin + 1]).to.equal("a file answers late: no answer");
  });

  it("is a failure where the second try fails, too", async () => {
    const { exitCode, lines } = await run(
      `it("never answers", () => { throw new Error("no answer"); });`,
    );
    expect(exitCode).to.equal(1);
    expect(lines.join("\n")).to.include("0 passed, 1 failed, 0 skipped");
  });
});

interface MochaConfig {
  readonly retries: number;
  readonly require: readonly string[];
  readonly reporter: string;
}

function mochaConfig(file: string): MochaConfig {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as mocha reads it
  return require(join(PROJECT, file)) as MochaConfig;
}
