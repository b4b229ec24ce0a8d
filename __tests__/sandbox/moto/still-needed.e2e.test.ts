import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { forwardTo } from "../../../sandbox/gateway/forward";
import { jsonRequest, serviceRequest } from "../../../sandbox/gateway/service-request";
import { type Moto, startMoto } from "../../../sandbox/moto/moto";
import { requires } from "../../support/requirements";

const REGION = "us-east-1";

/**
 * What wraps moto mends faults of moto's. Here they are, asked of moto itself: where one is gone with a
 * newer version, so is its wrapper's reason, and ARCHITECTURE's row.
 */
describe("What moto can't do, and a wrapper mends", function () {
  this.timeout(60_000);
  requires("moto_server");

  const directory = mkdtempSync(join(tmpdir(), "moto-"));
  let moto: Moto;

  before(async () => {
    moto = await startMoto(["dynamodb", "logs", "iam", "stepfunctions", "budgets"], { directory });
  });

  after(async () => {
    await moto.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const ask = async (service: string, target: string, input: object) => {
    const answer = await forwardTo(moto.upstream)(jsonRequest(service, REGION, target, input));
    return { status: answer.status, text: String(answer.body) };
  };
  const refused = async (service: string, target: string, input: object) => {
    const { status, text } = await ask(service, target, input);
    expect(status, `${target} ${text}`).to.be.greaterThan(299);
  };
  const told = async (service: string, target: string, input: object): Promise<unknown> => {
    const { status, text } = await ask(service, target, input);
    expect(status, `${target} ${text}`).to.equal(200);
    return JSON.parse(text);
  };

  it("table-updates.ts: a table's key is forgotten, its capacity kept when it goes on demand", async () => {
    const TableName = "table";
    await told("dynamodb", "DynamoDB_20120810.CreateTable", {
      TableName,
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
    });
    const KMSMasterKeyId = `arn:aws:kms:${REGION}:123456789012:key/x`;
    await told("dynamodb", "DynamoDB_20120810.UpdateTable", {
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId },
    });
    const table = await told("dynamodb", "DynamoDB_20120810.DescribeTable", { TableName });
    expect(table).not.to.have.nested.property("Table.SSEDescription.KMSMasterKeyArn");
    expect(table).to.have.nested.property("Table.ProvisionedThroughput.ReadCapacityUnits", 5);
  });

  it("log-group-keys.ts: a log group gets no key once it is made", async () => {
    const logGroupName = "/aws/connect/x";
    await ask("logs", "Logs_20140328.CreateLogGroup", { logGroupName });
    await refused("logs", "Logs_20140328.AssociateKmsKey", {
      logGroupName,
      kmsKeyId: `arn:aws:kms:${REGION}:123456789012:key/x`,
    });
  });

  it("query-definitions.ts: no query is stored", async () => {
    const query = { name: "calls", queryString: "fields @message" };
    await refused("logs", "Logs_20140328.PutQueryDefinition", query);
  });

  it("saml-provider-tags.ts: a SAML provider's tags are forgotten", async () => {
    const iam = async (parameters: Record<string, string>) => {
      const body = new URLSearchParams({ Version: "2010-05-08", ...parameters }).toString();
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const request = serviceRequest({ service: "iam", region: REGION, headers, body });
      const { status, body: answer } = await forwardTo(moto.upstream)(request);
      return { status, text: String(answer) };
    };
    const made = await iam({
      Action: "CreateSAMLProvider",
      Name: "company",
      SAMLMetadataDocument: "x".repeat(1000),
      "Tags.member.1.Key": "team",
      "Tags.member.1.Value": "sales",
    });
    const [, SAMLProviderArn = ""] = /<SAMLProviderArn>(.+?)</.exec(made.text) ?? [];
    const { status, text } = await iam({ Action: "GetSAMLProvider", SAMLProviderArn });
    expect(status, text).to.equal(200);
    expect(text).not.to.contain("sales");
  });

  it("state-machines.ts: definitions aren't validated, versions not listed", async () => {
    const definition = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}';
    await refused("states", "AWSStepFunctions.ValidateStateMachineDefinition", { definition });
    const stateMachineArn = `arn:aws:states:${REGION}:123456789012:stateMachine:x`;
    await refused("states", "AWSStepFunctions.ListStateMachineVersions", { stateMachineArn });
  });

  it("budgets.ts: a notification's subscribers are forgotten", async () => {
    const budget = { AccountId: "123456789012", BudgetName: "month" };
    const BudgetLimit = { Amount: "50", Unit: "USD" };
    const notification = {
      NotificationType: "ACTUAL",
      ComparisonOperator: "GREATER_THAN",
      Threshold: 80,
    };
    await told("budgets", "AWSBudgetServiceGateway.CreateBudget", {
      AccountId: budget.AccountId,
      Budget: { BudgetName: "month", TimeUnit: "MONTHLY", BudgetType: "COST", BudgetLimit },
      NotificationsWithSubscribers: [
        {
          Notification: notification,
          Subscribers: [{ SubscriptionType: "EMAIL", Address: "a@kwglobal.example" }],
        },
      ],
    });
    await refused("budgets", "AWSBudgetServiceGateway.DescribeSubscribersForNotification", {
      ...budget,
      Notification: notification,
    });
  });
});
