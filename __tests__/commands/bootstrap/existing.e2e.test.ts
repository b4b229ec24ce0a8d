import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { CreatePolicyCommand, CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateAliasCommand, CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";

import { findExisting } from "../../../commands/bootstrap/existing";
import { allow, policyDocument } from "../../../constructs/iam/iam-policy";
import { clientSettings } from "../../../sandbox/machine/account";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox";
import { Bootstrapped } from "../../support/bootstrapped";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

const stack = Bootstrapped.synthesize().json;
const { account } = PROD;
const POLICY = policyDocument([allow(["s3:GetObject"], ["*"])]);

describe("What a first bootstrap finds in its account", () => {
  requires("moto_server");

  const folder = mkdtempSync(join(tmpdir(), "moto-"));
  let sandbox: Sandbox;
  let s3: S3Client;

  before(async () => {
    sandbox = await startSandbox({ port: 0, directory: folder });
    Object.assign(process.env, clientSettings(sandbox.endpoint, account.region));
    s3 = new S3Client({ forcePathStyle: true });
  });
  after(async () => {
    s3.destroy();
    for (const name of Object.keys(clientSettings("", "")))
      Reflect.deleteProperty(process.env, name);
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is nothing in an empty one", async () => {
    expect(await findExisting(stack, account, s3)).to.deep.equal([]);
  });

  it("is what a bootstrap made whose state is lost, each by its name, the key by its alias", async () => {
    const iam = new IAMClient();
    const kms = new KMSClient();
    await s3.send(
      new CreateBucketCommand({
        Bucket: account.stateBucket,
        CreateBucketConfiguration: { LocationConstraint: "us-west-2" },
      }),
    );
    await iam.send(
      new CreateRoleCommand({ RoleName: "kwglobal-plan-prod", AssumeRolePolicyDocument: POLICY }),
    );
    const { Policy } = await iam.send(
      new CreatePolicyCommand({ PolicyName: "kwglobal-boundary-prod", PolicyDocument: POLICY }),
    );
    const { KeyMetadata } = await kms.send(new CreateKeyCommand());
    const alias = `alias/${account.stateBucket}`;
    await kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: KeyMetadata?.KeyId }));
    iam.destroy();
    kms.destroy();

    expect(await findExisting(stack, account, s3)).to.have.deep.members([
      { to: "aws_s3_bucket.states_bucket", id: account.stateBucket },
      { to: "aws_iam_role.prod_plan", id: "kwglobal-plan-prod" },
      { to: "aws_iam_policy.prod_boundary", id: Policy?.Arn },
      { to: "aws_kms_key.state_key", id: KeyMetadata?.KeyId },
      { to: "aws_kms_alias.state_key_alias", id: alias },
    ]);
  });
});
