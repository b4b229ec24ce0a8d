import type { Synthesized } from "../../support/synthesized";
import { type Block, refersTo, resourcesOf } from "../blocks";
import { isObject, valuesAt } from "../paths";
import { statementsOf } from "../policy-document";
import { judge } from "../verdict";
import type { Predicate } from "./predicate";

/** Traces are written only by a role that may; PassThrough writes none. */
export const tracing: Predicate = (stack) =>
  judge(functions(stack), (lambda) => {
    const [mode] = valuesAt(lambda.attributes, "tracing_config.mode");
    if (mode !== "Active") {
      return mode === "PassThrough" ? [] : ["tracing_config.mode must be said"];
    }
    const actions = policiesOf(stack, lambda)
      .filter(({ type }) => type === "aws_iam_role_policy")
      .flatMap(({ attributes }) => statementsOf(attributes.policy))
      .flatMap((statement) => statement.actions);
    return actions.includes("xray:PutTraceSegments")
      ? []
      : ["must not trace actively: its role may not write traces"];
  });

export const lambdaEnv: Predicate = (stack, { deny }) =>
  judge(functions(stack), ({ attributes }) =>
    valuesAt(attributes, "environment.variables")
      .filter(isObject)
      .flatMap(Object.keys)
      .filter((name) => new RegExp(String(deny), "i").test(name))
      .map((name) => `must have no variable like ${name}: everybody who may look can read it`),
  );

/** A function that runs before its log group exists makes one that never expires. */
export const lambdaDeps: Predicate = (stack) =>
  judge(functions(stack), (lambda) => {
    const { attributes } = lambda;
    const logs = resourcesOf(stack, "aws_cloudwatch_log_group").filter(({ address }) =>
      refersTo([attributes.logging_config, attributes.depends_on], address),
    );
    const missing = policiesOf(stack, lambda).filter(
      ({ address }) => !refersTo(attributes.depends_on, address),
    );
    return [
      ...(logs.length > 0 ? [] : ["must wait for its log group"]),
      ...missing.map(({ address }) => `must depend on ${address}`),
    ];
  });

/** A key that encrypts log groups may be used by CloudWatch Logs. */
export const kmsLogs: Predicate = (stack) => {
  const groups = resourcesOf(stack, "aws_cloudwatch_log_group");
  const keys = resourcesOf(stack, "aws_kms_key").filter(({ address }) =>
    groups.some(({ attributes }) => refersTo(attributes.kms_key_id, address)),
  );
  return judge(keys, ({ attributes }) => {
    const services = statementsOf(attributes.policy)
      .filter(({ effect }) => effect === "Allow")
      .flatMap(({ principals }) => principals.Service ?? []);
    return services.some((service) => /^logs\.[\w-]+\.amazonaws\.com$/.test(service))
      ? []
      : ["must let CloudWatch Logs use it, or no log group can be made"];
  });
};

function functions(stack: Synthesized): Block[] {
  return resourcesOf(stack, "aws_lambda_function");
}

/** What gives a function's role its permissions. */
function policiesOf(stack: Synthesized, { attributes: { role } }: Block): Block[] {
  const [own] = resourcesOf(stack, "aws_iam_role").filter(({ address }) => refersTo(role, address));
  return ["aws_iam_role_policy", "aws_iam_role_policy_attachment"]
    .flatMap((type) => resourcesOf(stack, type))
    .filter(({ attributes }) => own !== undefined && refersTo(attributes.role, own.address));
}
