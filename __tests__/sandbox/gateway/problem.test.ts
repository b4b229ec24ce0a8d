import { expect } from "chai";

import { createBudgets } from "../../../sandbox/budgets";
import { createFirehose } from "../../../sandbox/firehose/firehose";
import { startGateway } from "../../../sandbox/gateway/gateway";
import type { Service } from "../../../sandbox/gateway/http";
import { jsonInput } from "../../../sandbox/gateway/json-input";
import { problemOf } from "../../../sandbox/gateway/problem";
import { createLogs } from "../../../sandbox/moto/query-definitions";
import { createLogGroupKeys } from "../../../sandbox/moto/log-group-keys";
import { createStateMachines } from "../../../sandbox/moto/state-machines";
import { createTableUpdates } from "../../../sandbox/moto/table-updates";
import { createStepFunctions } from "../../../sandbox/step-functions/step-functions";

const FORM = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };

const emulator: Service = () => Promise.resolve({ status: 200, headers: {}, body: "{}" });

describe("An error that the sandbox itself answers", () => {
  const answered = (service: string, headers: Record<string, string>, url = "/") =>
    problemOf(service, { headers, url }, 502, "Gone", "a < b & c");

  it("has its code in header and body, since boto3 reads it in either by the protocol", () => {
    const { status, headers, body } = answered("logs", { "x-amz-target": "Logs_20140328.X" });
    expect([status, headers["x-amzn-errortype"]]).to.deep.equal([502, "Gone"]);
    expect(JSON.parse(String(body))).to.deep.equal({ __type: "Gone", message: "a < b & c" });
  });

  it("is XML for a query, whichever way that was sent, and blames the server for a 5xx", () => {
    for (const [headers, url] of [
      [FORM, "/"],
      [{}, "/?Version=2011-06-15&Action=GetCallerIdentity"],
    ] as const) {
      const { headers: sent, body } = answered("sts", headers, url);
      expect(sent["content-type"]).to.equal("text/xml");
      expect(body).to.match(
        /^<ErrorResponse><Error><Type>Receiver<\/Type><Code>Gone<\/Code><Message>a &lt; b &amp; c<\/Message><\/Error><RequestId>/,
      );
    }
  });

  it("is S3's own for S3, which the AWS provider can't read in a wrapping", () => {
    expect(answered("s3", {}).body).to.match(/^<Error><Code>Gone<\/Code><Message>a /);
  });

  const requestOf = (target: string, body: string) => ({
    method: "POST",
    url: "/",
    headers: { "x-amz-target": target },
    body: Buffer.from(body),
  });

  /** Each JSON service that answers itself, with an operation of its own. */
  const services: Readonly<Record<string, readonly [target: string, service: Service]>> = {
    budgets: ["AWSBudgetServiceGateway.DescribeBudget", createBudgets()],
    logs: ["Logs_20140328.DeleteQueryDefinition", createLogs(emulator)],
    "logs' keys": ["Logs_20140328.AssociateKmsKey", createLogGroupKeys(emulator)],
    dynamodb: ["DynamoDB_20120810.UpdateTable", createTableUpdates(emulator)],
    "states' machines": [
      "AWSStepFunctions.ValidateStateMachineDefinition",
      createStateMachines(emulator),
    ],
    states: [
      "AWSStepFunctions.StartExecution",
      createStepFunctions(new Map(), {
        ...{ states: emulator, lambda: emulator, s3: emulator },
        onEnd: () => undefined,
      }).handle,
    ],
    firehose: [
      "Firehose_20150804.PutRecord",
      createFirehose(emulator, { now: () => 0, after: () => undefined }).handle,
    ],
  };

  for (const [name, [target, service]] of Object.entries(services)) {
    for (const body of ["{", "null", "[]", '"text"']) {
      it(`says of ${body} to ${name} that it can't be read, and keeps on`, async () => {
        const gateway = await startGateway({
          port: 0,
          backend: () => ({ service: () => service }),
          about: {},
        });
        const answer = await fetch(gateway.endpoint, {
          ...requestOf(target, body),
          headers: {
            "x-amz-target": target,
            authorization:
              "AWS4-HMAC-SHA256 Credential=a/20261122/us-west-2/x/aws4_request, SignedHeaders=host, Signature=0",
          },
        });
        const said = (await answer.json()) as object;
        await gateway.close();
        expect(answer.status).to.equal(400);
        expect(said).to.include({ __type: "SerializationException" });
      });
    }
  }

  it("takes no body for an input without members", () => {
    expect(jsonInput({ body: Buffer.alloc(0) })).to.deep.equal({});
  });
});
