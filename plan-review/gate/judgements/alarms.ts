import { isDeepStrictEqual } from "node:util";
import type { PlannedChange } from "../../plan.ts";
import { listOf, objectOf } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

const CLOUDWATCH = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring";

/** By how much an alarm may be made less sensitive at once. */
const FACTOR = 5;

const silenced = (happens: string, cure: string): Harm => ({
  effect: "disrupt",
  happens,
  because: "what it watches goes wrong, and nobody is told",
  source: `${CLOUDWATCH}/AlarmThatSendsEmail.html`,
  cure,
});

/** A threshold may move; one that is out of reach turns the alarm off. */
export const threshold: Judgement = ({ before, after }) => {
  if (before === null) return [];
  const [old, next] = [before.threshold, after?.threshold];
  const isNumber = typeof old === "number" && typeof next === "number";
  // Small ones are counts: from 1 error to 5 is no more than a taste.
  const room = isNumber ? FACTOR * Math.max(Math.abs(old), 1) : 0;
  const upwards = !String(before.comparison_operator).startsWith("LessThan");
  const isNear = isNumber && (upwards ? next <= room : next >= old / FACTOR);
  return isNear
    ? []
    : [
        silenced(
          `moves the alarm's threshold from ${inWords(old)} to ${inWords(next)}`,
          `move it by a factor of ${FACTOR} at most`,
        ),
      ];
};

function inWords(value: unknown): string {
  return typeof value === "number" ? String(value) : "what isn't known";
}

/** How long it must be bad. */
export const duration: Judgement = ({ before, after }) => {
  if (before === null) return [];
  const [old, next] = [secondsOf(before), secondsOf(after)];
  return next <= FACTOR * old
    ? []
    : [
        silenced(
          `lets the alarm wait for ${next} seconds, not ${old}`,
          `make it longer by a factor of ${FACTOR} at most`,
        ),
      ];
};

function secondsOf(values: PlannedChange["after"]): number {
  const { period, evaluation_periods: periods, metric_query: queries } = objectOf(values);
  const ofQueries = listOf(queries).map((query) => Number(objectOf(query).period));
  // What isn't a number is for ever.
  const seconds = Math.max(...ofQueries, Number(period) || 0) * Number(periods);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : Number.POSITIVE_INFINITY;
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

/** An alarm may go where another one watches the same, or with what it watches. */
export const deletedAlarm: Judgement = ({ address, before }, context) => {
  const others = context.resources.filter(
    (each) => each.type === "aws_cloudwatch_metric_alarm" && each.address !== address,
  );
  const watched = watchedBy(before);
  const isWatched =
    watched !== undefined &&
    others.some(
      ({ after }) =>
        after?.actions_enabled === true && isDeepStrictEqual(watchedBy(after), watched),
    );
  if (isWatched || goesWithIt(before, context)) return [];
  return [
    {
      ...silenced(
        "deletes the only alarm that watches this",
        "put it back; or let another alarm watch the same",
      ),
      effect: "destroy",
    },
  ];
};

function watchedBy(values: PlannedChange["after"]): unknown {
  const { namespace, metric_name: metric, dimensions, metric_query: queries } = objectOf(values);
  const query = listOf(queries).map((each) => objectOf(each).expression);
  if (!metric && query.length === 0) return undefined;
  return [namespace, metric, objectOf(dimensions), query];
}

/** Whether what an alarm's dimensions name is deleted by the same plan: a queue with its alarms. */
function goesWithIt(before: PlannedChange["before"], { resources }: Context): boolean {
  const dimensions = Object.values(objectOf(before?.dimensions));
  return resources.some(({ kind, type, before: gone }) => {
    if (kind !== "delete" || !gone || type === "aws_cloudwatch_metric_alarm") return false;
    return [gone.name, gone.function_name].some(
      (name) => typeof name === "string" && dimensions.includes(name),
    );
  });
}
