import type { MetricName } from "./metric-store";

/** How an execution of a state machine ends. */
export type ExecutionEnd = "SUCCEEDED" | "FAILED" | "ABORTED";

const NAMES: Readonly<Record<ExecutionEnd, string>> = {
  SUCCEEDED: "ExecutionsSucceeded",
  FAILED: "ExecutionsFailed",
  ABORTED: "ExecutionsAborted",
};

/**
 * The metric in which Step Functions counts the end of an execution.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
export const executionMetric = (stateMachineArn: string, end: ExecutionEnd): MetricName => ({
  namespace: "AWS/States",
  name: NAMES[end],
  dimensions: { StateMachineArn: stateMachineArn },
});
