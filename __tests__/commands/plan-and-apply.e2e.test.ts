import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { expect } from "chai";
import { execa } from "execa";

import { sandboxOutput } from "../../commands/support/stacks";
import { sandboxEnvironment } from "../../sandbox/machine/environment";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox";
import { findProviderSource } from "../../sandbox/terraform/terraform-mirror";
import { cdktfCliRuns } from "../support/cdktf-cli";
import { hostileEnvironment } from "../support/hostile-environment";
import { requires } from "../support/requirements";
import { DEV } from "../support/synthesized";

const PROJECT = join(__dirname, "..", "..");
const NPM = (...args: readonly string[]) => ["run", "--silent", ...args];
const TABLE = "aws_dynamodb_table.vanity_numbers_table";

/** Buckets that a lifted guard lets be deleted with everything in them. */
const BUCKETS = ["aws_s3_bucket.bucket", "aws_s3_bucket.access_logs"];

describe("npm run plan and apply against the sandbox", () => {
  requires("terraform", "moto_server", "provider");

  let sandbox: Sandbox;
  const temporary = mkdtempSync(join(tmpdir(), "plans-"));
  const hostile = hostileEnvironment();
  const environment = () => ({
    ...sandboxEnvironment(process.env, sandbox.endpoint, DEV.region),
    CI: "true",
    TMPDIR: temporary,
  });
  /** A shell that sets the sandbox's address, and much that must not matter. */
  const shell = () => ({
    ...environment(),
    ...hostile.variables,
    AWS_ENDPOINT_URL: sandbox.endpoint,
  });
  const plansLeft = () =>
    readdirSync(temporary).filter((name) => name.startsWith("kwglobal-plan-"));
  const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv, input?: string) =>
    execa(program, args, {
      cwd: PROJECT,
      env: { ...shell(), ...env },
      extendEnv: false,
      reject: false,
      all: true,
      ...(input !== undefined && { input }),
    });
  /** Runs an npm script as a person would. */
  const npm = (...args: string[]) => run("npm", NPM(...args), {});
  /** The same, with the guards of dev lifted. */
  const lifted = (program: string, args: readonly string[], input?: string) =>
    run(program, args, { LIFT_GUARDS: "kwglobal-dev" }, input);
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
    hostile.remove();
    rmSync(join(PROJECT, "cdktf.out"), { recursive: true, force: true });
  });

  it("plan shows what would be made, and leaves no plan behind", async () => {
    const { exitCode, all } = await npm("plan", "--", "dev");
    expect(exitCode, all).to.equal(0);
    expect(all).to.match(/Plan: \d+ to add, 0 to change, 0 to destroy/);
    expect(all).to.contain("Nothing was changed. To apply it: npm run apply -- dev");
    expect(all).to.contain("Terraform does not get: TF_CLI_ARGS, TF_CLI_ARGS_apply, ");
    expect(plansLeft()).to.deep.equal([]);
  });

  it("apply applies it, counts what is done, and shows the outputs", async () => {
    const { exitCode, all } = await npm("apply", "--", "dev", "--auto-approve");
    expect(exitCode, all).to.equal(0);
    const [, added] =
      /Apply complete! Resources: (\d+) added, 0 changed, 0 destroyed/.exec(all) ?? [];
    expect(all).to.contain(`[${added}/${added}] aws_`);
    expect(all).to.match(/^claimed_number = "\+1302\d{7}"$/m);
    expect(all, "no password is ever shown").not.to.match(/Aa1\S{20}/);
    expect(plansLeft()).to.deep.equal([]);
  });

  it("plan waits for another run's lock, and then shows no changes", async () => {
    const lock = {
      Bucket: DEV.account.stateBucket,
      Key: "contact-center/dev.tfstate.tflock",
    };
    const holder = { ID: "3b1f0c9e", Operation: "OperationTypeApply", Who: "caleb@laptop" };
    await bucket().send(new PutObjectCommand({ ...lock, Body: JSON.stringify(holder) }));
    let ended = false;
    const plan = npm("plan", "--", "dev").finally(() => (ended = true));
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    expect(ended, "it waits").to.equal(false);
    await bucket().send(new DeleteObjectCommand(lock));
    const { exitCode, all } = await plan;
    expect(exitCode, all).to.equal(0);
    expect(all).to.include("No changes. kwglobal-dev is as the code says.");
  });

  it("cdktf itself finds the same in what was synthesized for the sandbox", async function () {
    if (!cdktfCliRuns()) return this.skip();
    const { exitCode, all } = await cdktf(
      "--skip-synth",
      "--output",
      sandboxOutput(sandbox.endpoint),
    );
    expect(exitCode, all).to.equal(0);
    expect(all).to.include("No changes.");
  });

  it("cdktf itself refuses the sandbox for what goes to AWS: its account is another", async function () {
    if (!cdktfCliRuns()) return this.skip();
    const { exitCode, all } = await cdktf();
    expect(exitCode).not.to.equal(0);
    expect(all).to.match(/account ID not allowed: 123456789012/);
  });

  it("apply refuses to lift the guards, says how to name them, and changes nothing", async () => {
    const { exitCode, all } = await lifted("npm", NPM("apply", "--", "dev", "--auto-approve"));
    expect(all).to.contain("turns the table's deletion protection off");
    expect(all).to.contain(`Allows: ${TABLE}: unprotect`);
    expect(all).to.contain("error: the plan is refused, and nothing was changed: see above");
    expect([exitCode, all.includes("    at ")]).to.deep.equal([1, false]);
    expect(plansLeft()).to.deep.equal([]);
  });

  it("apply asks, and takes only yes for an approval", async () => {
    const allow = [TABLE, ...BUCKETS].flatMap((address) => ["--allow", `${address}: unprotect`]);
    const terminal = ["-c", "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)", "npm"];
    const { exitCode, all } = await lifted(
      "python3",
      [...terminal, ...NPM("apply", "--", "dev", ...allow)],
      "y\n",
    );
    expect(all).to.contain("Allowed, since the change says so:");
    expect(all).to.contain('Apply this plan to kwglobal-dev? Only "yes" applies it:');
    expect(all).to.match(/Nothing was changed\.\s*$/);
    expect(exitCode).to.equal(0);
    expect(plansLeft()).to.deep.equal([]);
  });

  /** cdktf's own plan, with the CLI configuration that finds the provider here. */
  const cdktf = async (...args: string[]) => {
    const { cliConfigFile } = await findProviderSource(sandbox.directory);
    return execa(
      join(PROJECT, "node_modules", ".bin", "cdktf"),
      ["plan", "kwglobal-dev", "--skip-provider-lock", "--no-color", ...args],
      {
        cwd: PROJECT,
        env: { ...environment(), TF_CLI_CONFIG_FILE: cliConfigFile },
        extendEnv: false,
        reject: false,
        all: true,
      },
    );
  };

  it("the state is in the S3 backend, and the lock is gone", async () => {
    const { Contents = [] } = await bucket().send(
      new ListObjectsV2Command({ Bucket: DEV.account.stateBucket }),
    );
    expect(Contents.map(({ Key }) => Key)).to.deep.equal(["contact-center/dev.tfstate"]);
  });
});
