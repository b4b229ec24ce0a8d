import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { OperatorError } from "../../sandbox/machine/errors";
import { startMoto } from "../../sandbox/moto/moto";
import { startSandbox } from "../../sandbox/sandbox";
import { readStack } from "../../sandbox/terraform/stack";

describe("what is missing is named with what to install", () => {
  const empty = () => mkdtempSync(join(tmpdir(), "empty-"));

  const failureOf = async (work: Promise<unknown>) => {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(OperatorError);
    return (error as OperatorError).message;
  };

  /** A PATH with one program on it, a shell script. */
  const pathWith = (program: string, script: string) => {
    const folder = empty();
    writeFileSync(join(folder, program), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, program), 0o755);
    return folder;
  };

  it("Python and moto", async () => {
    const work = startMoto([], { directory: empty(), environment: { PATH: empty() } });
    expect(await failureOf(work))
      .to.contain("install Python 3.9 or newer")
      .and.contain("moto");
  });

  it("moto that pip cannot install, and a line said that it was tried", async () => {
    const notices: string[] = [];
    const work = startMoto([], {
      directory: empty(),
      environment: { PATH: `${pathWith("python3", "echo no network >&2; exit 1")}:/bin` },
      onNotice: (line) => notices.push(line),
    });
    expect(await failureOf(work))
      .to.contain("install it yourself")
      .and.contain("no network");
    expect(notices.join()).to.contain("installing moto[server]==");
  });

  it("the pinned moto, where the PATH has another version: it is not used", async () => {
    const notices: string[] = [];
    const python = '[ "$1" = -c ] && { echo 5.1.0; exit; }; exit 1';
    const work = startMoto([], {
      directory: empty(),
      environment: { PATH: `${pathWith("python3", python)}:/bin` },
      onNotice: (line) => notices.push(line),
    });
    expect(await failureOf(work)).to.contain("install it yourself");
    expect(notices.join()).to.contain("installing moto[server]==5.2.1");
  });

  it("moto that does not start: its own last words", async () => {
    const python = '[ "$1" = -c ] && { echo 5.2.1; exit; }; echo port trouble >&2; exit 4';
    const PATH = `${pathWith("python3", python)}:/bin:/usr/bin`;
    const work = startMoto([], { directory: empty(), environment: { PATH } });
    expect(await failureOf(work))
      .to.contain("exit code 4")
      .and.contain("port trouble");
  });

  it("another emulator that is no address", async () => {
    const work = startSandbox({ port: 0, environment: { SANDBOX_AWS_ENDPOINT: "localstack" } });
    expect(await failureOf(work)).to.contain("SANDBOX_AWS_ENDPOINT must be an http address");
  });

  it("another emulator that is not there", async () => {
    const SANDBOX_AWS_ENDPOINT = "http://127.0.0.1:9";
    const work = startSandbox({ port: 0, environment: { SANDBOX_AWS_ENDPOINT } });
    expect(await failureOf(work))
      .to.contain("nothing answers at http://127.0.0.1:9")
      .and.contain("SANDBOX_AWS_ENDPOINT");
  });

  it("a stack that was not synthesized", async () => {
    expect(await failureOf(readStack(empty()))).to.contain("npm run synth");
  });
});
