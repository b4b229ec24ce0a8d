import { DescribeBudgetCommand } from "@aws-sdk/client-budgets";
import { DescribeAlarmsCommand, GetDashboardCommand } from "@aws-sdk/client-cloudwatch";
import {
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  DescribeQueryDefinitionsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { DescribeDeliveryStreamCommand } from "@aws-sdk/client-firehose";
import { GetTopicAttributesCommand, ListSubscriptionsByTopicCommand } from "@aws-sdk/client-sns";

import { unlessMissing } from "../../support/unless-missing";
import type { Live } from "../live-account";
import { matchByName } from "../match";
import type { ImportRule } from "../rule";

const budget: ImportRule = async (wanted, { clients: { budgets }, accountId }) => {
  const BudgetName = wanted.text("name");
  const command = new DescribeBudgetCommand({ AccountId: accountId, BudgetName });
  return (await unlessMissing(budgets.send(command))) && `${accountId}:${BudgetName}`;
};

const logGroup: ImportRule = async (wanted, { clients: { logs } }) => {
  const name = wanted.text("name");
  const { logGroups = [] } = await logs.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: name }),
  );
  return logGroups.some(({ logGroupName }) => logGroupName === name) ? name : undefined;
};

const logStream: ImportRule = async (wanted, { clients: { logs } }) => {
  const [logGroupName, name] = [wanted.text("log_group_name"), wanted.text("name")];
  const command = new DescribeLogStreamsCommand({ logGroupName, logStreamNamePrefix: name });
  const { logStreams = [] } = (await unlessMissing(logs.send(command))) ?? {};
  return logStreams.some(({ logStreamName }) => logStreamName === name)
    ? `${logGroupName}:${name}`
    : undefined;
};

const queryDefinition: ImportRule = async (wanted, { clients: { logs }, region, accountId }) => {
  const name = wanted.text("name");
  const { queryDefinitions = [] } = await logs.send(
    new DescribeQueryDefinitionsCommand({ queryDefinitionNamePrefix: name }),
  );
  const things = queryDefinitions.map((each) => ({
    id: each.queryDefinitionId ?? "",
    name: each.name ?? "",
  }));
  const match = matchByName("query definition", name, things);
  return match && `arn:aws:logs:${region}:${accountId}:query-definition:${match.id}`;
};

const alarm: ImportRule = async (wanted, { clients: { cloudwatch } }) => {
  const name = wanted.text("alarm_name");
  const { MetricAlarms = [] } = await cloudwatch.send(
    new DescribeAlarmsCommand({ AlarmNames: [name] }),
  );
  return MetricAlarms.some(({ AlarmName }) => AlarmName === name) ? name : undefined;
};

const dashboard: ImportRule = async (wanted, { clients: { cloudwatch } }) => {
  const DashboardName = wanted.text("dashboard_name");
  const command = new GetDashboardCommand({ DashboardName });
  return (await unlessMissing(cloudwatch.send(command))) && DashboardName;
};

function topicArn({ region, accountId }: Live, name: string): string {
  return `arn:aws:sns:${region}:${accountId}:${name}`;
}

const topic: ImportRule = async (wanted, live) => {
  const TopicArn = topicArn(live, wanted.text("name"));
  const command = new GetTopicAttributesCommand({ TopicArn });
  return (await unlessMissing(live.clients.sns.send(command))) && TopicArn;
};

/** Every topic has a policy: at first the one that SNS gives it. */
const topicPolicy: ImportRule = (wanted, live) => topic(wanted.referred("arn"), live);

const topicSubscription: ImportRule = async (wanted, live) => {
  const TopicArn = topicArn(live, wanted.referred("topic_arn").text("name"));
  const [protocol, endpoint] = [wanted.text("protocol"), wanted.text("endpoint")];
  const command = new ListSubscriptionsByTopicCommand({ TopicArn });
  const { Subscriptions = [] } = (await unlessMissing(live.clients.sns.send(command))) ?? {};
  const match = Subscriptions.find(
    (each) => each.Protocol === protocol && each.Endpoint === endpoint,
  );
  // Until the person has confirmed it, a subscription has no ARN; subscribing again is the same one.
  return match?.SubscriptionArn?.startsWith("arn:") === true ? match.SubscriptionArn : undefined;
};

const deliveryStream: ImportRule = async (wanted, { clients: { firehose }, region, accountId }) => {
  const DeliveryStreamName = wanted.text("name");
  const command = new DescribeDeliveryStreamCommand({ DeliveryStreamName });
  const arn = `arn:aws:firehose:${region}:${accountId}:deliverystream/${DeliveryStreamName}`;
  return (await unlessMissing(firehose.send(command))) && arn;
};

/** How logs, alarms and what they tell are found. */
export const MONITORING_RULES: Readonly<Record<string, ImportRule>> = {
  aws_budgets_budget: budget,
  aws_cloudwatch_log_group: logGroup,
  aws_cloudwatch_log_stream: logStream,
  aws_cloudwatch_query_definition: queryDefinition,
  aws_cloudwatch_metric_alarm: alarm,
  aws_cloudwatch_dashboard: dashboard,
  aws_sns_topic: topic,
  aws_sns_topic_policy: topicPolicy,
  aws_sns_topic_subscription: topicSubscription,
  aws_kinesis_firehose_delivery_stream: deliveryStream,
};
