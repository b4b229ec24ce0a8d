import {
  CloudWatchClient,
  type DashboardValidationMessage,
  DescribeAlarmsCommand,
  GetDashboardCommand,
  type MetricAlarm,
} from "@aws-sdk/client-cloudwatch";
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeQueryDefinitionsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { DescribeDeliveryStreamCommand, FirehoseClient } from "@aws-sdk/client-firehose";
import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import {
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  SNSClient,
} from "@aws-sdk/client-sns";
import { expect } from "chai";

import { KWGLOBAL } from "../../../kwglobal";
import { DeployedCenter } from "../../support/deployed-center";
import { LiveCenter } from "../../support/live-center";
import { requires } from "../../support/requirements";

const BUCKET = "amazon-connect-kwglobal";

describe("Reporting of the applied contact center", () => {
  requires("terraform", "moto_server", "provider");

  let deployed: DeployedCenter;
  let center: LiveCenter;
  let s3: S3Client;

  before(async () => {
    deployed = await DeployedCenter.copy();
    center = await LiveCenter.find(deployed.connect);
    s3 = new S3Client({ forcePathStyle: true });
  });

  after(async () => {
    await deployed.stop();
  });

  it("has one topic, encrypted, with the supervisors' address", async () => {
    const sns = new SNSClient({});
    const { Topics = [] } = await sns.send(new ListTopicsCommand({}));
    expect(Topics.map(({ TopicArn }) => TopicArn?.split(":").at(-1))).to.deep.equal([
      "kwglobal-notifications",
    ]);
    const { TopicArn } = Topics[0] ?? {};
    const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
    expect(Attributes?.KmsMasterKeyId).to.match(/^arn:aws:kms:/);
    const { Subscriptions = [] } = await sns.send(
      new ListSubscriptionsByTopicCommand({ TopicArn }),
    );
    expect(Subscriptions.map(({ Protocol, Endpoint }) => [Protocol, Endpoint])).to.deep.equal([
      ["email", "supervisors@kwglobal.example"],
    ]);
  });

  it("has alarms that tell the topic when they go off, and send no mail when they are over", async () => {
    const alarms = await allAlarms();
    expect(alarms.map(({ AlarmName }) => AlarmName)).to.include.members([
      "kwglobal-throttled-calls",
      "kwglobal-queue-size-customer-service",
      "kwglobal-flow-fatal-errors-kwglobal-main-menu",
      "kwglobal-function-duration-record-vanity-number",
      "kwglobal-table-system-errors",
    ]);
    for (const { AlarmName, ActionsEnabled, AlarmActions = [], OKActions = [] } of alarms) {
      const actions = [AlarmActions, OKActions].flat().map((arn) => arn.split(":").at(-1));
      expect([ActionsEnabled, ...actions], AlarmName).to.deep.equal([
        true,
        "kwglobal-notifications",
      ]);
    }
  });

  it("watches the instance and the queues that are there, by id and by name", async () => {
    const alarms = await allAlarms();
    const instance = await center.instance();
    const ofConnect = alarms.filter(({ Namespace }) => Namespace === "AWS/Connect");
    const watched = (dimension: string) =>
      new Set(
        ofConnect.flatMap(({ Dimensions = [] }) =>
          Dimensions.filter(({ Name }) => Name === dimension).map(({ Value }) => Value),
        ),
      );
    expect([...watched("InstanceId")]).to.deep.equal([instance?.Id]);
    expect([...watched("QueueName")]).to.have.members(KWGLOBAL.queues.map(({ name }) => name));
    expect([...watched("ContactFlowName")]).to.have.members(KWGLOBAL.flows.map(({ name }) => name));
  });

  it("has a dashboard whose alarms are there", async () => {
    const { DashboardBody = "{}", ...answer } = await new CloudWatchClient({}).send(
      new GetDashboardCommand({ DashboardName: "kwglobal" }),
    );
    expect((answer as { messages?: DashboardValidationMessage[] }).messages ?? []).to.deep.equal(
      [],
    );
    const { widgets } = JSON.parse(DashboardBody) as {
      widgets: { type: string; properties: { alarms?: string[] } }[];
    };
    const shown = widgets.flatMap(({ properties }) => properties.alarms ?? []);
    expect(shown).to.have.members((await allAlarms()).map(({ AlarmArn }) => AlarmArn));
  });

  it("has queries that stand ready, each for log groups that exist", async () => {
    const logs = new CloudWatchLogsClient({});
    const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({}));
    const existing = logGroups.map(({ logGroupName }) => logGroupName);
    const { queryDefinitions = [] } = await logs.send(
      new DescribeQueryDefinitionsCommand({ queryDefinitionNamePrefix: "kwglobal/" }),
    );
    expect(queryDefinitions).to.have.length(8);
    for (const { name, logGroupNames = [] } of queryDefinitions) {
      expect(logGroupNames, name).not.to.have.length(0);
      expect(existing, name).to.include.members(logGroupNames);
    }
  });

  it("keeps recordings, more cheaply after 90 days, and what nobody sees for 30", async () => {
    const { Rules = [] } = await s3.send(
      new GetBucketLifecycleConfigurationCommand({ Bucket: BUCKET }),
    );
    const rules = new Map(Rules.map(({ ID, ...rule }) => [ID, rule]));
    expect(rules.get("unseen")).to.deep.include({
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
      NoncurrentVersionExpiration: { NoncurrentDays: 30 },
    });
    expect(rules.get("recordings")).to.deep.include({
      Filter: { Prefix: "connect/KWGlobal/CallRecordings/" },
      Transitions: [{ Days: 90, StorageClass: "STANDARD_IA" }],
    });
    expect(rules.get("recordings")).not.to.have.property("Expiration");
    expect([...rules.keys()]).to.have.members(["unseen", "recordings", "transcripts", "analysis"]);
  });

  it("logs who read what to a bucket with S3's own key, which forgets after a year", async () => {
    const { LoggingEnabled } = await s3.send(new GetBucketLoggingCommand({ Bucket: BUCKET }));
    expect(LoggingEnabled).to.deep.include({
      TargetBucket: `${BUCKET}-access-logs`,
      TargetPrefix: `${BUCKET}/`,
    });
    const logs = { Bucket: `${BUCKET}-access-logs` };
    const { ServerSideEncryptionConfiguration } = await s3.send(
      new GetBucketEncryptionCommand(logs),
    );
    expect(
      ServerSideEncryptionConfiguration?.Rules?.map(
        ({ ApplyServerSideEncryptionByDefault: byDefault }) => byDefault?.SSEAlgorithm,
      ),
    ).to.deep.equal(["AES256"]);
    const { Rules = [] } = await s3.send(new GetBucketLifecycleConfigurationCommand(logs));
    expect(Rules.find(({ ID }) => ID === "expiry")?.Expiration).to.deep.include({ Days: 365 });
  });

  it("analyses calls", async () => {
    expect(await center.attribute("CONTACT_LENS")).to.equal("true");
  });

  describe("of contact records", () => {
    it("sends them to the bucket through Firehose, by day and encrypted", async () => {
      const [config, ...others] = (await center.storageConfigs("CONTACT_TRACE_RECORDS")) ?? [];
      expect(others).to.deep.equal([]);
      expect(config?.StorageType).to.equal("KINESIS_FIREHOSE");
      const { DeliveryStreamDescription: stream } = await new FirehoseClient({}).send(
        new DescribeDeliveryStreamCommand({ DeliveryStreamName: "kwglobal-contact-records" }),
      );
      expect(config?.KinesisFirehoseConfig?.FirehoseArn).to.equal(stream?.DeliveryStreamARN);
      const destination = stream?.Destinations?.[0]?.ExtendedS3DestinationDescription;
      expect(destination?.BucketARN).to.equal(`arn:aws:s3:::${BUCKET}`);
      expect(destination?.Prefix).to.equal(
        "connect/KWGlobal/ContactRecords/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/",
      );
      expect(destination?.EncryptionConfiguration?.KMSEncryptionConfig?.AWSKMSKeyARN).to.match(
        /^arn:aws:kms:/,
      );
    });

    it("watches that they arrive", async () => {
      const names = (await allAlarms()).map(({ AlarmName }) => AlarmName);
      expect(names).to.include.members([
        "kwglobal-contact-records-late",
        "kwglobal-contact-records-throttled",
      ]);
    });

    it("keeps none where they are switched off, and keeps them again", async () => {
      const contactRecords = async (on: boolean) => {
        deployed.synthesize({ reporting: { ...KWGLOBAL.reporting, contactRecords: on } });
        await deployed.apply();
        expect(await deployed.plan()).to.deep.equal([]);
        return center.storageConfigs("CONTACT_TRACE_RECORDS");
      };
      expect(await contactRecords(false)).to.deep.equal([]);
      expect(await contactRecords(true)).to.have.lengthOf(1);
    });
  });

  describe("when the center is destroyed", () => {
    it("leaves nothing behind", async () => {
      await deployed.destroy();
      expect(await deployed.leftovers()).to.deep.equal([]);
    });
  });
});

async function allAlarms(): Promise<MetricAlarm[]> {
  const { MetricAlarms = [] } = await new CloudWatchClient({}).send(
    new DescribeAlarmsCommand({ MaxRecords: 100 }),
  );
  return MetricAlarms;
}
