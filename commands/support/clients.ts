import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { ConnectClient } from "@aws-sdk/client-connect";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { STSClient } from "@aws-sdk/client-sts";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

import { OPERATOR_KEY } from "../../sandbox/machine/account";
import { isLoopback } from "./loopback";

/**
 * The settings of any client: it finds credentials and `AWS_ENDPOINT_URL` as Terraform does, and on a sandbox
 * the sandbox's where the environment names none.
 *
 * @param region - The environment's.
 */
export function clientSettings(region: string) {
  const isSandbox = isLoopback(process.env.AWS_ENDPOINT_URL ?? "");
  const credentials = { accessKeyId: OPERATOR_KEY, secretAccessKey: OPERATOR_KEY };
  return {
    ...{ region, maxAttempts: 10 },
    ...(isSandbox && process.env.AWS_ACCESS_KEY_ID === undefined && { credentials }),
  };
}

/** One client for each service that holds something of callers. */
export type Clients = ReturnType<typeof createClients>;

/**
 * Makes the clients, with {@link clientSettings}.
 *
 * @param region - The environment's.
 */
export function createClients(region: string) {
  const settings = clientSettings(region);
  return {
    // Two contacts a second are described, and one search in two seconds: the client slows down.
    connect: new ConnectClient({ ...settings, retryMode: "adaptive" }),
    documents: DynamoDBDocumentClient.from(new DynamoDBClient(settings)),
    logs: new CloudWatchLogsClient(settings),
    // A bucket's own host name does not resolve to a local port.
    s3: new S3Client({ ...settings, forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined }),
    sts: new STSClient(settings),
  };
}
