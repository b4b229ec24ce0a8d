import type { ExecutionEnd } from "../cloudwatch/execution-metrics";
import type { Counts } from "./map-run";

/** An execution of a state machine; plain data, so that it can be copied. Times are milliseconds. */
export interface Execution {
  readonly arn: string;
  readonly machineArn: string;
  readonly name: string;
  /** JSON, as it was sent. */
  readonly input: string;
  readonly started: number;
  status: "RUNNING" | ExecutionEnd;
  stopped?: number;
  /** JSON. */
  output?: string;
  error?: string;
  cause?: string;
  redrives: number;
  redriven?: number;
  /** Its map run, as it was last known. */
  mapRun: MapRunState;
}

/** What is told of a map run. */
export interface MapRunState {
  readonly arn: string;
  readonly maxConcurrency: number;
  readonly toleratedFailures: number;
  items: Counts;
  executions: Counts;
}

/** By ARN, the oldest first. */
export type Executions = Map<string, Execution>;

/** What DescribeExecution answers. @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html */
export function described(execution: Execution): object {
  const { output, error, cause, status } = execution;
  return {
    ...listed(execution),
    input: execution.input,
    inputDetails: { included: true },
    ...(output !== undefined && { output, outputDetails: { included: true } }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(status === "RUNNING" || status === "SUCCEEDED"
      ? {
          redriveStatus: "NOT_REDRIVABLE",
          redriveStatusReason: `Execution is ${status} and cannot be redriven`,
        }
      : { redriveStatus: "REDRIVABLE" }),
  };
}

/** What ListExecutions answers of one. */
export function listed(execution: Execution): object {
  const { arn, machineArn, name, status, started, stopped, redrives, redriven } = execution;
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: started / 1000,
    ...(stopped !== undefined && { stopDate: stopped / 1000 }),
    redriveCount: redrives,
    ...(redriven !== undefined && { redriveDate: redriven / 1000 }),
  };
}

/** What DescribeMapRun answers. @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeMapRun.html */
export function describedMapRun(execution: Execution): object {
  const { arn, mapRun, status, started, stopped, redrives } = execution;
  const counts = (of: Counts) => ({
    ...{ timedOut: 0, resultsWritten: status === "RUNNING" ? 0 : of.total },
    ...{ failuresNotRedrivable: 0, pendingRedrive: 0 },
    ...of,
  });
  return {
    mapRunArn: mapRun.arn,
    stateMachineArn: execution.machineArn,
    executionArn: arn,
    status,
    startDate: started / 1000,
    ...(stopped !== undefined && { stopDate: stopped / 1000 }),
    maxConcurrency: mapRun.maxConcurrency,
    toleratedFailurePercentage: mapRun.toleratedFailures,
    toleratedFailureCount: 0,
    itemCounts: counts(mapRun.items),
    executionCounts: counts(mapRun.executions),
    redriveCount: redrives,
  };
}
