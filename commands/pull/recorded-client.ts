import { Readable } from "node:stream";

import { ConnectClient } from "@aws-sdk/client-connect";

import { answerKey, type InstanceRecord } from "../../plan-review/instance/record";
import { OperatorError } from "../../sandbox/machine/errors";

/** A request as the SDK hands it to what sends it. */
interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
}

/**
 * A client that gets every answer from a record, and sends nothing: it needs no credentials.
 *
 * @throws OperatorError, from a request that the record has no answer to.
 */
export function recordedClient({ answers }: InstanceRecord): ConnectClient {
  return new ConnectClient({
    region: "us-east-1",
    maxAttempts: 1,
    credentials: { accessKeyId: "recorded", secretAccessKey: "recorded" },
    requestHandler: {
      handle: ({ method, path, query = {} }: SentRequest) => {
        const url = new URL(path, "https://connect.invalid");
        for (const [name, value] of Object.entries(query)) {
          for (const each of [value ?? ""].flat()) url.searchParams.append(name, each);
        }
        const key = answerKey(method, url);
        const answer = answers[key];
        if (answer === undefined) {
          return Promise.reject(
            new OperatorError(`the record of the instance has no answer to ${key}`),
          );
        }
        const { status, error, body } = answer;
        return Promise.resolve({
          response: {
            statusCode: status,
            headers: {
              "content-type": "application/json",
              ...(error !== undefined && { "x-amzn-errortype": error }),
            },
            body: Readable.from([Buffer.from(JSON.stringify(body))]),
          },
        });
      },
    },
  });
}
