import { failed, question } from "../block";
import { queueOf } from "../queues";

/**
 * Transfer to queue from within a queue.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-dequeuecontactandtransfertoqueue.html
 */
export const dequeueContactAndTransferToQueue = question(
  (view, id) => {
    const queue = queueOf(view);
    const { contact } = view.call;
    return queue === undefined
      ? undefined
      : {
          type: "enterQueue",
          id,
          queue,
          priority: contact.priority,
          timeAdjustmentSeconds: contact.queueTimeAdjustmentSeconds,
        };
  },
  (event, view) => {
    if (event.type === "queueFull") {
      return failed("QueueAtCapacity");
    }
    const queue = queueOf(view);
    return event.type === "queued" && queue !== undefined
      ? { kind: "leave", how: { to: "queue", queue } }
      : undefined;
  },
);
