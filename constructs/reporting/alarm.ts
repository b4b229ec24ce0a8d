import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";

import {
  type Conditional,
  conditionalQueries,
  type Metric,
  type Silence,
  silenceQueries,
  type Total,
  totalQuery,
} from "./metrics";
import type { NotificationTopic } from "./notification-topic";

/** What is watched, and from when on somebody is told. */
export interface AlarmDefinition {
  /** Lower-case words with hyphens; ends the alarm's name. */
  readonly name: string;
  /** What has happened and where to look first: it stands in the e-mail. */
  readonly meaning: string;
  /** Why from this figure on: it stands in docs/reporting.md. */
  readonly why: string;
  readonly metric: Metric | Total | Conditional | Silence;
  /** What each period's figure is; a {@link Total} is always a sum. */
  readonly statistic: "Sum" | "Maximum" | "Average" | "p99";
  /** The figure from which on a period is bad. */
  readonly threshold: number;
  /** Length of a period: 60, or a multiple of it. */
  readonly periodSeconds: number;
  /**
   * How many periods in a row must be bad.
   * @default 1
   */
  readonly periods?: number;
}

/** Properties of an {@link Alarm}. */
export interface AlarmProps {
  readonly definition: AlarmDefinition;
  /** Begins the alarm's name, which is unique in an account and Region. */
  readonly prefix: string;
  /**
   * Who is told when it goes off. That it is over shows on the dashboard: a mail for it would double each,
   * and every new alarm would begin with one.
   */
  readonly topic: NotificationTopic;
}

/**
 * A CloudWatch alarm. Periods without data are good ones: the metrics that are watched here are
 * published only while something happens, so that no data means that nobody has called. Where that is
 * what somebody must know, a {@link Silence} has a figure for each hour.
 */
export class Alarm extends Construct {
  public readonly arn: string;

  public constructor(scope: Construct, id: string, { definition, prefix, topic }: AlarmProps) {
    super(scope, id);
    const alarm = new CloudwatchMetricAlarm(this, "Resource", {
      alarmName: `${prefix}-${definition.name}`,
      alarmDescription: `${definition.meaning} (docs/reporting.md)`,
      ...watched(definition),
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: definition.threshold,
      evaluationPeriods: definition.periods ?? 1,
      treatMissingData: "notBreaching",
      actionsEnabled: true,
      alarmActions: [topic.arn],
    });
    this.arn = alarm.arn;
  }
}

function watched({ metric, statistic, periodSeconds }: AlarmDefinition) {
  if ("total" in metric) {
    const expression = totalQuery(metric);
    return { metricQuery: [{ id: "total", expression, period: periodSeconds, returnData: true }] };
  }
  if ("whileAny" in metric) {
    return { metricQuery: conditionalQueries(metric, statistic, periodSeconds) };
  }
  if ("silenceOf" in metric) {
    return { metricQuery: silenceQueries(metric, statistic, periodSeconds) };
  }
  return {
    namespace: metric.namespace,
    metricName: metric.name,
    dimensions: { ...metric.dimensions },
    period: periodSeconds,
    // A few slow calls at night are no percentile.
    ...(statistic === "p99"
      ? { extendedStatistic: statistic, evaluateLowSampleCountPercentiles: "ignore" }
      : { statistic }),
  };
}
