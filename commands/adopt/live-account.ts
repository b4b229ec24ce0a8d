import { BudgetsClient } from "@aws-sdk/client-budgets";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { ConnectClient } from "@aws-sdk/client-connect";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { FirehoseClient } from "@aws-sdk/client-firehose";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

import type { LiveInstance } from "./live-instance";

/** One client for each service that the stack uses. */
export type Clients = ReturnType<typeof createClients>;

/** What is live: where the rules look. */
export interface Live {
  readonly clients: Clients;
  readonly region: string;
  readonly accountId: string;
  /** Undefined while there is none. */
  readonly instance: LiveInstance | undefined;
  /** The number to take over, in E.164, where the instance has several. */
  readonly phoneNumber?: string;
}

/**
 * Makes the clients. They find credentials and `AWS_ENDPOINT_URL` as Terraform does.
 *
 * @param region - The stack's.
 */
export function createClients(region: string) {
  // Connect throttles at two requests a second: patience, where the default gives up after three.
  const settings = { region, maxAttempts: 10 };
  return {
    budgets: new BudgetsClient(settings),
    cloudwatch: new CloudWatchClient(settings),
    connect: new ConnectClient(settings),
    dynamodb: new DynamoDBClient(settings),
    firehose: new FirehoseClient(settings),
    iam: new IAMClient(settings),
    kms: new KMSClient(settings),
    lambda: new LambdaClient(settings),
    logs: new CloudWatchLogsClient(settings),
    // A bucket's own host name does not resolve to a local port.
    s3: new S3Client({ ...settings, forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined }),
    sns: new SNSClient(settings),
    ssm: new SSMClient(settings),
    sts: new STSClient(settings),
  };
}

/** The account that the credentials belong to. */
export async function accountOf({ sts }: Clients): Promise<string> {
  return (await sts.send(new GetCallerIdentityCommand({}))).Account ?? "";
}
