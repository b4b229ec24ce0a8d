import { resourcesOf } from "../blocks";
import { valuesAt } from "../paths";
import { judge } from "../verdict";
import type { Predicate } from "./predicate";

/** Where anybody is told, each metric of Amazon Connect has an alarm, plain or as part of an expression. */
export const alarms: Predicate = (stack, { metrics }) =>
  judge(resourcesOf(stack, "aws_connect_instance"), () => {
    if (resourcesOf(stack, "aws_sns_topic_subscription").length === 0) return [];
    const watched = resourcesOf(stack, "aws_cloudwatch_metric_alarm").flatMap(({ attributes }) => [
      ...valuesAt(attributes, "metric_name"),
      ...valuesAt(attributes, "metric_query.metric.metric_name"),
      ...valuesAt(attributes, "metric_query.expression").map(
        (expression) => /SUM\((\w+)\)/.exec(String(expression))?.[1],
      ),
    ]);
    return (metrics as string[])
      .filter((metric) => !watched.includes(metric))
      .map((metric) => `must have an alarm on ${metric}`);
  });
