import { DescribeBudgetsCommand } from "@aws-sdk/client-budgets";
import { DescribeAlarmsCommand, ListDashboardsCommand } from "@aws-sdk/client-cloudwatch";
import {
  DescribeLogGroupsCommand,
  DescribeQueryDefinitionsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { ListInstancesCommand, ListPhoneNumbersV2Command } from "@aws-sdk/client-connect";
import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { ListDeliveryStreamsCommand } from "@aws-sdk/client-firehose";
import { ListRolesCommand } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, ListAliasesCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import { ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { ListBucketsCommand } from "@aws-sdk/client-s3";
import { ListTopicsCommand } from "@aws-sdk/client-sns";
import { DescribeParametersCommand } from "@aws-sdk/client-ssm";
import { SANDBOX_ACCOUNT } from "../../sandbox/machine/account";
import type { Clients } from "../adopt/live-account";
import { LIVE_KINDS, LiveInstance } from "../adopt/live-instance";

/**
 * Everything in an account, by kind and name, read back through the API; twice what is there twice.
 * A sandbox is small: each list but Connect's is one page.
 *
 * @param types - The types of resources that the stack has.
 */
export async function readInventory(clients: Clients, types: readonly string[]): Promise<string[]> {
  const { InstanceSummaryList = [] } = await clients.connect.send(new ListInstancesCommand({}));
  const { ListPhoneNumbersSummaryList = [] } = await clients.connect.send(
    new ListPhoneNumbersV2Command({}),
  );
  const things: (readonly [kind: string, name: string | undefined])[] = [
    ...InstanceSummaryList.map(({ InstanceAlias }) => ["instance", InstanceAlias] as const),
    // Another account gets another number.
    ...ListPhoneNumbersSummaryList.map(
      ({ PhoneNumberType }) => ["phone number", PhoneNumberType] as const,
    ),
    ...(await readKeys(clients)),
    ...(await readNames(clients, types)),
  ];
  for (const { Id = "" } of InstanceSummaryList) {
    const instance = new LiveInstance(clients.connect, Id);
    for (const kind of LIVE_KINDS) {
      for (const { name } of await instance.list(kind)) things.push([kind, name]);
    }
    for (const { name } of await instance.hierarchyGroups()) things.push(["hierarchy group", name]);
  }
  return things.map(([kind, name]) => `${kind} ${name ?? "without a name"}`).sort();
}

/** A key has no name: its description stands for it. AWS's own keys are left out. */
async function readKeys({ kms }: Clients) {
  const { Keys = [] } = await kms.send(new ListKeysCommand({}));
  const described = await Promise.all(
    Keys.map(({ KeyId }) => kms.send(new DescribeKeyCommand({ KeyId }))),
  );
  return described.flatMap(({ KeyMetadata: key }) =>
    key?.KeyState === "Enabled" && key.KeyManager !== "AWS"
      ? [["key", key.Description] as const]
      : [],
  );
}

type Names = Promise<readonly (string | undefined)[] | undefined>;

/** What else there is, by the type of resource that makes it. */
const LISTS: Readonly<Record<string, (clients: Clients) => Names>> = {
  aws_kms_alias: async ({ kms }) =>
    (await kms.send(new ListAliasesCommand({}))).Aliases?.map(({ AliasName }) => AliasName).filter(
      (name) => name?.startsWith("alias/aws/") === false,
    ),
  aws_dynamodb_table: async ({ dynamodb }) =>
    (await dynamodb.send(new ListTablesCommand({}))).TableNames,
  aws_s3_bucket: async ({ s3 }) =>
    (await s3.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name),
  aws_iam_role: async ({ iam }) =>
    (await iam.send(new ListRolesCommand({}))).Roles?.map(({ RoleName }) => RoleName),
  aws_lambda_function: async ({ lambda }) =>
    (await lambda.send(new ListFunctionsCommand({}))).Functions?.map((each) => each.FunctionName),
  aws_cloudwatch_log_group: async ({ logs }) =>
    (await logs.send(new DescribeLogGroupsCommand({}))).logGroups?.map((each) => each.logGroupName),
  aws_cloudwatch_query_definition: async ({ logs }) =>
    (await logs.send(new DescribeQueryDefinitionsCommand({}))).queryDefinitions?.map(
      ({ name }) => name,
    ),
  aws_ssm_parameter: async ({ ssm }) =>
    (await ssm.send(new DescribeParametersCommand({}))).Parameters?.map(({ Name }) => Name),
  aws_sns_topic: async ({ sns }) =>
    (await sns.send(new ListTopicsCommand({}))).Topics?.map(({ TopicArn }) => TopicArn),
  aws_cloudwatch_metric_alarm: async ({ cloudwatch }) =>
    (await cloudwatch.send(new DescribeAlarmsCommand({}))).MetricAlarms?.map(
      ({ AlarmName }) => AlarmName,
    ),
  aws_budgets_budget: async ({ budgets }) =>
    (await budgets.send(new DescribeBudgetsCommand({ AccountId: SANDBOX_ACCOUNT }))).Budgets?.map(
      ({ BudgetName }) => BudgetName,
    ),
  aws_cloudwatch_dashboard: async ({ cloudwatch }) =>
    (await cloudwatch.send(new ListDashboardsCommand({}))).DashboardEntries?.map(
      ({ DashboardName }) => DashboardName,
    ),
  aws_kinesis_firehose_delivery_stream: async ({ firehose }) =>
    (await firehose.send(new ListDeliveryStreamsCommand({}))).DeliveryStreamNames,
};

async function readNames(clients: Clients, types: readonly string[]) {
  const things: (readonly [string, string | undefined])[] = [];
  for (const type of types) {
    const names = (await LISTS[type]?.(clients)) ?? [];
    things.push(...names.map((name) => [type, name] as const));
  }
  return things;
}

/**
 * What one account lacks and what it has too often, against another.
 *
 * @returns A line for each difference, none where they are alike.
 */
export function differences(wanted: readonly string[], found: readonly string[]): string[] {
  const surplus = [...found];
  const lacking = wanted.filter((thing) => {
    const index = surplus.indexOf(thing);
    if (index >= 0) surplus.splice(index, 1);
    return index < 0;
  });
  return [
    ...lacking.map((thing) => `lacks ${thing}`),
    ...surplus.map(
      (thing) => `has ${wanted.includes(thing) ? "twice" : "what nobody wants"}: ${thing}`,
    ),
  ];
}
