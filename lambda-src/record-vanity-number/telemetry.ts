import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { maskPhoneNumber } from "../phone-number/phone-number";
import { METRICS_NAMESPACE, METRICS_SERVICE } from "./environment";
import type { Served } from "./serve";

const logger = new Logger({ serviceName: METRICS_SERVICE });
const MOST_FRAMES = 5;

/** Told apart by function, as AWS's own are: a list's function must not ring the alarm of the one that callers wait for. */
const metrics = new Metrics({
  namespace: METRICS_NAMESPACE,
  serviceName: METRICS_SERVICE,
  defaultDimensions: { FunctionName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? "unknown" },
});

/**
 * Logs what became of a request and counts it. Never the event: it holds the caller's number and whatever a flow put into it.
 * @param served one answer
 */
export function report({ answer, phone, thrown }: Served): void {
  const { status, reason } = answer;
  logger.info("vanity number", {
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(phone === undefined ? {} : { phone: maskPhoneNumber(phone.e164) }),
  });
  metrics.addMetric(`${status}-requests`, MetricUnit.Count, 1);
  if (thrown === undefined) return;
  logger.error("unexpected fault", faultOf(thrown));
  metrics.addMetric("unexpected-faults", MetricUnit.Count, 1);
}

/** What is logged of an error: its name and place. Its message may quote the request. */
function faultOf(error: unknown): { error: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  return { error: error.name, at: frames.slice(0, MOST_FRAMES).map((line) => line.trim()) };
}

/**
 * Logs a fault of the table and counts it.
 * @param error what it threw
 */
export function reportFault(error: unknown): void {
  logger.error("table fault", { error: faultOf(error).error });
  metrics.addMetric("table-faults", MetricUnit.Count, 1);
}

/** Writes the counts of this invocation, once, as one line of the embedded metric format. */
export function flushMetrics(): void {
  metrics.publishStoredMetrics();
}
