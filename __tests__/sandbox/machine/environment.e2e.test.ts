import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";

import { synthesize } from "../../../commands/support/stacks";
import { deploy } from "../../../sandbox/deploy";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox";
import { hostileEnvironment, setVariables } from "../../support/hostile-environment";
import { requires } from "../../support/requirements";
import { STACK, writeStack } from "../fixtures/stack";

const { terraform, provider, resource } = STACK;

/** What needs no waiting: an object, a role, and the passwords of nobody but this stack's users. */
const SMALL = {
  terraform,
  provider,
  variable: {
    initial_passwords: {
      type: "map(string)",
      sensitive: true,
      validation: [
        {
          condition: '${!contains(keys(var.initial_passwords), "peter.parker")}',
          error_message: "peter.parker's real password came in",
        },
      ],
    },
  },
  resource: {
    aws_s3_bucket: { bucket: { bucket: "recordings" } },
    aws_s3_object: {
      object: { bucket: "${aws_s3_bucket.bucket.id}", key: "a", content: "hello" },
    },
    aws_iam_role: resource.aws_iam_role,
    aws_iam_role_policy_attachment: resource.aws_iam_role_policy_attachment,
    terraform_data: { secret: { input: "${var.initial_passwords}" } },
  },
};

describe("a deployment from a shell that holds what would break it", function () {
  this.timeout(120_000);
  requires("terraform", "moto_server", "provider");

  const hostile = hostileEnvironment();
  const directory = mkdtempSync(join(tmpdir(), "sandbox-"));
  const temporary = mkdtempSync(join(tmpdir(), "plans-"));
  let sandbox: Sandbox;
  let stackDirectory: string;
  let restore: () => void;

  before(() => {
    restore = setVariables({ ...hostile.variables, TMPDIR: temporary });
  });

  after(async () => {
    restore();
    await sandbox.stop();
    hostile.remove();
    for (const folder of [directory, temporary, stackDirectory])
      rmSync(folder, { recursive: true, force: true });
  });

  it("starts the sandbox", async () => {
    sandbox = await startSandbox({ port: 0, directory });
  });

  it("applies with real Terraform, in the default workspace and without a log", async () => {
    stackDirectory = writeStack(SMALL);
    const { plan } = await deploy({ stackDirectory, sandbox });
    expect(plan).to.deep.equal({ changes: true, add: 5, change: 0, remove: 0 });
    expect((await deploy({ stackDirectory, sandbox })).plan.changes).to.equal(false);
    expect(existsSync(hostile.variables.TF_LOG_PATH ?? "")).to.equal(false);
    const s3 = new S3Client({
      endpoint: sandbox.endpoint,
      region: "us-west-2",
      forcePathStyle: true,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: "recordings", Key: "a" }));
    expect(await Body?.transformToString()).to.equal("hello");
  });

  it("leaves no plan behind", () => {
    const plans = readdirSync(temporary).filter((name) => name.startsWith("kwglobal-plan-"));
    expect(plans).to.deep.equal([]);
  });

  it("synthesizes", async () => {
    const output = join(directory, "cdktf.out");
    await synthesize(output);
    expect(readdirSync(join(output, "stacks"))).to.contain("kwglobal-prod");
  });
});
