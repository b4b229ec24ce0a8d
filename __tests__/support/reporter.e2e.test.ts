import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { FAILED_FILES } from "../../commands/test/second-try";

const PROJECT = join(__dirname, "..", "..");

describe("The report of the tests", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "report-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** @returns the exit code, the last line of the report, and the files that it says have failed. */
  async function run(files: Readonly<Record<string, string>>): Promise<{
    exitCode?: number | undefined;
    last?: string | undefined;
    failed: string[];
  }> {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const list = join(folder, "failed.json");
    const { exitCode, stdout } = await execa(
      "node_modules/.bin/mocha",
      [
        ...["--no-config", "--parallel", "--require", "ts-node/register/transpile-only"],
        ...["--reporter", "__tests__/support/reporter.ts"],
        ...Object.keys(files).map((name) => join(folder, name)),
      ],
      { cwd: PROJECT, env: { [FAILED_FILES]: list }, reject: false },
    );
    const failed = (JSON.parse(readFileSync(list, "utf8")) as string[]).map((file) =>
      relative(folder, resolve(PROJECT, file)),
    );
    return { exitCode, last: stdout.trimEnd().split("\n").at(-1), failed: failed.sort() };
  }

  it("names the files that failed in a test or in a hook, each once", async () => {
    const fail = `() => { throw new Error("no answer"); }`;
    const { exitCode, last, failed } = await run({
      "good.test.ts": `it("answers", () => undefined);`,
      "test.test.ts": `it("one", ${fail}); it("two", ${fail});`,
      "hook.test.ts": `describe("a file", () => { before(${fail}); it("waits", () => undefined); });`,
    });
    expect(exitCode).to.equal(3);
    expect(last).to.match(/^1 passed, 3 failed, 0 skipped in /);
    expect(failed).to.deep.equal(["hook.test.ts", "test.test.ts"]);
  });

  it("names none where all pass", async () => {
    const { exitCode, failed } = await run({ "good.test.ts": `it("answers", () => undefined);` });
    expect(exitCode).to.equal(0);
    expect(failed).to.deep.equal([]);
  });
});
