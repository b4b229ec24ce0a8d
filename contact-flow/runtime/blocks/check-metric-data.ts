import { question, result } from "../block";
import type { QueueMetrics } from "../events";
import { queueOf } from "../queues";

/** On the wire the age is compared in milliseconds (Sample queue configurations flow). */
const METRICS: Readonly<Record<string, (metrics: QueueMetrics) => number>> = {
  NumberOfAgentsAvailable: ({ agentsAvailable }) => agentsAvailable,
  NumberOfAgentsStaffed: ({ agentsStaffed }) => agentsStaffed,
  NumberOfAgentsOnline: ({ agentsOnline }) => agentsOnline,
  OldestContactInQueueAgeSeconds: ({ oldestContactSeconds }) => oldestContactSeconds * 1000,
  NumberOfContactsInQueue: ({ contactsInQueue }) => contactsInQueue,
};

/**
 * Check staffing or Check queue status.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkmetricdata.html
 */
export const checkMetricData = question(
  (view, id) => {
    const queue = queueOf(view);
    return queue === undefined ? undefined : { type: "readMetrics", id, queue };
  },
  (event, { value }) => {
    const metric = METRICS[value("MetricType") ?? ""];
    return event.type === "metrics" && metric !== undefined
      ? result(String(metric(event.metrics)))
      : undefined;
  },
);
