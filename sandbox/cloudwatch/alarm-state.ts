import type { MetricAlarm, MetricDataQuery } from "@aws-sdk/client-cloudwatch";
import { compute } from "./expression";
import type { MetricName, MetricStore } from "./metric-store";

/** What an evaluation comes to. */
export interface Evaluation {
  readonly state: "OK" | "ALARM" | "INSUFFICIENT_DATA";
  readonly reason: string;
}

type Window = readonly [from: number, till: number];

const COMPARISONS: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
};

/**
 * Evaluates an alarm as CloudWatch does each minute: over the periods that end now, which slide with the
 * minutes. A period without data is what `TreatMissingData` says.
 *
 * @param now - Milliseconds since 1970.
 * @throws Error that says what of the alarm isn't played, such as anomaly detection.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function evaluate(alarm: MetricAlarm, metrics: MetricStore, now: number): Evaluation {
  const { Threshold: threshold, ComparisonOperator: operator = "", EvaluationPeriods = 1 } = alarm;
  const isBad = COMPARISONS[operator];
  if (isBad === undefined || threshold === undefined) throw new Error(`${operator} isn't played`);
  const length = periodOf(alarm) * 1000;
  const minute = Math.floor(now / 60_000) * 60_000;
  const figures = Array.from({ length: EvaluationPeriods }, (_, back) => {
    const till = minute - back * length;
    return figureOf(alarm, metrics, [till - length, till]);
  });
  const known = figures.filter((figure) => figure !== undefined);
  const bad = known.filter((figure) => isBad(figure, threshold)).length;
  const missing = figures.length - known.length;
  const needed = alarm.DatapointsToAlarm ?? EvaluationPeriods;
  const told = `${figures.map((figure) => figure ?? "no data").join(", ")}, threshold ${threshold}`;
  switch (alarm.TreatMissingData ?? "missing") {
    case "notBreaching":
      return bad >= needed ? { state: "ALARM", reason: told } : { state: "OK", reason: told };
    case "breaching":
      return { state: bad + missing >= needed ? "ALARM" : "OK", reason: told };
    default:
      if (known.length === 0) return { state: "INSUFFICIENT_DATA", reason: told };
      return { state: bad >= needed ? "ALARM" : "OK", reason: told };
  }
}

function periodOf({ Period, Metrics = [] }: MetricAlarm): number {
  const periods = Metrics.flatMap((query) => query.MetricStat?.Period ?? query.Period ?? []);
  return Period ?? periods[0] ?? 60;
}

function figureOf(alarm: MetricAlarm, metrics: MetricStore, [from, till]: Window) {
  const { Metrics: queries = [], Namespace = "", MetricName = "" } = alarm;
  if (queries.length === 0) {
    const statistic = alarm.ExtendedStatistic ?? alarm.Statistic ?? "Average";
    const dimensions = dimensionsOf(alarm.Dimensions);
    return metrics.figure(
      { namespace: Namespace, name: MetricName, dimensions },
      statistic,
      from,
      till,
    );
  }
  const values: Record<string, number | undefined> = {};
  for (const query of inOrder(queries))
    values[query.Id ?? ""] = queried(query, metrics, values, [from, till]);
  const watched = queries.find(({ ReturnData }) => ReturnData !== false);
  return values[watched?.Id ?? ""];
}

/** Metrics first, then expressions in their order, each of which may name those before it. */
const inOrder = (queries: readonly MetricDataQuery[]): MetricDataQuery[] => [
  ...queries.filter(({ MetricStat }) => MetricStat !== undefined),
  ...queries.filter(({ MetricStat }) => MetricStat === undefined),
];

function queried(
  { MetricStat, Expression = "" }: MetricDataQuery,
  metrics: MetricStore,
  values: Readonly<Record<string, number | undefined>>,
  [from, till]: Window,
): number | undefined {
  if (MetricStat !== undefined) {
    const {
      Namespace: namespace = "",
      MetricName: name = "",
      Dimensions,
    } = MetricStat.Metric ?? {};
    const of = { namespace, name, dimensions: dimensionsOf(Dimensions) };
    return metrics.figure(of, MetricStat.Stat ?? "Average", from, till);
  }
  if (/^\s*SELECT\b/i.test(Expression)) return metrics.total(totalOf(Expression), from, till);
  return compute(Expression, { values, at: new Date(from) });
}

const dimensionsOf = (
  dimensions: readonly { Name?: string | undefined; Value?: string | undefined }[] = [],
): Record<string, string> =>
  Object.fromEntries(dimensions.map(({ Name = "", Value = "" }) => [Name, Value]));

/** `SELECT SUM(name) FROM "namespace" WHERE dimension = 'value' AND …`: the one form that is played. */
function totalOf(query: string): MetricName {
  const found = /^\s*SELECT SUM\((\w+)\) FROM "([^"]+)" WHERE (.+)$/.exec(query);
  const conditions = (found?.[3] ?? "")
    .split(" AND ")
    .map((each) => /^(\w+) = '([^']*)'$/.exec(each));
  if (found === null || conditions.includes(null)) throw new Error(`${query} isn't played`);
  return {
    namespace: found[2] ?? "",
    name: found[1] ?? "",
    dimensions: Object.fromEntries(conditions.map((each) => [each?.[1] ?? "", each?.[2] ?? ""])),
  };
}
