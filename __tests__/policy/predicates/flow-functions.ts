import type { Synthesized } from "../../support/synthesized";
import { type Block, refersTo, resourcesOf } from "../blocks";
import { judge } from "../verdict";
import { type Action, type Flow, flowsOf, judgeActions } from "./flow";
import type { Predicate } from "./predicate";

const INVOKE = "InvokeLambdaFunction";

/** A flow calls a function of this stack, by a fixed name, and waits at most Amazon Connect's 8 s. */
export const flowLambda: Predicate = (stack) =>
  judgeActions(stack, [INVOKE], ({ parameters }) => {
    const seconds = Number(parameters.InvocationTimeLimitSeconds);
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > 8) {
      return `must wait 1 to 8 seconds, got ${String(parameters.InvocationTimeLimitSeconds)}`;
    }
    return invocable(stack, parameters.LambdaFunctionARN) === undefined
      ? "must call a function of this stack"
      : undefined;
  });

/** A flow that calls a function waits until Amazon Connect may call it. */
export const flowDeps: Predicate = (stack) =>
  judge(
    flowsOf(stack).filter(({ actions }) => actions.some(({ type }) => type === INVOKE)),
    (flow) =>
      flow.actions
        .filter(({ type }) => type === INVOKE)
        .flatMap(({ parameters }) => missing(stack, flow, parameters.LambdaFunctionARN)),
  );

/** Functions in a row end after 20 seconds, and the caller hears nothing. */
export const flowLambdaChain: Predicate = (stack, { max }) =>
  judgeActions(stack, [INVOKE], (action, flow) =>
    longestSilence(flow, action, new Set()) > Number(max)
      ? `must not begin a row of more than ${String(max)} functions without a prompt`
      : undefined,
  );

/** Whether the flow, by references or depends_on, waits for association and permission. */
function missing(stack: Synthesized, flow: Flow, arn: unknown): string[] {
  const lambda = invocable(stack, arn);
  const associations = resourcesOf(stack, "aws_connect_lambda_function_association").filter(
    ({ attributes }) => lambda !== undefined && refersTo(attributes, lambda.address),
  );
  const awaited = associations.find(({ address }) => refersTo(flow.attributes, address));
  const permission = resourcesOf(stack, "aws_lambda_permission").find(
    ({ attributes }) => lambda !== undefined && refersTo(attributes.function_name, lambda.address),
  );
  if (awaited === undefined) {
    return ["must wait for the function's association with the instance"];
  }
  return permission !== undefined &&
    refersTo([awaited.attributes.depends_on, flow.attributes.depends_on], permission.address)
    ? []
    : ["must wait for the permission to invoke the function"];
}

/** The function behind an ARN, which may be named by its association with the instance. */
function invocable(stack: Synthesized, arn: unknown): Block | undefined {
  const functions = resourcesOf(stack, "aws_lambda_function");
  const direct = functions.find(({ address }) => arn === `\${${address}.arn}`);
  const association = resourcesOf(stack, "aws_connect_lambda_function_association").find(
    ({ address }) => arn === `\${${address}.function_arn}`,
  );
  return (
    direct ??
    functions.find(
      ({ address }) =>
        association !== undefined && refersTo(association.attributes.function_arn, address),
    )
  );
}

function longestSilence(flow: Flow, { id, type, exits }: Action, path: Set<string>): number {
  if (path.has(id) || SPEAKS.includes(type)) {
    return 0;
  }
  const further = new Set(path).add(id);
  const after = exits.flatMap(({ to }) => flow.actions.filter((each) => each.id === to));
  const longest = Math.max(0, ...after.map((each) => longestSilence(flow, each, further)));
  return longest + (type === INVOKE ? 1 : 0);
}

const SPEAKS = ["MessageParticipant", "MessageParticipantIteratively", "GetParticipantInput"];
