import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { expect } from "chai";

import { evaluate } from "../../../sandbox/cloudwatch/alarm-state";
import { MetricStore } from "../../../sandbox/cloudwatch/metric-store";

const NOW = Date.parse("2026-11-24T17:00:00Z");
const MINUTE = 60_000;
const SIZE = { namespace: "AWS/Connect", name: "QueueSize", dimensions: { QueueName: "Sales" } };

const ALARM: MetricAlarm = {
  Namespace: SIZE.namespace,
  MetricName: SIZE.name,
  Dimensions: [{ Name: "QueueName", Value: "Sales" }],
  Statistic: "Maximum",
  Period: 60,
  EvaluationPeriods: 3,
  Threshold: 5,
  ComparisonOperator: "GreaterThanOrEqualToThreshold",
  TreatMissingData: "notBreaching",
};

describe("An alarm", () => {
  let metrics: MetricStore;
  beforeEach(() => {
    metrics = new MetricStore();
  });
  /** A value so many minutes ago. */
  const put = (ago: number, value: number, of = SIZE) => {
    metrics.put(of, value, NOW - ago * MINUTE);
  };
  const state = (alarm: Partial<MetricAlarm> = {}) =>
    evaluate({ ...ALARM, ...alarm }, metrics, NOW + 20_000).state;

  it("goes off when each of its periods is at the threshold", () => {
    for (const ago of [1, 2, 3]) put(ago, 5);
    expect(state()).to.equal("ALARM");
    expect(state({ Threshold: 5.1 })).to.equal("OK");
    expect(state({ ComparisonOperator: "GreaterThanThreshold" })).to.equal("OK");
  });

  it("waits for all of its periods, and doesn't count the minute that isn't over", () => {
    for (const ago of [0, 1, 2]) put(ago, 5);
    expect(state()).to.equal("OK");
  });

  it("needs as many as it says of those that it looks at", () => {
    for (const ago of [1, 3]) put(ago, 5);
    put(2, 1);
    expect(state({ DatapointsToAlarm: 2 })).to.equal("ALARM");
    expect(state({ DatapointsToAlarm: 3 })).to.equal("OK");
  });

  it("looks at its own dimensions, not at those of another queue or at more of them", () => {
    for (const ago of [1, 2, 3]) {
      put(ago, 9, { ...SIZE, dimensions: { QueueName: "Service" } });
      put(ago, 9, { ...SIZE, dimensions: { QueueName: "Sales", MetricGroup: "Queue" } as never });
    }
    expect(state()).to.equal("OK");
  });

  it("takes missing data as it says", () => {
    expect(state()).to.equal("OK");
    expect(state({ TreatMissingData: "breaching" })).to.equal("ALARM");
    expect(state({ TreatMissingData: "missing" })).to.equal("INSUFFICIENT_DATA");
  });

  it("computes the statistic of the period, which slides with the minutes", () => {
    put(1, 2);
    put(4, 3);
    put(6, 90);
    const five = { Period: 300, EvaluationPeriods: 1 };
    expect(state({ ...five, Statistic: "Sum" })).to.equal("ALARM");
    expect(state({ ...five, Statistic: "Sum", Threshold: 6 })).to.equal("OK");
    expect(state({ ...five, Statistic: "Average", Threshold: 2.5 })).to.equal("ALARM");
    expect(state({ ...five, Statistic: "Minimum", Threshold: 2.5 })).to.equal("OK");
    expect(
      state({ ...five, ...{ Statistic: undefined, ExtendedStatistic: "p99", Threshold: 3 } }),
    ).to.equal("ALARM");
  });

  it("adds up all metrics of a name in a query", () => {
    const Metrics = [
      {
        Id: "total",
        Period: 300,
        Expression: `SELECT SUM(QueueSize) FROM "AWS/Connect" WHERE InstanceId = 'i'`,
      },
    ];
    put(1, 1, { ...SIZE, dimensions: { InstanceId: "i", QueueName: "a" } as never });
    put(2, 4, { ...SIZE, dimensions: { InstanceId: "i" } as never });
    put(2, 4, { ...SIZE, dimensions: { InstanceId: "j" } as never });
    const query: Partial<MetricAlarm> = {
      ...{ Namespace: undefined, MetricName: undefined, Period: undefined },
      Metrics,
      EvaluationPeriods: 1,
    };
    expect(state(query)).to.equal("ALARM");
    expect(state({ ...query, Threshold: 6 })).to.equal("OK");
  });

  it("that the sandbox can't evaluate is told, and never OK", () => {
    const band = { ComparisonOperator: "LessThanLowerOrGreaterThanUpperThreshold" as const };
    expect(() => state(band)).to.throw("LessThanLowerOrGreaterThanUpperThreshold isn't played");
  });
});
