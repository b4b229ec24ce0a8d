import { expect } from "chai";

import {
  actions,
  deletedAlarm,
  duration,
  unlessRenamed,
} from "../../../../plan-review/gate/judgements/alarms";
import { threshold } from "../../../../plan-review/gate/judgements/thresholds";
import { said, there, update } from "./judging";

const ALARM = "aws_cloudwatch_metric_alarm.a";
const BASE = {
  ...{ namespace: "AWS/Lambda", metric_name: "Errors", statistic: "Sum", period: 300 },
  ...{ evaluation_periods: 1, threshold: 10, actions_enabled: true, alarm_actions: ["topic"] },
  comparison_operator: "GreaterThanThreshold",
};
const TOPIC = there("aws_sns_topic.t", { arn: "topic" });

const moved = (before: object, after: object, ...others: Parameters<typeof there>[]) =>
  said(
    threshold,
    update(ALARM, { ...BASE, ...before }, after),
    others.map((each) => there(...each)),
  );
const waits = (before: object, after: object) =>
  said(duration, update(ALARM, { ...BASE, ...before }, after));

describe("an alarm's threshold", () => {
  it("may move by a factor of 5, and counts are small", () => {
    expect(moved({}, { threshold: 50 })).to.deep.equal([]);
    expect(moved({}, { threshold: 51 })).to.deep.equal([
      "moves the alarm's threshold from 10 to 51",
    ]);
    expect(moved({ threshold: 0 }, { threshold: 5 })).to.deep.equal([]);
    expect(moved({ threshold: 0 }, { threshold: 6 })).to.have.lengthOf(1);
    expect(moved({ threshold: 60 }, { threshold: 1 })).to.deep.equal([]);
  });

  it("may not fall to where it is always crossed", () => {
    const always = ", so that it goes off all the time";
    expect(moved({}, { threshold: 0 })).to.deep.equal([
      `moves the alarm's threshold from 10 to 0${always}`,
    ]);
    expect(moved({ threshold: 1 }, { threshold: -1 })).to.deep.equal([
      `moves the alarm's threshold from 1 to -1${always}`,
    ]);
    expect(moved({ threshold: 0 }, { threshold: 0, period: 60 })).to.deep.equal([]);
    expect(moved({ threshold: 0 }, { threshold: -1 })).to.deep.equal([]);
  });

  it("is of a part of a whole never all of it", () => {
    expect(moved({ threshold: 0.5 }, { threshold: 0.75 })).to.deep.equal([]);
    expect(moved({ threshold: 0.5 }, { threshold: 0.76 })).to.have.lengthOf(1);
    expect(moved({ threshold: 0.1 }, { threshold: 0.5 })).to.deep.equal([]);
  });

  it("may fall to a fifth where the alarm goes off below it", () => {
    const below = { comparison_operator: "LessThanThreshold" };
    expect(moved(below, { threshold: 2 })).to.deep.equal([]);
    expect(moved(below, { threshold: 1 })).to.have.lengthOf(1);
    expect(moved(below, { threshold: 0 })).to.deep.equal([
      "moves the alarm's threshold from 10 to 0",
    ]);
    expect(moved({ ...below, threshold: 1 }, { threshold: 100 })).to.deep.equal([]);
  });

  it("must be known", () => {
    expect(moved({}, { threshold: null })).to.deep.equal([
      "moves the alarm's threshold from 10 to what isn't known",
    ]);
    expect(moved({ threshold: "10" }, { threshold: 0 })).to.deep.equal([
      "moves the alarm's threshold from what isn't known to 0",
    ]);
  });

  it("is 1 at most where the alarm computes yes or no", () => {
    const yesOrNo = (expression: string) => ({
      threshold: 1,
      metric_query: [
        { id: "m", return_data: false, expression: "m1" },
        { id: "e", return_data: true, expression },
      ],
    });
    for (const expression of [
      "IF(m > 1, 1, 0)",
      "IF(m > 1,1,0)",
      "IF(m > 1, 1,0)",
      "IF(m>1,1, 0)",
    ]) {
      expect(moved(yesOrNo(expression), { threshold: 2 }), expression).to.have.lengthOf(1);
      expect(moved(yesOrNo(expression), { threshold: 1 }), expression).to.deep.equal([]);
    }
    for (const expression of ["IF(m > 1, 1, 0) + m", "2 * IF(m > 1, 1, 0)", "m"]) {
      expect(moved(yesOrNo(expression), { threshold: 2 }), expression).to.deep.equal([]);
    }
  });

  it("is of a function's duration nine tenths of its time limit at most", () => {
    const of = { metric_name: "Duration", threshold: 3000, dimensions: { FunctionName: "f" } };
    const f = ["aws_lambda_function.f", { function_name: "f", timeout: 5 }] as const;
    const g = ["aws_lambda_function.g", { function_name: "g", timeout: 1 }] as const;
    const role = ["aws_iam_role.r", { function_name: "f", timeout: 1 }] as const;
    const all = [[...role], [...g], [...f]] as Parameters<typeof there>[];
    expect(moved(of, { threshold: 4500 }, ...all)).to.deep.equal([]);
    expect(moved(of, { threshold: 4501 }, ...all)).to.have.lengthOf(1);
    expect(moved({ ...of, metric_name: "Errors" }, { threshold: 4501 }, ...all)).to.deep.equal([]);
    expect(moved(of, { threshold: 4501 })).to.deep.equal([]);
    expect(
      moved(of, { threshold: 4501 }, ["aws_lambda_function.f", { function_name: "f" }]),
    ).to.deep.equal([]);
  });
});

describe("how long it must be bad before an alarm goes off", () => {
  it("may be 5 times as long", () => {
    expect(waits({}, { evaluation_periods: 5 })).to.deep.equal([]);
    expect(waits({}, { evaluation_periods: 6 })).to.deep.equal([
      "lets the alarm wait for 1800 seconds, not 300",
    ]);
    expect(waits({ period: 1 }, { period: 2 })).to.deep.equal([]);
    expect(waits({}, { evaluation_periods: null })).to.deep.equal([
      "lets the alarm wait for a time that isn't known, not for 300 seconds",
    ]);
    expect(waits({ period: 1 }, { period: 6 })).to.have.lengthOf(1);
  });

  it("may be longer for more, by a factor of 5 in all", () => {
    expect(waits({}, { evaluation_periods: 2, threshold: 25 })).to.deep.equal([]);
    expect(waits({}, { evaluation_periods: 2, threshold: 26 })).to.deep.equal([
      "lets the alarm wait for 600 seconds, not 300, for 2.6 times as much",
    ]);
    expect(waits({}, { evaluation_periods: 5, threshold: 2 })).to.deep.equal([]);
    expect(waits({}, { threshold: 50 })).to.deep.equal([]);
    const below = { comparison_operator: "LessThanThreshold" };
    expect(waits(below, { evaluation_periods: 2, threshold: 50 })).to.deep.equal([]);
  });

  it("may be looked at in shorter periods, but of a sum by what is left of 5", () => {
    expect(waits({}, { period: 60 })).to.deep.equal([]);
    expect(waits({}, { period: 30 })).to.deep.equal([
      "lets the alarm look at 30 seconds at once, not 300",
    ]);
    expect(waits({}, { period: 150, threshold: 25 })).to.deep.equal([]);
    expect(waits({}, { period: 100, threshold: 20 })).to.deep.equal([
      "lets the alarm look at 100 seconds at once, not 300, for 2 times as much",
    ]);
    expect(waits({ statistic: "Average" }, { period: 100, threshold: 50 })).to.deep.equal([]);
    expect(waits({}, { period: 300, threshold: 50 })).to.deep.equal([]);
    expect(waits({}, { period: 60, threshold: 1 })).to.deep.equal([]);
    expect(waits({ threshold: 0 }, { period: 60, threshold: 1 })).to.deep.equal([]);
    expect(waits({ threshold: 0 }, { period: 60, threshold: 2 })).to.have.lengthOf(1);
    expect(waits({ threshold: 1 }, { period: 150, threshold: 2.5 })).to.deep.equal([]);
    expect(waits({ threshold: 1 }, { period: 150, threshold: 3 })).to.have.lengthOf(1);
  });

  it("is of the queries' longest period", () => {
    const query = (period: number, own?: number) => ({
      period: undefined,
      metric_query: [
        { id: "e", expression: "m", ...(own !== undefined && { period: own }) },
        { id: "m", metric: [{ period }, { period: 1 }] },
      ],
    });
    expect(waits(query(60), query(300))).to.deep.equal([]);
    expect(waits(query(60), query(301))).to.have.lengthOf(1);
    expect(waits(query(60), query(60, 301))).to.have.lengthOf(1);
  });

  it("is no longer than it listens for", () => {
    const queries = (hours: string) => ({
      period: undefined,
      metric_query: [
        {
          id: "e",
          period: 3600,
          expression: `IF(((DAY(watched) == 1) AND ${hours}), watched, 1)`,
        },
      ],
    });
    const [three, one] = [
      queries("HOUR(watched) >= 9 AND HOUR(watched) <= 11"),
      queries("HOUR(watched) >= 9 AND HOUR(watched) <= 9"),
    ];
    expect(waits(three, { evaluation_periods: 3 })).to.deep.equal([]);
    expect(waits(three, { evaluation_periods: 4 })).to.deep.equal([
      "lets the alarm wait for 4 hours, and listen for 3 in a row",
    ]);
    expect(waits(one, { evaluation_periods: 2 })).to.deep.equal([
      "lets the alarm wait for 2 hours, and listen for 1 in a row",
    ]);
  });
});

describe("an alarm that goes", () => {
  const goes = (before: object, ...others: ReturnType<typeof there>[]) =>
    said(
      deletedAlarm,
      { address: ALARM, actions: ["delete"], before: { ...BASE, ...before }, after: null },
      [TOPIC, ...others],
    );
  const other = (values: object) => there("aws_cloudwatch_metric_alarm.b", { ...BASE, ...values });
  const gone = (address: string, before: object) => ({
    ...{ address, actions: ["delete"], before, after: null },
  });
  const ONLY = ["deletes the only alarm that watches this"];

  it("may be watched for by another one, and by nothing else", () => {
    expect(goes({})).to.deep.equal(ONLY);
    expect(goes({}, other({}))).to.deep.equal([]);
    expect(goes({}, other({ actions_enabled: false }))).to.deep.equal(ONLY);
    expect(goes({}, other({ metric_name: "Throttles" }))).to.deep.equal(ONLY);
    expect(goes({}, other({ alarm_actions: [] }))).to.deep.equal(ONLY);
    expect(goes({}, there("aws_sns_topic.other", BASE))).to.deep.equal(ONLY);
  });

  it("may be one of queries, if another one has the same", () => {
    const queries = { metric_name: "", metric_query: [{ id: "e", expression: "m", period: 60 }] };
    expect(goes(queries, other(queries))).to.deep.equal([]);
    expect(goes({ metric_name: "" }, other({ metric_name: "" }))).to.deep.equal(ONLY);
  });

  it("may be watched for by one that goes by the new name of what it watches", () => {
    const of = (QueueName: string) => ({ dimensions: { QueueName } });
    const [old, next] = [of("Sales"), of("Orders")];
    const queue = (name: string, after: object) =>
      update("aws_connect_queue.sales", { name }, after);
    const renamed = queue("Sales", { name: "Orders" });
    expect(goes(old, other(next), renamed)).to.deep.equal([]);
    expect(goes(old, other(next))).to.deep.equal(ONLY);
    expect(goes(old, other(old), renamed)).to.deep.equal(ONLY);
    expect(goes(old, other(next), queue("Other", { name: "Orders" }))).to.deep.equal(ONLY);
    expect(goes(old, other(next), gone("aws_connect_queue.s", { name: "Support" }))).to.deep.equal(
      ONLY,
    );
    const flow = { ...renamed, address: "aws_connect_contact_flow.sales" };
    expect(goes(old, other(next), flow)).to.deep.equal(ONLY);
  });

  it("may follow the new name of what it watches, and nothing else", () => {
    const judgement = unlessRenamed(() => [
      { effect: "disrupt", happens: "watches", because: "", source: "", cure: "" },
    ]);
    const follows = (before: object, after: object, name = "Orders") =>
      said(judgement, update(ALARM, { dimensions: before }, { dimensions: after }), [
        update("aws_connect_queue.sales", { name: "Sales" }, { name }),
      ]);
    const [old, next] = [{ QueueName: "Sales" }, { QueueName: "Orders" }];
    expect(follows(old, next)).to.deep.equal([]);
    expect(follows({ ...old, InstanceId: "i" }, { ...next, InstanceId: "i" })).to.deep.equal([]);
    expect(follows({ ...old, InstanceId: "i" }, next)).to.deep.equal(["watches"]);
    expect(follows(old, next, "Other")).to.deep.equal(["watches"]);
    expect(follows({ toString: "Sales" }, { toString: "Orders" })).to.deep.equal(["watches"]);
  });

  it("may go with what it watches", () => {
    const of = { dimensions: { QueueName: "Sales" } };
    expect(goes(of, gone("aws_connect_queue.sales", { name: "Sales" }))).to.deep.equal([]);
    expect(goes(of, gone("aws_connect_queue.sales", { name: "Service" }))).to.deep.equal(ONLY);
    expect(goes(of, gone("aws_lambda_function.f", { function_name: "Sales" }))).to.deep.equal(ONLY);
    expect(goes({}, gone("aws_connect_queue.sales", { name: "Sales" }))).to.deep.equal(ONLY);
    const lambda = { dimensions: { FunctionName: "f" } };
    expect(goes(lambda, gone("aws_lambda_function.f", { function_name: "f" }))).to.deep.equal([]);
  });
});

describe("whom an alarm tells", () => {
  const told = (after: object, more: object = {}) =>
    said(
      actions("alarm_actions"),
      { ...update(ALARM, { ...BASE, alarm_actions: ["topic"] }, after), ...more },
      [TOPIC],
    );

  it("is nobody less, and topics of this stack", () => {
    expect(told({})).to.deep.equal([]);
    expect(told({ alarm_actions: ["topic", "topic"] })).to.deep.equal([]);
    expect(told({ alarm_actions: [] })).to.have.lengthOf(1);
    expect(told({ alarm_actions: ["topic", "arn:other"] })).to.have.lengthOf(1);
    expect(told({ alarm_actions: ["arn:other"] })).to.have.lengthOf(2);
  });
});
