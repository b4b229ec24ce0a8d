import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { ConnectClient } from "@aws-sdk/client-connect";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { STSClient } from "@aws-sdk/client-sts";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** One client for each service that holds something of callers. */
export type Clients = ReturnType<typeof createClients>;

/**
 * Makes the clients. They find credentials and `AWS_ENDPOINT_URL` as Terraform does.
 *
 * @param region - The environment's.
 */
export function createClients(region: string) {
  const settings = { region, maxAttempts: 10 };
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
