import { type WatchedHours, watchedHoursExpression } from "../value/watched-hours";

/** A dimension whose value differs from resource to resource. */
const EACH = null;

const INSTANCE = { InstanceId: EACH };
const CALLS = { ...INSTANCE, MetricGroup: "VoiceCalls" } as const;
const FLOW = { ...INSTANCE, MetricGroup: "ContactFlow", ContactFlowName: EACH } as const;
const QUEUE = { ...INSTANCE, MetricGroup: "Queue", QueueName: EACH } as const;
/**
 * The dimensions of packet loss toward the instance, in what agents' browsers send: the only stream for which
 * it is published.
 */
const AGENTS_SOUND = {
  ...INSTANCE,
  Participant: "Agent",
  "Stream Type": "Voice",
  "Type of Connection": "WebRTC",
} as const;
const FUNCTION = { FunctionName: EACH };
const TABLE = { TableName: EACH };
/** What the function of the vanity numbers counts itself (`lambda-src/record-vanity-number/telemetry.ts`). */
const VANITY_NUMBERS = { service: "recordVanityNumber", FunctionName: EACH } as const;
const STREAM = { DeliveryStreamName: EACH };
/** Of the executions that people start: those that a Distributed Map starts have an ARN with a label of their own. */
const STATE_MACHINE = { StateMachineArn: EACH };

/**
 * Every metric that an alarm or the dashboard may use, with the dimensions under which its service publishes
 * it. With other dimensions CloudWatch finds nothing, and the alarm never goes off.
 * `ConcurrentCallsPercentage` and `ToInstancePacketLossRate` are shares, 0.5 for 50 %. The latter's first
 * dimension is `InstanceId` in CloudWatch's own list, and `Instance ID` in older copies of Amazon Connect's
 * page. `CallBackNotDialableNumber`, `CallRecordingUploadError` and `MisconfiguredPhoneNumbers` have one set
 * of dimensions in one table of their page and another set in the next, so this table has only the dimension
 * that both share; use {@link total} for them.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/monitoring-cloudwatch.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
 * @see https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-examine-map-run.html
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
    // Published for each operation; for the whole table, use a total.
    SystemErrors: TABLE,
  },
  KWGlobal: {
    "unexpected-faults": VANITY_NUMBERS,
  },
  "AWS/States": {
    ExecutionsFailed: STATE_MACHINE,
  },
  "AWS/Firehose": {
    ThrottledRecords: STREAM,
    "DeliveryToS3.DataFreshness": STREAM,
  },
} as const;

type Metrics = typeof METRICS;
type Namespace = keyof Metrics;
type Name<N extends Namespace> = keyof Metrics[N] & string;
/** The dimensions that the caller gives; those with a fixed value are in the table. */
type Own<Dimensions> = {
  readonly [D in keyof Dimensions as Dimensions[D] extends null ? D : never]: string;
};

/** A metric of one thing. */
export interface Metric {
  /** Such as `AWS/Connect`. */
  readonly namespace: string;
  /** As CloudWatch lists it, such as `CallsPerInterval`. */
  readonly name: string;
  /** The dimensions under which it is published, by name. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Metrics that are published under more dimensions than are known here, added up by a query. */
export interface Total {
  /** The metric under the dimensions that are known. */
  readonly total: Metric;
}

/** A metric that counts only in periods in which another one is above 0. */
export interface Conditional {
  /** The metric that is watched. */
  readonly of: Metric;
  /** The metric that must be above 0. */
  readonly whileAny: Metric;
}

/** The hours of a week in which a metric has no data, or is 0: 1 in each such hour, else 0. */
export interface Silence {
  /** The metric that must have no data, or be 0. */
  readonly silenceOf: Metric;
  /** The hours in which silence counts. */
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

/** A metric of the table, summed over all its other dimensions. */
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
 * A total in CloudWatch's query language.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html
 */
export function totalQuery({ total: { namespace, name, dimensions } }: Total): string {
  const where = Object.entries(dimensions).map(([dimension, value]) => `${dimension} = '${value}'`);
  return `SELECT SUM(${name}) FROM "${namespace}" WHERE ${where.join(" AND ")}`;
}

/** Figures that an alarm computes with CloudWatch's metric math; the alarm watches the last one. */
export function conditionalQueries({ of, whileAny }: Conditional, stat: string, period: number) {
  return [
    asked("watched", of, stat, period),
    asked("condition", whileAny, stat, period),
    { id: "result", expression: "IF(FILL(condition, 0) > 0, watched, 0)", returnData: true },
  ];
}

/**
 * The hours of silence. If the condition holds and the metric has no data, IF gives 0. The condition has a
 * value for every hour, so nothing depends on how missing data is treated.
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
