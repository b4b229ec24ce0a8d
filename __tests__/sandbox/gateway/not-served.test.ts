import { CloudWatchClient, ListDashboardsCommand } from "@aws-sdk/client-cloudwatch";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { ListTopicsCommand, SNSClient } from "@aws-sdk/client-sns";
import { expect } from "chai";

import { type Gateway, startGateway } from "../../../sandbox/gateway/gateway";
import { notServed } from "../../../sandbox/gateway/not-served";

describe("A service that the sandbox does not play", () => {
  let gateway: Gateway;

  before(async () => {
    gateway = await startGateway({
      port: 0,
      backend: () => ({ service: () => undefined, names: ["connect", "kms"] }),
      about: {},
    });
  });

  after(() => gateway.close());

  const client = () => ({
    endpoint: gateway.endpoint,
    region: "us-west-2",
    forcePathStyle: true,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });

  /** A request in each of AWS's protocols, by its own client. */
  const requests: readonly (readonly [protocol: string, name: string, () => Promise<unknown>])[] = [
    ["query", "sns", () => new SNSClient(client()).send(new ListTopicsCommand())],
    ["JSON", "dynamodb", () => new DynamoDBClient(client()).send(new ListTablesCommand())],
    ["REST JSON", "lambda", () => new LambdaClient(client()).send(new ListFunctionsCommand())],
    ["REST XML", "s3", () => new S3Client(client()).send(new ListBucketsCommand())],
    ["CBOR", "monitoring", () => new CloudWatchClient(client()).send(new ListDashboardsCommand())],
  ];

  for (const [protocol, name, send] of requests) {
    it(`is refused in the ${protocol} protocol, by name, with what there is, and at once`, async () => {
      const error = (await send().catch((reason: unknown) => reason)) as Error & {
        $metadata: { httpStatusCode: number; attempts: number };
      };
      expect(error.name).to.equal("UnknownOperationException");
      expect(error.message)
        .to.contain(`no service "${name}"`)
        .and.contain("it plays connect, kms")
        .and.contain("SANDBOX_AWS_ENDPOINT");
      expect(error.$metadata).to.include({ httpStatusCode: 400, attempts: 1 });
    });
  }

  it("is refused as EC2 does, whose errors have a form of their own", () => {
    const type = "application/x-www-form-urlencoded; charset=utf-8";
    const { status, body } = notServed("ec2", { headers: { "content-type": type } });
    expect(status).to.equal(400);
    expect(body).to.match(/^<Response><Errors><Error>.*<\/Error><\/Errors><RequestId>/);
  });
});
