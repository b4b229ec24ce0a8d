import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { maskPhoneNumber } from "../phone-number/phone-number";
import { METRICS_NAMESPACE, METRICS_SERVICE } from "./environment";
import type { Served } from "./serve";

const logger = new Logger({ serviceName: METRICS_SERVICE });
const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: METRICS_SERVICE });

/**
 * Logs what became of a request and counts it. Never the event: it holds the caller's number and whatever a flow put into it.
 * @param served one answer
 */
export function report({ answer, phone }: Served): void {
  const { status, reason } = answer;
  logger.info("vanity number", {
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(phone === undefined ? {} : { phone: maskPhoneNumber(phone.e164) }),
  });
  metrics.addMetric(`${status}-requests`, MetricUnit.Count, 1);
}

/**
 * Logs a fault of the table and counts it.
 * @param error what it threw; only its name is logged, since an SDK message may quote the request
 */
export function reportFault(error: unknown): void {
  logger.error("table fault", { error: error instanceof Error ? error.name : typeof error });
  metrics.addMetric("table-faults", MetricUnit.Count, 1);
}

/** Writes the counts of this invocation, once, as one line of the embedded metric format. */
export function flushMetrics(): void {
  metrics.publishStoredMetrics();
}
