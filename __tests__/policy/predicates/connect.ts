import { refersTo, resourcesOf } from "../blocks";
import { isObject, valuesAt } from "../paths";
import { judge } from "../verdict";
import { callable } from "./callable";
import type { Predicate } from "./predicate";

/** Amazon Connect's log group is there before the instance, or Connect makes one that never expires. */
export const connectLogGroup: Predicate = (stack) =>
  judge(resourcesOf(stack, "aws_connect_instance"), ({ attributes }) => {
    const name = `/aws/connect/${String(attributes.instance_alias)}`;
    const group = resourcesOf(stack, "aws_cloudwatch_log_group").find(
      (each) => each.attributes.name === name,
    );
    if (group === undefined) {
      return [`must have a log group ${name}`];
    }
    return refersTo(attributes.depends_on, group.address)
      ? []
      : [`must depend on ${group.address}`];
  });

export const sensitiveVars: Predicate = ({ json }, { pattern }) => {
  const variables = Object.entries(isObject(json.variable) ? json.variable : {})
    .filter(([name]) => new RegExp(String(pattern), "i").test(name))
    .map(([name, body]) => ({ address: `var.${name}`, body }));
  return judge(variables, ({ body }) =>
    isObject(body) && body.sensitive === true ? [] : ["must be sensitive"],
  );
};

export const quickConnectNumbers: Predicate = (stack, params) => {
  const external = resourcesOf(stack, "aws_connect_quick_connect").map((quickConnect) => ({
    ...quickConnect,
    numbers: valuesAt(quickConnect.attributes, "quick_connect_config.phone_config.phone_number"),
  }));
  return judge(
    external.filter(({ numbers }) => numbers.length > 0),
    ({ numbers }) => numbers.flatMap((number) => callable(number, params)),
  );
};

export const quotas: Predicate = (stack, { limits }) => {
  const counted = Object.entries(limits as Record<string, number>).map(([type, limit]) => ({
    address: type,
    count: resourcesOf(stack, type).length,
    limit,
  }));
  return judge(
    counted.filter(({ count }) => count > 0),
    ({ count, limit }) => (count > limit ? [`must be at most ${limit}, got ${count}`] : []),
  );
};
