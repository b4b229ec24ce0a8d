import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  AssociateKmsKeyCommand,
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeQueryDefinitionsCommand,
  PutQueryDefinitionCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  ConnectClient,
  CreateInstanceCommand,
  ListInstancesCommand,
} from "@aws-sdk/client-connect";
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import {
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  IAMClient,
  ListSAMLProvidersCommand,
  ListSAMLProviderTagsCommand,
} from "@aws-sdk/client-iam";
import {
  CreateFunctionCommand,
  InvokeCommand,
  LambdaClient,
  UpdateFunctionCodeCommand,
} from "@aws-sdk/client-lambda";
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { expect } from "chai";
import { strToU8, zipSync } from "fflate";

import { type Sandbox, type Snapshot, startSandbox } from "../../sandbox/sandbox";
import { requires } from "../support/requirements";

const zipOf = (word: string) =>
  zipSync({
    "index.mjs": strToU8(`let calls = 0; export const handler = async () => "${word} " + ++calls`),
  });
const KEY = "arn:aws:kms:us-west-2:123456789012:key/11111111-1111-4111-8111-111111111111";

describe("a snapshot of the sandbox", function () {
  this.timeout(120_000);
  requires("moto_server");

  const directory = mkdtempSync(join(tmpdir(), "sandbox-"));
  let sandbox: Sandbox;
  let snapshot: Snapshot;

  /** The clients of a person who works in a sandbox. */
  const clientsOf = ({ endpoint }: Sandbox) => {
    const settings = {
      endpoint,
      region: "us-west-2",
      forcePathStyle: true,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    };
    return {
      connect: new ConnectClient(settings),
      dynamodb: new DynamoDBClient(settings),
      iam: new IAMClient(settings),
      lambda: new LambdaClient(settings),
      logs: new CloudWatchLogsClient(settings),
      s3: new S3Client(settings),
    };
  };

  /** Makes or changes a thing of each kind that the sandbox holds, moto's and its own. */
  const write = async (word: string, first: boolean) => {
    const { connect, dynamodb, iam, lambda, logs, s3 } = clientsOf(sandbox);
    await connect.send(
      new CreateInstanceCommand({
        InstanceAlias: word,
        IdentityManagementType: "CONNECT_MANAGED",
        InboundCallsEnabled: true,
        OutboundCallsEnabled: true,
      }),
    );
    if (first) {
      await s3.send(
        new CreateBucketCommand({
          Bucket: "states",
          CreateBucketConfiguration: { LocationConstraint: "us-west-2" },
        }),
      );
      await logs.send(new CreateLogGroupCommand({ logGroupName: "/group" }));
      await dynamodb.send(
        new CreateTableCommand({
          TableName: "table",
          BillingMode: "PAY_PER_REQUEST",
          KeySchema: [{ AttributeName: "phone", KeyType: "HASH" }],
          AttributeDefinitions: [{ AttributeName: "phone", AttributeType: "S" }],
        }),
      );
      const trust = JSON.stringify({
        Statement: {
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { Service: "lambda.amazonaws.com" },
        },
      });
      const { Role } = await iam.send(
        new CreateRoleCommand({ RoleName: "role", AssumeRolePolicyDocument: trust }),
      );
      await lambda.send(
        new CreateFunctionCommand({
          FunctionName: "say",
          Role: Role?.Arn,
          Runtime: "nodejs22.x",
          Handler: "index.handler",
          Code: { ZipFile: zipOf(word) },
        }),
      );
    } else {
      await lambda.send(
        new UpdateFunctionCodeCommand({ FunctionName: "say", ZipFile: zipOf(word) }),
      );
    }
    await s3.send(new PutObjectCommand({ Bucket: "states", Key: "state", Body: word }));
    await logs.send(
      new AssociateKmsKeyCommand({ logGroupName: "/group", kmsKeyId: `${KEY}-${word}` }),
    );
    await logs.send(new PutQueryDefinitionCommand({ name: word, queryString: "fields @message" }));
    await dynamodb.send(
      new UpdateTableCommand({
        TableName: "table",
        SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: `${KEY}-${word}` },
      }),
    );
    await iam.send(
      new CreateSAMLProviderCommand({
        Name: word,
        SAMLMetadataDocument: "x".repeat(1000),
        Tags: [{ Key: "Word", Value: word }],
      }),
    );
    await lambda.send(new InvokeCommand({ FunctionName: "say" }));
  };

  /** All that {@link write} wrote, as the API tells it. */
  const read = async (from: Sandbox) => {
    const { connect, dynamodb, iam, lambda, logs, s3 } = clientsOf(from);
    const { InstanceSummaryList = [] } = await connect.send(new ListInstancesCommand({}));
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: "states", Key: "state" }));
    const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({}));
    const { queryDefinitions = [] } = await logs.send(new DescribeQueryDefinitionsCommand({}));
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: "table" }));
    const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: "say" }));
    const { SAMLProviderList = [] } = await iam.send(new ListSAMLProvidersCommand({}));
    const tags = await Promise.all(
      SAMLProviderList.map(async ({ Arn }) => {
        const { Tags = [] } = await iam.send(
          new ListSAMLProviderTagsCommand({ SAMLProviderArn: Arn }),
        );
        return Tags.map(({ Value }) => Value);
      }),
    );
    return {
      instances: InstanceSummaryList.map(({ InstanceAlias }) => InstanceAlias),
      object: await Body?.transformToString(),
      keys: logGroups.map(({ kmsKeyId }) => kmsKeyId?.slice(KEY.length + 1)),
      queries: queryDefinitions.map(({ name }) => name),
      table: Table?.SSEDescription?.KMSMasterKeyArn?.slice(KEY.length + 1),
      tags: tags.flat(),
      said: JSON.parse(Buffer.from(Payload ?? []).toString()) as string,
    };
  };

  const only = (word: string, said: string) => ({
    instances: [word],
    object: word,
    keys: [word],
    queries: [word],
    table: word,
    tags: [word],
    said,
  });

  before(async () => {
    sandbox = await startSandbox({ port: 0, directory });
    await write("one", true);
    snapshot = await sandbox.snapshot();
    await write("two", false);
  });

  after(async () => {
    await sandbox.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it("is not changed by what comes after it, and starts another sandbox", async () => {
    expect((await read(sandbox)).instances).to.deep.equal(["one", "two"]);
    const copy = await startSandbox({ port: 0, directory, from: snapshot });
    // Its function begins anew: a process does not come along.
    expect(await read(copy)).to.deep.equal(only("one", "one 1"));
    await copy.stop();
  });

  it("is what the sandbox goes back to, as often as is asked for, on the same port", async () => {
    for (const time of ["first", "second"]) {
      await sandbox.reset(snapshot);
      expect(await read(sandbox), time).to.deep.equal(only("one", "one 1"));
      await write("two", false);
    }
  });

  it("is what POST /sandbox/reset goes back to", async () => {
    const answer = await fetch(`${sandbox.endpoint}/sandbox/reset`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    expect(answer.status).to.equal(204);
    expect(await read(sandbox)).to.deep.equal(only("one", "one 1"));
  });

  it("is not what a page of another site can go back to, nor a form, nor a link", async () => {
    await write("two", false);
    const json = { "content-type": "application/json" };
    for (const [method, headers, status] of [
      ["POST", { ...json, origin: "http://evil.example" }, 403],
      ["POST", { ...json, "sec-fetch-site": "cross-site" }, 403],
      ["POST", { "content-type": "text/plain" }, 400],
      ["POST", {}, 400],
      ["GET", {}, 405],
    ] as const) {
      const answer = await fetch(`${sandbox.endpoint}/sandbox/reset`, { method, headers });
      expect(answer.status, JSON.stringify([method, headers])).to.equal(status);
    }
    expect((await read(sandbox)).instances).to.deep.equal(["one", "two"]);
  });

  it("is not gone back to while the center is being changed", async () => {
    sandbox.board.show({ stack: "kwglobal-prod", state: "applying", done: 1, total: 2 });
    const answer = await fetch(`${sandbox.endpoint}/sandbox/reset`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    expect([answer.status, await answer.text()]).to.deep.equal([
      409,
      '{"message":"the center is being changed: wait until that is applied"}',
    ]);
    sandbox.board.show({ stack: "kwglobal-prod", state: "applied", changes: [] });
  });

  it("that is given up can't be gone back to any more", async () => {
    const other = await sandbox.snapshot();
    await sandbox.forget(other);
    const error: unknown = await sandbox.reset(other).catch((reason: unknown) => reason);
    expect(String(error)).to.contain("copy while the original runs");
    await sandbox.snapshot();
  });

  it("is lacking in a new sandbox, which says so", async () => {
    const fresh = await startSandbox({ port: 0, directory });
    const answer = await fetch(`${fresh.endpoint}/sandbox/reset`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    expect([answer.status, await answer.text()]).to.deep.equal([
      409,
      '{"message":"there is no snapshot to go back to: npm start takes one when it has applied"}',
    ]);
    await fresh.stop();
  });

  it("of a sandbox with another emulator can't be taken, which is said", async () => {
    const environment = { ...process.env, SANDBOX_AWS_ENDPOINT: sandbox.endpoint };
    const other = await startSandbox({ port: 0, directory, environment });
    const error: unknown = await other.snapshot().catch((reason: unknown) => reason);
    expect(String(error)).to.contain(`the emulator at ${sandbox.endpoint} can't be copied`);
    await other.stop();
  });
});
