import { join } from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { parsePort } from "../../../commands/support/run";

const PROJECT = join(__dirname, "..", "..", "..");

describe("a command", () => {
  const end = (error: string) =>
    execa(
      process.execPath,
      [
        "-r",
        "ts-node/register/transpile-only",
        "-e",
        `const { run } = require("./commands/support/run");
         const { OperatorError } = require("./sandbox/machine/errors");
         void run(async () => { throw ${error} });`,
      ],
      { cwd: PROJECT, reject: false },
    );

  it("shows a mistake that a person can mend as one line, and fails", async () => {
    const { stderr, exitCode } = await end(`new OperatorError("port 4566 is already in use")`);
    expect([exitCode, stderr]).to.deep.equal([1, "error: port 4566 is already in use"]);
  });

  it("shows its own fault as one, without the stack", async () => {
    const { stderr, exitCode } = await end(`new TypeError("x is not a function")`);
    expect(exitCode).to.equal(1);
    expect(stderr).to.match(
      /^error: TypeError: x is not a function\nThis is a mistake in the program/,
    );
    expect(stderr).not.to.contain("    at ");
  });

  it("ends in order what it was about to change, where the reader of its output has gone", async () => {
    const script = `const { onSignal, run } = require("./commands/support/run");
      onSignal(() => new Promise((stopped) => setTimeout(stopped, 100, 7)).then((code) => (console.error("stopped"), code)));
      void run(() => new Promise(() => setInterval(() => process.stdout.write("x".repeat(9999)), 10)));`;
    const { exitCode, stderr } = await execa(
      "bash",
      [
        "-c",
        `set -o pipefail; "$0" -r ts-node/register/transpile-only -e "$1" | head -c 1`,
        process.execPath,
        script,
      ],
      { cwd: PROJECT, reject: false },
    );
    expect([exitCode, stderr]).to.deep.equal([7, "stopped"]);
  });

  describe("on Ctrl-C", () => {
    /** A command that takes `milliseconds` to stop, and gets SIGINT at these of them. */
    const interrupted = async (milliseconds: number, ...signals: number[]) => {
      const command = execa(
        process.execPath,
        [
          "-r",
          "ts-node/register/transpile-only",
          "-e",
          `const { onSignal } = require("./commands/support/run");
           setInterval(() => undefined, 1000);
           onSignal(() => new Promise((stopped) => setTimeout(stopped, ${milliseconds}, 7)));
           console.log("ready");`,
        ],
        { cwd: PROJECT, reject: false },
      );
      command.stdout.once("data", () => {
        for (const time of signals) setTimeout(() => command.kill("SIGINT"), time);
      });
      return (await command).exitCode;
    };

    it("stops in order, though npm sends the signal once more", async () => {
      expect(await interrupted(300, 0, 100)).to.equal(7);
    });

    it("ends at once where the person insists", async () => {
      expect(await interrupted(60_000, 0, 1200)).to.equal(130);
    });
  });

  it("takes a port from 0 to 65535", () => {
    expect(["0", "4566", "65535"].map(parsePort)).to.deep.equal([0, 4566, 65535]);
    for (const text of ["", "-1", "65536", "4.5", "http"]) {
      expect(() => parsePort(text), text).to.throw("whole number from 0");
    }
  });
});
