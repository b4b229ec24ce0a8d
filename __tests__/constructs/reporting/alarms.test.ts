import { expect } from "chai";

import { KWGLOBAL } from "../../../kwglobal";
import { DEV, synthesize } from "../../support/synthesized";
import { fault } from "./known-metrics";

interface SynthesizedAlarm {
  readonly alarm_name: string;
  readonly alarm_description: string;
  readonly namespace?: string;
  readonly metric_name?: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly threshold: number;
  readonly period?: number;
  readonly evaluation_periods: number;
  readonly treat_missing_data: string;
  readonly alarm_actions: readonly string[];
  readonly ok_actions: readonly string[];
  readonly metric_query?: readonly { readonly expression: string }[];
}

const alarmsOf = (...value: Parameters<typeof synthesize>) =>
  new Map(
    Object.values(synthesize(...value).resources("aws_cloudwatch_metric_alarm")).map((each) => {
      const alarm = each as unknown as SynthesizedAlarm;
      return [alarm.alarm_name, alarm];
    }),
  );

/** A name as alarms have it. */
const dashed = ({ name }: { readonly name: string }) => name.toLowerCase().replaceAll(" ", "-");

describe("The alarms", () => {
  const alarms = alarmsOf();

  it("watch what the center can't notice itself, each queue, each flow, function and table", () => {
    expect([...alarms.keys()].sort()).to.deep.equal(
      [
        "throttled-calls",
        "calls-over-quota",
        "concurrent-calls",
        "missed-calls",
        "misconfigured-number",
        "recording-upload",
        "callback-not-dialable",
        ...KWGLOBAL.queues
          .map(dashed)
          .flatMap((queue) => [
            `queue-size-${queue}`,
            `longest-wait-${queue}`,
            `queue-full-${queue}`,
          ]),
        ...KWGLOBAL.flows
          .map(dashed)
          .flatMap((flow) => [`flow-errors-${flow}`, `flow-fatal-errors-${flow}`]),
        ...["errors", "throttles", "duration"].map(
          (what) => `function-${what}-record-vanity-number`,
        ),
        "function-errors-reconcile",
        "function-errors-observe",
        "table-read-throttles",
        "table-write-throttles",
        "table-system-errors",
      ]
        .map((name) => `kwglobal-${name}`)
        .sort(),
    );
  });

  it("ask for metrics under the dimensions they are published under", () => {
    const faults = [...alarms.values()]
      .filter((alarm) => alarm.metric_query === undefined)
      .flatMap(({ namespace = "", metric_name: name = "", dimensions = {} }) => {
        return fault({ namespace, name, dimensions }) ?? [];
      });
    expect(faults).to.deep.equal([]);
  });

  it("add up what is published under more dimensions than are known", () => {
    const queries = [...alarms.values()].flatMap(({ metric_query: query = [] }) => query);
    expect(queries.map(({ expression }) => expression)).to.have.members([
      `SELECT SUM(CallBackNotDialableNumber) FROM "AWS/Connect" WHERE InstanceId = '\${aws_connect_instance.instance.id}'`,
      `SELECT SUM(SystemErrors) FROM "AWS/DynamoDB" WHERE TableName = '\${aws_dynamodb_table.vanity_numbers_table.name}'`,
    ]);
  });

  it("would be found out if they asked for a metric that is not there, or elsewhere", () => {
    const dimensions = { InstanceId: "i", MetricGroup: "VoiceCalls" };
    const calls = { namespace: "AWS/Connect", dimensions };
    expect(fault({ ...calls, name: "ThrottledCalls" })).to.equal(undefined);
    expect(fault({ ...calls, name: "CallsThrottled" })).to.match(/has no CallsThrottled/);
    expect(fault({ ...calls, name: "QueueSize" })).to.match(/under InstanceId, MetricGroup, Queue/);
    expect(fault({ ...calls, name: "CallRecordingUploadError" })).to.match(
      /with MetricGroup CallRecordings/,
    );
  });

  it("tell the one topic, at their beginning and at their end", () => {
    for (const { alarm_actions: on, ok_actions: off } of alarms.values()) {
      expect([on, off]).to.deep.equal([
        ["${aws_sns_topic_policy.notifications_policy.arn}"],
        ["${aws_sns_topic_policy.notifications_policy.arn}"],
      ]);
    }
  });

  it("take silence for peace, since a center without calls publishes nothing", () => {
    for (const { treat_missing_data: missing } of alarms.values()) {
      expect(missing).to.equal("notBreaching");
    }
  });

  it("go off at the value's figures", () => {
    const reporting = { queueSize: 3, queueWaitSeconds: 120, missedCalls: 2 };
    const own = alarmsOf({ reporting });
    const threshold = (name: string) => own.get(`kwglobal-${name}`)?.threshold;
    expect(threshold("queue-size-customer-service")).to.equal(3);
    expect(threshold("longest-wait-business-consulting")).to.equal(120);
    expect(threshold("missed-calls")).to.equal(2);
  });

  it("know that Amazon Connect tells the share of its quota as 0.8, not 80", () => {
    expect(alarms.get("kwglobal-concurrent-calls")?.threshold).to.equal(0.8);
  });

  it("of dev have other names, and tell nobody", () => {
    expect([...alarmsOf({}, DEV).keys()].filter((name) => alarms.has(name))).to.deep.equal([]);
    expect(synthesize({}, DEV).resources("aws_sns_topic_subscription")).to.deep.equal({});
  });

  it("watch contact records where they are kept", () => {
    const names = [
      ...alarmsOf({ reporting: { ...KWGLOBAL.reporting, contactRecords: true } }).keys(),
    ].filter((name) => !alarms.has(name));
    expect(names).to.deep.equal([
      "kwglobal-contact-records-late",
      "kwglobal-contact-records-throttled",
    ]);
  });
});
