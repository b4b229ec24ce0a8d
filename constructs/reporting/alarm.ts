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

/** What is watched, and the threshold from which somebody is notified. */
export interface AlarmDefinition {
  /** The last part of the alarm's name: lower-case words with hyphens. */
  readonly name: string;
  /** What has happened and where to look first; it is part of the e-mail. */
  readonly meaning: string;
  /** Why the threshold is this figure; docs/reporting.md gives it. */
  readonly why: string;
  /** What is watched. */
  readonly metric: Metric | Total | Conditional | Silence;
  /** The statistic of each period; a {@link Total} is always a sum. */
  readonly statistic: "Sum" | "Maximum" | "Average" | "p99";
  /** The threshold: a period with this figure or more is bad. */
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
  /** What is watched, and its threshold. */
  readonly definition: AlarmDefinition;
  /** The first part of the alarm's name, which is unique in an account and Region. */
  readonly prefix: string;
  /**
   * The topic that is notified when the alarm goes off. The end of an alarm shows on the dashboard only:
   * e-mails for it would double their number, and every new alarm would begin with one.
   */
  readonly topic: NotificationTopic;
}

/**
 * A CloudWatch alarm. Missing data is treated as not breaching: the metrics that are watched here are
 * published only while something happens, so missing data means that nobody has called. Where somebody must
 * know just that, a {@link Silence} has a figure for each hour.
 */
export class Alarm extends Construct {
  /** Its ARN, known after the apply. */
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
    // At night there are too few calls for a percentile.
    ...(statistic === "p99"
      ? { extendedStatistic: statistic, evaluateLowSampleCountPercentiles: "ignore" }
      : { statistic }),
  };
}
