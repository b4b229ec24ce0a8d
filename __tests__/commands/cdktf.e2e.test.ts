import { rmSync } from "node:fs";
import { join } from "node:path";

import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";
import { execa } from "execa";

import { sandboxEnvironment } from "../../sandbox/account";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox";
import { findProviderSource } from "../../sandbox/terraform-mirror";
import { requires } from "../support/requirements";
import { DEV } from "../support/synthesized";

const PROJECT = join(__dirname, "..", "..");

describe("cdktf plan and apply against the sandbox", () => {
  requires("terraform", "moto_server", "provider");

  let sandbox: Sandbox;
  const environment = () => ({
    ...sandboxEnvironment(process.env, sandbox.endpoint, DEV.region),
    CI: "true",
  });
  /** Runs an npm script as a person would. */
  const npm = (...args: string[]) =>
    execa("npm", ["run", "--silent", ...args], {
      cwd: PROJECT,
      env: environment(),
      extendEnv: false,
      reject: false,
      all: true,
    });
  const bucket = () =>
    new S3Client({
      endpoint: sandbox.endpoint,
      region: DEV.region,
      forcePathStyle: true,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });

  before(async () => {
    rmSync(join(PROJECT, "cdktf.out"), { recursive: true, force: true });
    sandbox = await startSandbox({ port: 0 });
  });

  after(async () => {
    await sandbox.stop();
    rmSync(join(PROJECT, "cdktf.out"), { recursive: true, force: true });
  });

  it("plan shows what would be made", async () => {
    const { exitCode, all } = await npm("plan", "--", "dev", "--no-color");
    expect(exitCode, all).to.equal(0);
    expect(all).to.match(/Plan: \d+ to add, 0 to change, 0 to destroy/);
  });

  it("a second apply meanwhile is refused by the lock, and the first goes on", async () => {
    const first = npm("apply", "--", "dev", "--auto-approve", "--no-color");
    await lockIsHeld(bucket());
    const second = await npm("apply", "--", "dev", "--auto-approve", "--no-color");
    expect(second.exitCode).not.to.equal(0);
    expect(second.all).to.match(/Error acquiring the state lock/);
    const { exitCode, all } = await first;
    expect(exitCode, all).to.equal(0);
    expect(all).to.match(/Apply complete! Resources: \d+ added, 0 changed, 0 destroyed/);
  });

  it("plan then shows no changes", async () => {
    const { exitCode, all } = await npm("plan", "--", "dev", "--no-color");
    expect(exitCode, all).to.equal(0);
    expect(all).to.include("No changes.");
  });

  it("cdktf itself, without our commands and the override, finds the same", async () => {
    const { cliConfigFile } = await findProviderSource(sandbox.directory);
    const { exitCode, all } = await execa(
      join(PROJECT, "node_modules", ".bin", "cdktf"),
      ["plan", "kwglobal-dev", "--skip-provider-lock", "--no-color"],
      {
        cwd: PROJECT,
        env: { ...environment(), TF_CLI_CONFIG_FILE: cliConfigFile },
        extendEnv: false,
        reject: false,
        all: true,
      },
    );
    expect(exitCode, all).to.equal(0);
    expect(all).to.include("No changes.");
  });

  it("the state is in the S3 backend, and the lock is gone", async () => {
    const { Contents = [] } = await bucket().send(
      new ListObjectsV2Command({ Bucket: DEV.account.stateBucket }),
    );
    expect(Contents.map(({ Key }) => Key)).to.deep.equal(["contact-center/dev.tfstate"]);
  });
});

/** Waits until Terraform has written its lock file. */
async function lockIsHeld(s3: S3Client): Promise<void> {
  const lock = { Bucket: DEV.account.stateBucket, Key: "contact-center/dev.tfstate.tflock" };
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      await s3.send(new GetObjectCommand(lock));
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("no lock file appeared within a minute");
}
