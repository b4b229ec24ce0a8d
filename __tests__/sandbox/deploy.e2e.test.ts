import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, GetItemCommand, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import * as s3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { deploy, destroy, prepare } from "../../sandbox/deploy";
import type { Progress } from "../../sandbox/deploy";
import { startSandbox } from "../../sandbox/sandbox";
import type { Sandbox } from "../../sandbox/sandbox";
import { TerraformError } from "../../sandbox/terraform/terraform";
import { requires } from "../support/requirements";
import { STACK, writeStack } from "./fixtures/stack";

describe("a deployment to the sandbox", function () {
  this.timeout(180_000);
  requires("terraform", "moto_server", "provider");

  let sandbox: Sandbox;
  let client: {
    endpoint: string;
    region: string;
    forcePathStyle: boolean;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
  const stackDirectory = writeStack();
  const synthesized = () => readFileSync(join(stackDirectory, "cdk.tf.json"), "utf8");
  const before_ = synthesized();

  before(async () => {
    sandbox = await startSandbox({ port: 0, directory: mkdtempSync(join(tmpdir(), "sandbox-")) });
    client = {
      endpoint: sandbox.endpoint,
      region: "us-west-2",
      forcePathStyle: true,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    };
  });

  after(() => sandbox.stop());

  it("applies the stack as it was synthesized, and reports its progress", async () => {
    const progress: Progress[] = [];
    const deployment = await deploy({
      stackDirectory,
      sandbox,
      onProgress: (step) => progress.push(step),
      environment: {
        ...process.env,
        AWS_PROFILE: "a-real-account",
        AWS_ENDPOINT_URL_S3: "http://x",
      },
    });
    expect(deployment.plan).to.deep.equal({ changes: true, add: 8, change: 0, remove: 0 });
    expect(deployment.calls).to.include.keys("s3", "iam", "lambda", "dynamodb");
    expect(progress.at(-1)).to.include({ step: "apply", done: 8, total: 8 });
    expect(synthesized()).to.equal(before_);
  });

  it("has run the function that the stack invokes", async () => {
    const { Item } = await new DynamoDBClient(client).send(
      new GetItemCommand({ TableName: "fixture-table", Key: { phone: { S: "+13029856970" } } }),
    );
    expect(Item).to.deep.equal({ phone: { S: "+13029856970" } });
    const terraform = await prepare({ stackDirectory, sandbox });
    await terraform.init();
    expect((await terraform.output()).result?.value).to.equal("+13029856970");
  });

  it("keeps the state in the S3 backend that the stack names", async () => {
    const { Contents = [] } = await new s3.S3Client(client).send(
      new s3.ListObjectsV2Command({ Bucket: "fixture-state" }),
    );
    expect(Contents.map(({ Key }) => Key)).to.deep.equal(["fixture/dev.tfstate"]);
  });

  it("has nothing left to change afterwards", async () => {
    const { plan } = await deploy({ stackDirectory, sandbox });
    expect(plan).to.deep.equal({ changes: false, add: 0, change: 0, remove: 0 });
  });

  it("is refused while another run holds the lock, and says who and how to release it", async () => {
    const bucket = new s3.S3Client(client);
    const lock = { Bucket: "fixture-state", Key: "fixture/dev.tfstate.tflock" };
    const holder = {
      ID: "3b1f0c9e",
      Operation: "OperationTypeApply",
      Who: "caleb@laptop",
      Created: "2026-11-22T07:00:00Z",
    };
    await bucket.send(new s3.PutObjectCommand({ ...lock, Body: JSON.stringify(holder) }));
    const error: unknown = await deploy({ stackDirectory, sandbox }).catch((e: unknown) => e);
    await bucket.send(new s3.DeleteObjectCommand(lock));
    expect(error).to.be.instanceOf(TerraformError);
    expect(String(error))
      .to.contain("locked by caleb@laptop (apply since 2026-11-22")
      .and.contain("force-unlock 3b1f0c9e");
  });

  it("keeps the guards: a destroy without lifting them is refused", async () => {
    const terraform = await prepare({ stackDirectory, sandbox });
    await terraform.init();
    const error: unknown = await terraform.destroy().catch((reason: unknown) => reason);
    expect(String(error)).to.contain("Instance cannot be destroyed");
  });

  it("keeps ignore_changes of a resource whose guard is lifted", async () => {
    const changed = structuredClone(STACK);
    changed.resource.aws_dynamodb_table.table.tags.step = "two";
    const terraform = await prepare({
      stackDirectory: writeStack(changed),
      sandbox,
      liftGuards: true,
    });
    await terraform.init();
    await terraform.plan("lifted.plan");
    const { resource_changes: changes } = (await terraform.show("lifted.plan")) as {
      resource_changes: { address: string; change: { after: { tags?: object } } }[];
    };
    const table = changes.find(({ address }) => address === "aws_dynamodb_table.table");
    expect(table?.change.after).to.deep.include({
      tags: { step: "one" },
      deletion_protection_enabled: false,
    });
  });

  it("is destroyed whole once the guards are lifted, objects in buckets too", async () => {
    await destroy({ stackDirectory, sandbox });
    const terraform = await prepare({ stackDirectory, sandbox });
    await terraform.init();
    expect(await terraform.stateList()).to.deep.equal([]);
    const { TableNames } = await new DynamoDBClient(client).send(new ListTablesCommand({}));
    expect(TableNames).to.deep.equal([]);
    const { Buckets = [] } = await new s3.S3Client(client).send(new s3.ListBucketsCommand({}));
    expect(Buckets.map(({ Name }) => Name)).to.deep.equal(["fixture-state"]);
    expect(synthesized()).to.equal(before_);
  });
});
