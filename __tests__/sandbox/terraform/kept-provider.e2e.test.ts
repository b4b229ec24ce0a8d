import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { expect } from "chai";
import { execa } from "execa";

import { KeptProvider } from "../../../sandbox/terraform/kept-provider";

const PROJECT = join(__dirname, "..", "..", "..");

/** Says where it listens, as the AWS provider does, and ends on SIGINT. */
const PROVIDER = `#!/usr/bin/env node
const { rmSync, writeFileSync } = require("node:fs");
writeFileSync("provider.pid", String(process.pid));
process.on("SIGINT", () => { rmSync("provider.pid"); process.exit(); });
const Addr = { Network: "unix", String: process.cwd() + "/provider.socket" };
const reached = { "registry.terraform.io/hashicorp/aws": { Protocol: "grpc", Addr } };
console.log("TF_REATTACH_PROVIDERS='" + JSON.stringify(reached) + "'");
setInterval(() => undefined, 1000);
`;

describe("KeptProvider", () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "stack-"));
    const program = join(
      ...[directory, ".terraform/providers/registry.terraform.io/hashicorp/aws"],
      "1.0.0/linux_amd64/terraform-provider-aws_v1.0.0",
    );
    mkdirSync(dirname(program), { recursive: true });
    writeFileSync(program, PROVIDER, { mode: 0o755 });
  });

  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  const isRunning = () => existsSync(join(directory, "provider.pid"));

  it("tells Terraform where it is, and leaves nothing when it is stopped", async () => {
    const provider = await KeptProvider.start(directory, process.env);
    const { Addr } = Object.values(
      JSON.parse(provider.environment.TF_REATTACH_PROVIDERS) as Record<string, { Addr: object }>,
    )[0] ?? { Addr: {} };
    expect(Addr).to.have.property("Network", "unix");
    const socket = (Addr as { String: string }).String;
    expect(socket, "not the provider's own").not.to.contain(directory);
    expect(existsSync(socket)).to.equal(true);
    await provider.stop();
    expect(isRunning()).to.equal(false);
    expect(existsSync(dirname(socket))).to.equal(false);
  });

  it("says when the provider has ended by itself", async () => {
    const provider = await KeptProvider.start(directory, process.env);
    expect(provider.hasEnded).to.equal(false);
    process.kill(Number(readFileSync(join(directory, "provider.pid"), "utf8")), "SIGINT");
    while (!provider.hasEnded) await wait(20);
    await provider.stop();
  });

  it("ends when the process that has started it is killed", async () => {
    const owner = execa(
      process.execPath,
      [
        ...["--require", "ts-node/register/transpile-only", "--eval"],
        `const { KeptProvider } = require("./sandbox/terraform/kept-provider");
         void KeptProvider.start(process.argv[1], process.env).then(() => console.log("started"));`,
        directory,
      ],
      // Killed, it can't delete its socket.
      { cwd: PROJECT, env: { TMPDIR: directory }, reject: false, buffer: false },
    );
    await once(owner.stdout, "data");
    expect(isRunning()).to.equal(true);
    owner.kill("SIGKILL");
    await owner;
    while (isRunning()) await wait(20);
  });
});
