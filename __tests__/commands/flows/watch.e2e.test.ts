import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { expect } from "chai";
import { execa } from "execa";

import { kwglobalFlows } from "../../../commands/support/kwglobal-center";
import { PROJECT } from "../../../commands/support/stacks";

const FLOW = JSON.stringify(JSON.parse(kwglobalFlows()[0]?.content ?? ""), null, 2);

describe("npm run flows -- lint --watch", function () {
  this.timeout(120_000);

  const lint = (...args: string[]) =>
    execa(
      process.execPath,
      ["--require", "ts-node/register/transpile-only", "commands/flows.ts", "lint", ...args],
      { cwd: PROJECT, env: { NODE_NO_WARNINGS: "1" }, reject: false, stdin: "ignore", all: true },
    );

  it("checks a flow again after each save, also while it is broken or gone, until Ctrl-C", async () => {
    const directory = mkdtempSync(join(tmpdir(), "flows-"));
    const file = join(directory, "menu.json");
    writeFileSync(file, FLOW);
    const command = lint("--watch", directory);
    let output = "";
    command.all.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const printed = async (pattern: RegExp, change: () => void) => {
      const { length } = output;
      change();
      while (!pattern.test(output.slice(length))) {
        if (command.exitCode !== null) throw new Error(`it has ended:\n${output}`);
        await wait(50);
      }
    };

    await printed(/1 flow: 0 errors, 0 warnings\nwatching until Ctrl-C/, () => undefined);
    await printed(/saved: .*menu\.json\n.*error action-type[^]*1 flow: 1 error, /, () => {
      writeFileSync(file, FLOW.replace('"Type": "Loop"', '"Type": "Lop"'));
    });
    await printed(/line 2[^]*1 flow: 1 error, /, () => {
      writeFileSync(file, FLOW.replace('"Version":', '"Version"'));
    });
    await printed(/holds a flow/, () => {
      rmSync(file);
    });
    await printed(/1 flow: 0 errors, 0 warnings/, () => {
      writeFileSync(join(directory, ".menu.json.new"), FLOW);
      renameSync(join(directory, ".menu.json.new"), file);
    });
    command.kill("SIGINT");
    expect((await command).exitCode).to.equal(0);
    expect(output, "no stack trace").not.to.match(/^\s+at /m);
    rmSync(directory, { recursive: true });
  });

  it("is refused with --json, which is one answer", async () => {
    const { all, exitCode } = await lint("--watch", "--json", "flow-templates");
    expect(all).to.contain("option '--watch' cannot be used with option '--json'");
    expect(exitCode).to.equal(1);
  });
});
