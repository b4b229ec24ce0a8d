import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ConnectClient, ListInstancesCommand } from "@aws-sdk/client-connect";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { AttachRolePolicyCommand, CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import * as lambda from "@aws-sdk/client-lambda";
import * as s3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import { startSandbox } from "../../sandbox/sandbox";
import type { Sandbox } from "../../sandbox/sandbox";
import { requires } from "../support/requirements";

describe("the sandbox", function () {
  this.timeout(60_000);
  requires("moto_server");

  let sandbox: Sandbox;
  let client: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    forcePathStyle: boolean;
  };

  before(async () => {
    sandbox = await startSandbox({ port: 0, directory: mkdtempSync(join(tmpdir(), "sandbox-")) });
    client = {
      endpoint: sandbox.endpoint,
      region: "us-west-2",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      forcePathStyle: true,
    };
  });

  after(() => sandbox.stop());

  it("plays Amazon Connect", async () => {
    const answer = await new ConnectClient(client).send(new ListInstancesCommand({}));
    expect(answer.InstanceSummaryList).to.deep.equal([]);
    expect(sandbox.calls.entries().at(-1)).to.include({ operation: "ListInstances", status: 200 });
  });

  it("keeps S3 objects byte for byte, whatever their keys", async () => {
    const bucket = new s3.S3Client(client);
    const Bucket = "recordings";
    await bucket.send(
      new s3.CreateBucketCommand({
        Bucket,
        CreateBucketConfiguration: { LocationConstraint: "us-west-2" },
      }),
    );
    const Body = Buffer.alloc(3_000_000, "recording");
    for (const Key of ["plain", "a call/+1 302.txt", "x//y", "a/../b", "ünï"]) {
      await bucket.send(new s3.PutObjectCommand({ Bucket, Key, Body }));
      const { Body: got } = await bucket.send(new s3.GetObjectCommand({ Bucket, Key }));
      expect(Buffer.from((await got?.transformToByteArray()) ?? []).equals(Body), Key).to.equal(
        true,
      );
    }
    const { ContentLength } = await bucket.send(new s3.HeadObjectCommand({ Bucket, Key: "plain" }));
    expect(ContentLength).to.equal(3_000_000);
  });

  it("refuses to overwrite an object that must not exist: what a state lock rests on", async () => {
    const bucket = new s3.S3Client(client);
    const lock = { Bucket: "recordings", Key: "lock", Body: "me", IfNoneMatch: "*" };
    await bucket.send(new s3.PutObjectCommand(lock));
    const error: unknown = await bucket
      .send(new s3.PutObjectCommand(lock))
      .catch((reason: unknown) => reason);
    expect(error).to.have.property("name", "PreconditionFailed");
  });

  describe("and Lambda", () => {
    const functions = () => new lambda.LambdaClient(client);
    const zipOf = (code: string) => zipSync({ "index.mjs": strToU8(code) });
    const invoke = async (input: Omit<lambda.InvokeCommandInput, "FunctionName">) => {
      const command = new lambda.InvokeCommand({ FunctionName: "greet", ...input });
      const { Payload, ...answer } = await functions().send(command);
      const text = Buffer.from(Payload ?? []).toString();
      return { ...answer, value: text === "" ? undefined : (JSON.parse(text) as unknown) };
    };
    const failureOf = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (reason: unknown) => reason as Error & { $metadata: { httpStatusCode: number } },
      );

    before(async () => {
      const iam = new IAMClient(client);
      const { Role } = await iam.send(
        new CreateRoleCommand({
          RoleName: "greet",
          AssumeRolePolicyDocument: JSON.stringify({
            Statement: {
              Effect: "Allow",
              Action: "sts:AssumeRole",
              Principal: { Service: "lambda.amazonaws.com" },
            },
          }),
        }),
      );
      await iam.send(
        new AttachRolePolicyCommand({
          RoleName: "greet",
          PolicyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        }),
      );
      await functions().send(
        new lambda.CreateFunctionCommand({
          FunctionName: "greet",
          Role: Role?.Arn,
          Runtime: "nodejs22.x",
          Handler: "index.handler",
          Code: {
            ZipFile:
              zipOf(`import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
              export const handler = async (event) => {
                console.log("greeting", event.name);
                const { TableNames } = await new DynamoDBClient({}).send(new ListTablesCommand({}));
                return { greeting: process.env.GREETING + " " + event.name, TableNames };
              };`),
          },
          Environment: { Variables: { GREETING: "Hello" } },
          LoggingConfig: { LogFormat: "JSON", LogGroup: "/kwglobal/greet" },
        }),
      );
    });

    it("runs the deployed code, whose AWS calls come back under the function's name", async () => {
      const answer = await invoke({ Payload: JSON.stringify({ name: "Mary" }), LogType: "Tail" });
      expect(answer.value).to.deep.equal({ greeting: "Hello Mary", TableNames: [] });
      expect(answer).to.include({ StatusCode: 200, ExecutedVersion: "$LATEST" });
      expect(answer.FunctionError).to.equal(undefined);
      expect(Buffer.from(answer.LogResult ?? "", "base64").toString()).to.contain("greeting Mary");
      const call = sandbox.calls
        .entries()
        .find(({ accessKeyId }) => accessKeyId === "lambda-greet");
      expect(call).to.include({ service: "dynamodb", operation: "ListTables" });
    });

    it("heeds a changed configuration", async () => {
      await functions().send(
        new lambda.UpdateFunctionConfigurationCommand({
          FunctionName: "greet",
          Environment: { Variables: { GREETING: "Good day" } },
        }),
      );
      const { value } = await invoke({ Payload: JSON.stringify({ name: "Mary" }) });
      expect(value).to.have.property("greeting", "Good day Mary");
    });

    it("remembers its logging configuration, which moto forgets", async () => {
      const expected = {
        LogFormat: "JSON",
        LogGroup: "/kwglobal/greet",
        ApplicationLogLevel: "INFO",
        SystemLogLevel: "INFO",
      };
      const of = { FunctionName: "greet" };
      const { Configuration } = await functions().send(new lambda.GetFunctionCommand(of));
      expect(Configuration?.LoggingConfig).to.deep.equal(expected);
      const configuration = await functions().send(new lambda.GetFunctionConfigurationCommand(of));
      expect(configuration.LoggingConfig).to.deep.equal(expected);
    });

    it("heeds new code, and keeps a published version's own", async () => {
      const of = { FunctionName: "greet" };
      const { Version } = await functions().send(new lambda.PublishVersionCommand(of));
      await functions().send(
        new lambda.UpdateFunctionCodeCommand({
          ...of,
          ZipFile: zipOf(`export const handler = async () => "new"`),
        }),
      );
      expect((await invoke({})).value).to.equal("new");
      const old = await invoke({ Qualifier: Version, Payload: JSON.stringify({ name: "Ann" }) });
      expect(old.value).to.have.property("greeting", "Good day Ann");
    });

    it("takes code from S3", async () => {
      const bucket = new s3.S3Client(client);
      const Body = zipOf(`export const handler = async () => "from S3"`);
      await bucket.send(new s3.PutObjectCommand({ Bucket: "recordings", Key: "a/code.zip", Body }));
      await functions().send(
        new lambda.UpdateFunctionCodeCommand({
          FunctionName: "greet",
          S3Bucket: "recordings",
          S3Key: "a/code.zip",
        }),
      );
      expect((await invoke({})).value).to.equal("from S3");
    });

    it("answers an event at once and runs it, and a dry run without running it", async () => {
      const arn = "arn:aws:lambda:us-west-2:123456789012:function:greet";
      const runs = sandbox.functionLogs(arn).length;
      expect((await invoke({ InvocationType: "DryRun" })).StatusCode).to.equal(204);
      expect((await invoke({ InvocationType: "Event" })).StatusCode).to.equal(202);
      for (let n = 0; n < 100 && sandbox.functionLogs(arn).length === runs; n += 1) await wait(20);
      expect(sandbox.functionLogs(arn)).to.have.length(runs + 1);
    });

    it("refuses what Lambda refuses", async () => {
      const big = await failureOf(invoke({ Payload: JSON.stringify("x".repeat(6_300_000)) }));
      expect(big).to.have.property("name", "RequestTooLargeException");
      const text = await failureOf(invoke({ Payload: "no json" }));
      expect(text).to.have.property("name", "InvalidRequestContentException");
      const none = await failureOf(
        functions().send(new lambda.InvokeCommand({ FunctionName: "nobody" })),
      );
      expect(none).to.have.property("name", "ResourceNotFoundException");
      expect(none?.$metadata.httpStatusCode).to.equal(404);
    });

    it("says that it runs no Python", async () => {
      await functions().send(
        new lambda.UpdateFunctionConfigurationCommand({
          FunctionName: "greet",
          Runtime: "python3.13",
        }),
      );
      const error = await failureOf(invoke({}));
      expect(error?.message).to.contain("runs nodejs functions only").and.contain("python3.13");
    });

    it("forgets a deleted function", async () => {
      await functions().send(new lambda.DeleteFunctionCommand({ FunctionName: "greet" }));
      expect(await failureOf(invoke({}))).to.have.property("name", "ResourceNotFoundException");
    });
  });

  it("keeps regions apart, as AWS does", async () => {
    expect(sandbox.connect("us-west-2")).not.to.equal(sandbox.connect("eu-west-2"));
    expect(sandbox.connect("us-west-2")).to.equal(sandbox.connect("us-west-2"));
    const elsewhere = new DynamoDBClient({ ...client, region: "eu-west-2" });
    expect((await elsewhere.send(new ListTablesCommand({}))).TableNames).to.deep.equal([]);
  });

  it("leaves no process and no folder of moto behind, even when its own is killed outright", async () => {
    const script = `
      const { startSandbox } = require("./sandbox/sandbox");
      startSandbox({ port: 0, directory: process.argv[1] })
        .then((sandbox) => sandbox.snapshot())
        .then(() => console.log("ready"));
      setInterval(() => {}, 1000);`;
    const directory = mkdtempSync(join(tmpdir(), "sandbox-"));
    const child = spawn(
      process.execPath,
      ["-r", "ts-node/register/transpile-only", "-e", script, directory],
      {
        cwd: join(__dirname, "..", ".."),
        env: { ...process.env, TMPDIR: directory },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const running = () => readdirSync(directory).filter((name) => name.startsWith("sandbox-moto-"));
    expect(running(), "moto and its copy").to.have.length(2);
    child.kill("SIGKILL");
    for (let n = 0; running().length > 0 && n < 100; n += 1) await wait(50);
    expect(running()).to.deep.equal([]);
  });
});
