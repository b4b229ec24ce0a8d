import { expect } from "chai";

import { KWGLOBAL } from "../../../kwglobal";
import { DEV, synthesize } from "../../support/synthesized";
import { ALARMS } from "./kinds-of-alarms";
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
  readonly metric_query?: readonly {
    readonly expression?: string;
    readonly metric?: {
      readonly namespace: string;
      readonly metric_name: string;
      readonly dimensions: Readonly<Record<string, string>>;
    };
  }[];
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
    const all = ALARMS.map(({ name }) => name);
    const eachOf = (thing: string) =>
      all.filter((name) => name.endsWith(`-${thing}`)).map((name) => name.slice(0, -thing.length));
    // Of the others, those on long lists come with their state machine.
    const others = all.filter((name) => !/-(queue|flow|waiting|function)$|-list-/.test(name));
    expect([...alarms.keys()].sort()).to.deep.equal(
      [
        ...others,
        ...KWGLOBAL.queues.map(dashed).flatMap((name) => eachOf("queue").map((it) => it + name)),
        ...KWGLOBAL.flows.map(dashed).flatMap((name) => eachOf("flow").map((it) => it + name)),
        ...eachOf("function").map((it) => `${it}record-vanity-number`),
        "function-errors-reconcile",
        "function-errors-observe",
      ]
        .map((name) => `kwglobal-${name}`)
        .sort(),
    );
  });

  it("ask for metrics under the dimensions they are published under", () => {
    const asked = [...alarms.values()].flatMap(
      ({ metric_query: queries, namespace = "", metric_name = "", dimensions = {} }) =>
        queries?.flatMap(({ metric }) => metric ?? []) ?? [{ namespace, metric_name, dimensions }],
    );
    const faults = asked.flatMap(({ namespace, metric_name: name, dimensions }) => {
      return fault({ namespace, name, dimensions }) ?? [];
    });
    expect(faults).to.deep.equal([]);
  });

  it("add up what is published under more dimensions than are known", () => {
    const queries = [...alarms.values()].flatMap(({ metric_query: query = [] }) => query);
    const totals = queries.flatMap(({ expression = "" }) =>
      expression.startsWith("SELECT") ? [expression] : [],
    );
    expect(totals).to.have.members([
      `SELECT SUM(MisconfiguredPhoneNumbers) FROM "AWS/Connect" WHERE InstanceId = '\${aws_connect_instance.instance.id}'`,
      `SELECT SUM(CallRecordingUploadError) FROM "AWS/Connect" WHERE InstanceId = '\${aws_connect_instance.instance.id}'`,
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
    expect(fault({ ...calls, name: "CallRecordingUploadError" })).to.match(/ask for its total/);
    const elsewhere = { InstanceId: "i", MetricGroup: "Queue" };
    expect(fault({ ...calls, dimensions: elsewhere, name: "MissedCalls" })).to.match(
      /with MetricGroup VoiceCalls/,
    );
  });

  it("tell the one topic, once: nobody gets a mail for an alarm that was made, or is over", () => {
    for (const alarm of alarms.values()) {
      expect(alarm.alarm_actions).to.deep.equal([
        "${aws_sns_topic_policy.notifications_policy.arn}",
      ]);
      expect(alarm).not.to.have.any.keys("ok_actions", "insufficient_data_actions");
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

  it("of another environment have other names", () => {
    const other = { ...DEV, alarmEmails: ["a@b.com"] };
    expect([...alarmsOf({}, other).keys()].filter((name) => alarms.has(name))).to.deep.equal([]);
  });

  it("are none where nobody is told: each would be billed for nobody", () => {
    expect(alarmsOf({}, { ...DEV, alarmEmails: [] }).size).to.equal(0);
  });

  it("look at the longest wait only while there are calls: a callback waits through the night", () => {
    const queries = alarms.get("kwglobal-longest-wait-customer-service")?.metric_query;
    expect(
      queries?.map(({ metric, expression }) => metric?.metric_name ?? expression),
    ).to.deep.equal([
      "LongestQueueWaitTime",
      "ConcurrentCalls",
      "IF(FILL(condition, 0) > 0, watched, 0)",
    ]);
  });

  it("tell once of a callback that is hours old, day or night", () => {
    const alarm = alarms.get("kwglobal-old-callback-customer-service");
    expect([alarm?.metric_name, alarm?.threshold]).to.deep.equal(["LongestQueueWaitTime", 14_400]);
  });

  it("grant a flow the interrupts of all who may wait, which are no errors", () => {
    // Ten calls, each asked three times in five minutes, and ten errors.
    const threshold = (flow: string, made = alarms) =>
      made.get(`kwglobal-flow-errors-${flow}`)?.threshold;
    expect(threshold("kwglobal-callback-in-queue")).to.equal(40);
    expect(threshold("kwglobal-main-menu")).to.equal(10);
    const instance = { ...KWGLOBAL.instance, concurrentCalls: 100 };
    expect(threshold("kwglobal-callback-in-queue", alarmsOf({ instance }))).to.equal(310);
  });

  it("hear that nobody calls in open hours, of which HOUR and DAY tell in UTC", () => {
    const alarm = alarms.get("kwglobal-no-calls");
    expect(
      alarm?.metric_query?.map(({ metric, expression }) => metric?.metric_name ?? expression),
    ).to.deep.equal([
      "CallsPerInterval",
      "IF((((DAY(watched) >= 1 AND DAY(watched) <= 5)) AND HOUR(watched) >= 17 AND HOUR(watched) <= 23) OR ((DAY(watched) == 6) AND HOUR(watched) >= 17 AND HOUR(watched) <= 20), watched, 1)",
      "IF(counted > 0, 0, 1)",
    ]);
    expect(alarm?.evaluation_periods).to.equal(KWGLOBAL.reporting.silentHours);
    const { silentHours: _none, ...reporting } = KWGLOBAL.reporting;
    const outOfReach = { ...reporting, silentHours: 24 };
    for (const each of [reporting, outOfReach]) {
      expect([...alarmsOf({ reporting: each }).keys()]).not.to.include("kwglobal-no-calls");
    }
  });

  it("watch long lists only where there is a state machine for them, and a batch's mistakes by its own function", () => {
    const bulk = { folder: "vanity-numbers", maxConcurrency: 10 };
    const own = alarmsOf({ vanityNumbers: { ...KWGLOBAL.vanityNumbers, bulk } });
    const more = [...own].filter(([name]) => !alarms.has(name));
    expect(more.map(([name, { dimensions }]) => [name, dimensions])).to.deep.equal([
      [
        "kwglobal-vanity-number-list-failed",
        { StateMachineArn: "${aws_sfn_state_machine.bulk_vanity_numbers.arn}" },
      ],
      [
        "kwglobal-vanity-number-list-faults",
        {
          service: "recordVanityNumber",
          FunctionName: "${aws_lambda_function.bulk_vanity_numbers_function.function_name}",
        },
      ],
    ]);
  });

  it("watch contact records only where they are kept", () => {
    const off = alarmsOf({ reporting: { ...KWGLOBAL.reporting, contactRecords: false } });
    expect([...alarms.keys()].filter((name) => !off.has(name))).to.deep.equal([
      "kwglobal-contact-records-late",
      "kwglobal-contact-records-throttled",
    ]);
  });
});
