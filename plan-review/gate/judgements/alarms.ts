import { isDeepStrictEqual } from "node:util";
import type { PlannedChange } from "../../plan.ts";
import { isNothing, type JsonObject, listOf, objectOf } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Judgement } from "../type-rules.ts";
import { FACTOR, silenced, threshold } from "./thresholds.ts";
import { hoursInARow } from "./watched-hours.ts";

const CLOUDWATCH = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring";

/** How long it must be bad; and of how much it takes the sum: in 10 seconds few calls are missed. */
export const duration: Judgement = ({ before, after }) => {
  if (before === null) return [];
  const [old, next] = [secondsOf(before), secondsOf(after)];
  const upwards = !String(before.comparison_operator).startsWith("LessThan");
  const more = upwards ? moreOf(before.threshold, after?.threshold) : 1;
  // 5 times as long for 5 times as much is 25 times as insensitive.
  if (next > FACTOR * old || (next > old && next * more > FACTOR * old)) {
    return [
      silenced(
        Number.isFinite(next)
          ? `lets the alarm wait for ${next} seconds, not ${old}${more > 1 ? `, for ${more} times as much` : ""}`
          : `lets the alarm wait for a time that isn't known, not for ${old} seconds`,
        `make it longer by a factor of ${FACTOR} at most`,
      ),
    ];
  }
  const hours = hoursInARow(after?.metric_query);
  // Other queries are judged as such.
  const isSame = isDeepStrictEqual(before.metric_query, after?.metric_query);
  if (isSame && hours > 0 && hours < Number(after?.evaluation_periods)) {
    return [
      silenced(
        `lets the alarm wait for ${String(after?.evaluation_periods)} hours, and listen for ${hours} in a row`,
        `let it wait for ${hours} at most`,
      ),
    ];
  }
  const [wide, narrow] = [periodOf(before), periodOf(after)];
  // 5 times as much in a fifth of the time is 25 times as much.
  const farther = before.statistic === "Sum" ? more : 1;
  return narrow * FACTOR >= wide * (narrow < wide ? farther : 1)
    ? []
    : [
        silenced(
          `lets the alarm look at ${narrow} seconds at once, not ${wide}${farther > 1 ? `, for ${farther} times as much` : ""}`,
          `make the period shorter by a factor of ${FACTOR} at most`,
        ),
      ];
};

function secondsOf(values: PlannedChange["after"]): number {
  const seconds = periodOf(values) * Number(objectOf(values).evaluation_periods);
  // What isn't a number is for ever.
  return Number.isFinite(seconds) && seconds > 0 ? seconds : Number.POSITIVE_INFINITY;
}

function moreOf(old: unknown, next: unknown): number {
  const factor = Number(next) / Math.max(Number(old), 1);
  return factor > 1 ? factor : 1;
}

function periodOf(values: PlannedChange["after"]): number {
  const { period, metric_query: queries } = objectOf(values);
  const ofQueries = listOf(queries)
    .map((query) => [query, listOf(objectOf(query).metric)[0]].map((each) => objectOf(each).period))
    .flatMap(([own, ofMetric]) => own ?? ofMetric ?? [])
    .map(Number);
  return Math.max(...ofQueries, Number(period) || 0);
}

/** Who is told: nobody is taken away, and only topics of this plan are added. */
export function actions(attribute: "alarm_actions" | "ok_actions"): Judgement {
  return (change, context) => {
    const value = context.after(change, [attribute]);
    if (value.kind === "computed") return [];
    const [old, next] = [listOf(change.before?.[attribute]), listOf(change.after?.[attribute])];
    const known = value.kind === "known";
    const count = known ? next.length : 1;
    const foreign = Array.from({ length: count }, (_, index) => index).filter(
      (index) => !old.includes(next[index]) && !isTopic(change, context, [attribute, index]),
    );
    const lost = known && old.some((each) => !next.includes(each));
    return [
      ...(lost && attribute === "alarm_actions"
        ? [silenced("no longer tells somebody whom the alarm told", `leave ${attribute} as it is`)]
        : []),
      ...(foreign.length === 0
        ? []
        : [
            {
              effect: "grant" as const,
              happens: "tells somebody outside of this stack what the alarm has seen",
              because: "an alarm's action reaches another account, or changes machines",
              source: `${CLOUDWATCH}/AlarmThatSendsEmail.html`,
              cure: `name topics of this stack only in ${attribute}`,
            },
          ]),
    ];
  };
}

function isTopic(change: PlannedChange, context: Context, path: [string, number]): boolean {
  return context.named(change, path, ["aws_sns_topic", "aws_sns_topic_policy"]) !== undefined;
}

/** An alarm may go where another one watches the same as well, or with what it watches. */
export const deletedAlarm: Judgement = (change, context) => {
  const { before, address } = change;
  const others = context.resources.filter(
    (each) => each.type === "aws_cloudwatch_metric_alarm" && each.address !== address,
  );
  const gone = { ...change, before: { ...before, dimensions: renamed(before, context) } };
  const isWatched = others.some((other) => standsIn(other, gone, context));
  if (isWatched || goesWithIt(before, context)) return [];
  return [
    {
      ...silenced(
        "deletes the only alarm that watches this",
        "put it back; or let another alarm watch the same, as soon, and tell the same people",
      ),
      effect: "destroy",
    },
  ];
};

/** Whether an alarm goes off where the one that goes would have, about as soon, and tells as many. */
function standsIn(
  { after, afterUnknown }: PlannedChange,
  gone: PlannedChange,
  context: Context,
): boolean {
  const watched = watchedBy(gone.before);
  const isSame = watched !== undefined && isDeepStrictEqual(watchedBy(after), watched);
  if (!isSame || after?.actions_enabled !== true) return false;
  const instead = { ...gone, after, afterUnknown };
  return [threshold, duration, actions("alarm_actions")].every(
    (judge) => judge(instead, context).length === 0,
  );
}

/** What an alarm looks at, and how. */
const LOOKS = [
  ...["namespace", "metric_name", "dimensions", "metric_query", "statistic", "extended_statistic"],
  ...["comparison_operator", "treat_missing_data", "datapoints_to_alarm"],
];

function watchedBy(values: PlannedChange["after"]): unknown {
  const looks = LOOKS.map((name) => (isNothing(values?.[name]) ? null : values?.[name]));
  return values?.metric_name || listOf(values?.metric_query).length > 0 ? looks : undefined;
}

/** Of what type the thing is that a dimension names. */
const NAMED_BY: Readonly<Record<string, string>> = {
  ContactFlowName: "aws_connect_contact_flow",
  DeliveryStreamName: "aws_kinesis_firehose_delivery_stream",
  FunctionName: "aws_lambda_function",
  QueueName: "aws_connect_queue",
  TableName: "aws_dynamodb_table",
};

/** What an alarm's dimensions would be if they followed the things that the plan renames. */
function renamed(values: PlannedChange["before"], { resources }: Context): JsonObject {
  const names = Object.entries(objectOf(values?.dimensions)).map(([dimension, name]) => {
    const type = Object.hasOwn(NAMED_BY, dimension) ? NAMED_BY[dimension] : undefined;
    const thing = resources.find(
      (each) => each.type === type && each.kind === "update" && each.before?.name === name,
    );
    return [dimension, thing?.after?.name ?? name] as const;
  });
  return Object.fromEntries(names);
}

/** Dimensions are left alone, but for another name of the thing that they name. */
export const unlessRenamed =
  (otherwise: Judgement): Judgement =>
  (change, context) =>
    isDeepStrictEqual(renamed(change.before, context), change.after?.dimensions)
      ? []
      : otherwise(change, context);

/** Whether what an alarm's dimensions name is deleted by the same plan: a queue with its alarms. */
function goesWithIt(before: PlannedChange["before"], { resources }: Context): boolean {
  const dimensions = objectOf(before?.dimensions);
  return resources.some(
    ({ kind, type, before: gone }) =>
      kind === "delete" &&
      Object.entries(NAMED_BY).some(
        ([dimension, named]) =>
          named === type &&
          typeof dimensions[dimension] === "string" &&
          [gone?.name, gone?.function_name].includes(dimensions[dimension]),
      ),
  );
}
