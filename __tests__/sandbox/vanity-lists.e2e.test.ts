import { setTimeout as wait } from "node:timers/promises";

import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";

import { KWGLOBAL } from "../../kwglobal";
import type { BatchAnswer } from "../../lambda-src/record-vanity-number/batch-handler";
import { jsonRequest } from "../../sandbox/gateway/service-request";
import { SANDBOX_ACCOUNT } from "../../sandbox/machine/account";
import { DeployedCenter } from "../support/deployed-center";
import { requires } from "../support/requirements";
import { PROD } from "../support/synthesized";

const MACHINE = `arn:aws:states:${PROD.region}:${SANDBOX_ACCOUNT}:stateMachine:recordVanityNumberList`;
const TABLE = "cus-phone-vanity-number";

/** What the table never gets, and why. */
const POISON = [
  ["anonymous,KWGlobal,withheld", "phone-withheld"],
  ["12,KWGlobal,short", "phone-too-short"],
  [",KWGlobal,none", "phone-missing"],
  ["+13029856970,,nobody", "company-name-missing"],
] as const;

/** So many rows, a hundredth of them poison. The file has a byte-order mark, as Excel writes it. */
function list(rows: number, areaCode: number): { text: string; phones: string[] } {
  const phones: string[] = [];
  const lines = Array.from({ length: rows }, (_, n) => {
    const poison = POISON[Math.floor(n / 100) % POISON.length];
    if (n % 100 === 50 && poison) return poison[0];
    const phone = `+1${areaCode}${2_000_000 + 37 * n}`;
    phones.push(phone);
    return `${phone},"Company ${n}, ""Inc""",`;
  });
  return { text: `\uFEFFphone,companyName,note\r\n${lines.join("\r\n")}\r\n`, phones };
}

interface Execution {
  readonly status: string;
  readonly output?: string;
  readonly error?: string;
}

describe("The deployed state machine of long vanity lists", () => {
  requires("terraform", "moto_server", "provider");

  let deployed: DeployedCenter;
  let definition: string;
  let bucket: string;
  let s3: S3Client;
  let lambda: LambdaClient;
  let dynamodb: DynamoDBClient;

  before(async () => {
    deployed = await DeployedCenter.copy();
    s3 = new S3Client({});
    lambda = new LambdaClient({});
    dynamodb = new DynamoDBClient({});
    const bulk = { folder: "vanity-numbers", maxConcurrency: 2 };
    deployed.synthesize({ vanityNumbers: { ...KWGLOBAL.vanityNumbers, bulk } });
    await deployed.apply();
    ({ definition } = await states<{ definition: string }>("DescribeStateMachine", {
      stateMachineArn: MACHINE,
    }));
    bucket = /"Bucket":"([^"]+)"/.exec(definition)?.[1] ?? "";
  });

  after(async () => {
    for (const client of [s3, lambda, dynamodb]) client.destroy();
    await deployed.stop();
  });

  async function states<T>(operation: string, input: object): Promise<T> {
    const target = `AWSStepFunctions.${operation}`;
    const { headers, body } = jsonRequest("states", PROD.region, target, input);
    const response = await fetch(deployed.sandbox.endpoint, {
      method: "POST",
      headers: Object.entries(headers).filter(([name]) => name !== "host") as [string, string][],
      body: new Uint8Array(body),
    });
    const text = await response.text();
    expect(response.status, text).to.equal(200);
    return JSON.parse(text) as T;
  }

  async function upload(name: string, text: string): Promise<void> {
    const Key = `vanity-numbers/lists/${name}`;
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: text }));
  }

  /** Waits for its end. */
  async function ended(executionArn: string): Promise<Execution> {
    for (;;) {
      const execution = await states<Execution>("DescribeExecution", { executionArn });
      if (execution.status !== "RUNNING") return execution;
      await wait(100);
    }
  }

  async function start(name: string, stateMachineArn = MACHINE): Promise<string> {
    const input = JSON.stringify({ list: name });
    const { executionArn } = await states<{ executionArn: string }>("StartExecution", {
      ...{ stateMachineArn, input },
    });
    return executionArn;
  }

  async function read<T>(Key: string): Promise<T> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
    return JSON.parse((await Body?.transformToString()) ?? "") as T;
  }

  async function recorded(): Promise<Set<string>> {
    const phones = new Set<string>();
    for await (const { Items = [] } of paginateScan({ client: dynamodb }, { TableName: TABLE }))
      for (const { phone } of Items) phones.add(phone?.S ?? "");
    return phones;
  }

  const tableOfBatches = async (change: (name: string) => string): Promise<void> => {
    const FunctionName = "recordVanityNumberBatch";
    const { Environment } = await lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName }),
    );
    const variables = Environment?.Variables ?? {};
    const TABLE_NAME = change(variables.TABLE_NAME ?? "");
    await lambda.send(
      new UpdateFunctionConfigurationCommand({
        FunctionName,
        Environment: { Variables: { ...variables, TABLE_NAME } },
      }),
    );
  };

  it("records 2,000 rows, and writes results and rejects into the bucket", async () => {
    const { text, phones } = list(2000, 212);
    await upload("clients.csv", text);
    const { status, output = "{}", error } = await ended(await start("clients.csv"));
    expect(status, error).to.equal("SUCCEEDED");
    expect(phones).to.have.length(1980);
    expect([...(await recorded())]).to.have.members(phones);

    const { ResultWriterDetails: details } = JSON.parse(output) as {
      ResultWriterDetails: { Bucket: string; Key: string };
    };
    expect(details.Bucket).to.equal(bucket);
    expect(details.Key).to.match(/^vanity-numbers\/results\/[0-9a-f-]{36}\/manifest\.json$/);
    const { ResultFiles: files } = await read<Manifest>(details.Key);
    expect(files.FAILED).to.deep.equal([]);
    expect(files.PENDING).to.deep.equal([]);
    const batches = await read<{ Status: string; Output: string }[]>(files.SUCCEEDED[0]?.Key ?? "");
    expect(batches.map(({ Status }) => Status)).to.deep.equal(Array(20).fill("SUCCEEDED"));
    const answers = batches.map(({ Output }) => JSON.parse(Output) as BatchAnswer);
    const results = answers.flatMap((answer) => answer.results);
    expect(results.map(({ phone }) => phone)).to.have.members(phones);
    // A number with many zeros and ones has fewer than five.
    const five = results.filter(({ vanityNumbers }) => vanityNumbers.length === 5);
    expect(five.length).to.be.greaterThan(1900);
    const reasons = answers.flatMap(({ rejects }) => rejects.map(({ reason }) => reason));
    const expected = Array.from({ length: 5 }, () => POISON.map(([, reason]) => reason)).flat();
    expect(reasons).to.have.members(expected);
  });

  it("fails where the list isn't there", async () => {
    expect(await ended(await start("nowhere.csv"))).to.include({
      status: "FAILED",
      error: "States.ItemReaderFailed",
    });
  });

  it("fails when batches fail, and a redrive serves what is missing", async () => {
    // The deployed one would try again for two minutes.
    const { stateMachineArn } = await states<{ stateMachineArn: string }>("CreateStateMachine", {
      name: "impatient",
      roleArn: `arn:aws:iam::${SANDBOX_ACCOUNT}:role/recordVanityNumberList`,
      definition: definition.replace(/"Retry":\[.*?\]\s*(?=,"End")/, '"Retry":[]'),
    });
    const { text, phones } = list(300, 302);
    await upload("more.csv", text);
    await tableOfBatches((name) => `${name}-gone`);
    const executionArn = await start("more.csv", stateMachineArn);
    expect(await ended(executionArn)).to.include({
      status: "FAILED",
      error: "States.ExceedToleratedFailureThreshold",
    });
    expect([...(await recorded())]).to.not.include.members(phones);

    await tableOfBatches((name) => name.replace("-gone", ""));
    await states("RedriveExecution", { executionArn });
    expect(await ended(executionArn)).to.include({ status: "SUCCEEDED", redriveCount: 1 });
    expect([...(await recorded())]).to.include.members(phones);
    await states("DeleteStateMachine", { stateMachineArn });
  });

  it("leaves nothing to plan", async () => {
    expect(await deployed.plan()).to.deep.equal([]);
  });
});

interface Manifest {
  readonly ResultFiles: Readonly<
    Record<"SUCCEEDED" | "FAILED" | "PENDING", readonly { readonly Key: string }[]>
  >;
}
