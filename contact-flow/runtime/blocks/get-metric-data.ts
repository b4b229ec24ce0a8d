import { done, question } from "../block";
import { queueOf } from "../queues";

/**
 * Get queue metrics: they are then read as `$.Metrics.Queue.Size`, `$.Metrics.Agents.Staffed.Count`.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-getmetricdata.html
 */
export const getMetricData = question(
  (view, id) => {
    const queue = queueOf(view);
    return queue === undefined ? undefined : { type: "readMetrics", id, queue };
  },
  (event, view) => {
    if (event.type !== "metrics") {
      return undefined;
    }
    const { metrics } = event;
    const queue = view.center.queues.get(queueOf(view) ?? "");
    return done({
      metrics: {
        Queue: {
          Name: queue?.name ?? "",
          ARN: queue?.id ?? "",
          Size: metrics.contactsInQueue,
          OldestContactAge: metrics.oldestContactSeconds,
        },
        Agents: {
          Online: { Count: metrics.agentsOnline },
          Available: { Count: metrics.agentsAvailable },
          Staffed: { Count: metrics.agentsStaffed },
        },
      },
    });
  },
);
