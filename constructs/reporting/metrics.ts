import { type WatchedHours, watchedHoursExpression } from "./watched-hours";

/** A dimension that each resource has its own value of. */
const EACH = null;

const INSTANCE = { InstanceId: EACH };
const CALLS = { ...INSTANCE, MetricGroup: "VoiceCalls" } as const;
const FLOW = { ...INSTANCE, MetricGroup: "ContactFlow", ContactFlowName: EACH } as const;
const QUEUE = { ...INSTANCE, MetricGroup: "Queue", QueueName: EACH } as const;
/** Of what agents' browsers send: the only connection that is published. */
const AGENTS_SOUND = {
  ...INSTANCE,
  Participant: "Agent",
  "Stream Type": "Voice",
  "Type of Connection": "WebRTC",
} as const;
const FUNCTION = { FunctionName: EACH };
const TABLE = { TableName: EACH };
const STREAM = { DeliveryStreamName: EACH };

/**
 * Every metric that an alarm or the dashboard may look at, with the dimensions that its service
 * publishes it under: asked for with others, CloudWatch finds nothing and the alarm is silent for
 * ever. `ConcurrentCallsPercentage` and `ToInstancePacketLossRate` are shares, 0.5 for 50 %. The latter's first
 * dimension is `InstanceId` in CloudWatch's own list, and `Instance ID` in older copies of Amazon Connect's page.
 * `CallBackNotDialableNumber`,
 * `CallRecordingUploadError` and `MisconfiguredPhoneNumbers` are told under one set of dimensions in one
 * table of their page and under another in the next, so only the dimension that both share stands here:
 * they are asked for with {@link total}.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/monitoring-cloudwatch.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
 * @see https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
 */
export const METRICS = {
  "AWS/Connect": {
    CallsPerInterval: CALLS,
    CallsBreachingConcurrencyQuota: CALLS,
    ConcurrentCalls: CALLS,
    ConcurrentCallsPercentage: CALLS,
    MisconfiguredPhoneNumbers: INSTANCE,
    MissedCalls: CALLS,
    ThrottledCalls: CALLS,
    CallRecordingUploadError: INSTANCE,
    CallBackNotDialableNumber: INSTANCE,
    ContactFlowErrors: FLOW,
    ContactFlowFatalErrors: FLOW,
    LongestQueueWaitTime: QUEUE,
    QueueCapacityExceededError: QUEUE,
    QueueSize: QUEUE,
    ToInstancePacketLossRate: AGENTS_SOUND,
  },
  "AWS/Lambda": {
    Errors: FUNCTION,
    Throttles: FUNCTION,
    Duration: FUNCTION,
  },
  "AWS/DynamoDB": {
    ReadThrottleEvents: TABLE,
    WriteThrottleEvents: TABLE,
    // One for each operation: of the whole table it is a total.
    SystemErrors: TABLE,
  },
  "AWS/Firehose": {
    ThrottledRecords: STREAM,
    "DeliveryToS3.DataFreshness": STREAM,
  },
} as const;

type Metrics = typeof METRICS;
type Namespace = keyof Metrics;
type Name<N extends Namespace> = keyof Metrics[N] & string;
/** The dimensions that the caller knows; what is the same everywhere stands in the table. */
type Own<Dimensions> = {
  readonly [D in keyof Dimensions as Dimensions[D] extends null ? D : never]: string;
};

/** A metric of one thing. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Metrics that are published under more dimensions than are known here, added up by a query. */
export interface Total {
  readonly total: Metric;
}

/** A metric that counts only in periods in which another one is above 0. */
export interface Conditional {
  readonly of: Metric;
  readonly whileAny: Metric;
}

/** The hours of a week in which a metric has no data, or is 0: 1 in each such hour, else 0. */
export interface Silence {
  readonly silenceOf: Metric;
  readonly during: readonly WatchedHours[];
}

/** A metric of the table, under all of its dimensions. */
export function metric<N extends Namespace, M extends Exclude<Name<N>, PartlyKnown>>(
  namespace: N,
  name: M,
  dimensions: Own<Metrics[N][M]>,
): Metric {
  return known(namespace, name, dimensions);
}

/** A metric of the table, whatever else it is published under. */
export function total<N extends Namespace, M extends Name<N> & PartlyKnown>(
  namespace: N,
  name: M,
  dimensions: Own<Metrics[N][M]>,
): Total {
  return { total: known(namespace, name, dimensions) };
}

/** Published under dimensions that the table leaves out. */
export const PARTLY_KNOWN = [
  "CallBackNotDialableNumber",
  "CallRecordingUploadError",
  "MisconfiguredPhoneNumbers",
  "SystemErrors",
] as const;
type PartlyKnown = (typeof PARTLY_KNOWN)[number];

/**
 * A total as CloudWatch's query language has it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html
 */
export function totalQuery({ total: { namespace, name, dimensions } }: Total): string {
  const where = Object.entries(dimensions).map(([dimension, value]) => `${dimension} = '${value}'`);
  return `SELECT SUM(${name}) FROM "${namespace}" WHERE ${where.join(" AND ")}`;
}

/** Figures that an alarm computes, as CloudWatch's metric math has them; the last is the one watched. */
export function conditionalQueries({ of, whileAny }: Conditional, stat: string, period: number) {
  return [
    asked("watched", of, stat, period),
    asked("condition", whileAny, stat, period),
    { id: "result", expression: "IF(FILL(condition, 0) > 0, watched, 0)", returnData: true },
  ];
}

/**
 * The hours of silence. Where its condition holds and its metric has no data, IF gives 0, and the condition
 * is known of every hour, so that nothing depends on how missing data is treated.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function silenceQueries({ silenceOf, during }: Silence, stat: string, period: number) {
  const open = watchedHoursExpression(during, "watched");
  return [
    asked("watched", silenceOf, stat, period),
    { id: "counted", expression: `IF(${open}, watched, 1)`, returnData: false },
    { id: "result", expression: "IF(counted > 0, 0, 1)", returnData: true },
  ];
}

function asked(id: string, of: Metric, stat: string, period: number) {
  const { namespace, name, dimensions } = of;
  return {
    id,
    metric: { namespace, metricName: name, dimensions: { ...dimensions }, period, stat },
    returnData: false,
  };
}

function known<N extends Namespace, M extends Name<N>>(
  namespace: N,
  name: M,
  own: Own<Metrics[N][M]>,
): Metric {
  const all = METRICS[namespace][name] as Readonly<Record<string, string | null>>;
  const values = own as Readonly<Record<string, string>>;
  return {
    namespace,
    name,
    dimensions: Object.fromEntries(
      Object.entries(all).map(([dimension, value]) => [
        dimension,
        value ?? values[dimension] ?? "",
      ]),
    ),
  };
}
