import { resourcesOf } from "../blocks";
import { valuesAt } from "../paths";
import { judge } from "../verdict";
import type { Predicate } from "./predicate";

/** Each metric of Amazon Connect has an alarm, plain or as part of an expression. */
export const alarms: Predicate = (stack, { metrics }) =>
  judge(resourcesOf(stack, "aws_connect_instance"), () => {
    const watched = resourcesOf(stack, "aws_cloudwatch_metric_alarm").flatMap(({ attributes }) => [
      ...valuesAt(attributes, "metric_name"),
      ...valuesAt(attributes, "metric_query.metric.metric_name"),
    ]);
    return (metrics as string[])
      .filter((metric) => !watched.includes(metric))
      .map((metric) => `must have an alarm on ${metric}`);
  });
