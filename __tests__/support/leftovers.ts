import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  ListDashboardsCommand,
} from "@aws-sdk/client-cloudwatch";
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeQueryDefinitionsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  type ConnectClient,
  ListInstancesCommand,
  ListPhoneNumbersV2Command,
} from "@aws-sdk/client-connect";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { FirehoseClient, ListDeliveryStreamsCommand } from "@aws-sdk/client-firehose";
import { IAMClient, ListRolesCommand } from "@aws-sdk/client-iam";
import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { ListSubscriptionsCommand, ListTopicsCommand, SNSClient } from "@aws-sdk/client-sns";
import { DescribeParametersCommand, SSMClient } from "@aws-sdk/client-ssm";

/** Names of all that is in a sandbox; a new one has nothing. */
export async function everythingIn(connect: ConnectClient): Promise<string[]> {
  const alarms = new CloudWatchClient({});
  const logs = new CloudWatchLogsClient({});
  const sns = new SNSClient({});
  const found = await Promise.all([
    connect
      .send(new ListInstancesCommand({}))
      .then(({ InstanceSummaryList = [] }) => InstanceSummaryList.map(({ Arn }) => Arn)),
    connect
      .send(new ListPhoneNumbersV2Command({}))
      .then(({ ListPhoneNumbersSummaryList = [] }) =>
        ListPhoneNumbersSummaryList.map(({ PhoneNumber }) => PhoneNumber),
      ),
    new DynamoDBClient({})
      .send(new ListTablesCommand({}))
      .then(({ TableNames = [] }) => TableNames),
    new S3Client({ forcePathStyle: true })
      .send(new ListBucketsCommand({}))
      .then(({ Buckets = [] }) => Buckets.map(({ Name }) => Name)),
    new LambdaClient({})
      .send(new ListFunctionsCommand({}))
      .then(({ Functions = [] }) => Functions.map(({ FunctionName }) => FunctionName)),
    new IAMClient({})
      .send(new ListRolesCommand({}))
      .then(({ Roles = [] }) => Roles.map(({ RoleName }) => RoleName)),
    new SSMClient({})
      .send(new DescribeParametersCommand({}))
      .then(({ Parameters = [] }) => Parameters.map(({ Name }) => Name)),
    new FirehoseClient({})
      .send(new ListDeliveryStreamsCommand({}))
      // Its role has the same name.
      .then(({ DeliveryStreamNames = [] }) => DeliveryStreamNames.map((name) => `stream ${name}`)),
    logs
      .send(new DescribeLogGroupsCommand({}))
      .then(({ logGroups = [] }) => logGroups.map(({ logGroupName }) => logGroupName)),
    logs
      .send(new DescribeQueryDefinitionsCommand({}))
      .then(({ queryDefinitions = [] }) => queryDefinitions.map(({ name }) => name)),
    alarms
      .send(new DescribeAlarmsCommand({}))
      .then(({ MetricAlarms = [] }) => MetricAlarms.map(({ AlarmName }) => AlarmName)),
    alarms
      .send(new ListDashboardsCommand({}))
      .then(({ DashboardEntries = [] }) => DashboardEntries.map((each) => each.DashboardName)),
    sns
      .send(new ListTopicsCommand({}))
      .then(({ Topics = [] }) => Topics.map(({ TopicArn }) => TopicArn)),
    sns
      .send(new ListSubscriptionsCommand({}))
      .then(({ Subscriptions = [] }) => Subscriptions.map(({ Endpoint }) => Endpoint)),
  ]);
  return found.flat().map(String);
}
