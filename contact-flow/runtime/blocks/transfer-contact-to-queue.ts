import { failed, question } from "../block";

/**
 * Transfer to queue: into the working queue. Success ends the flow; a full queue does not.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-transfercontacttoqueue.html
 */
export const transferContactToQueue = question(
  ({ call: { contact } }, id) => {
    const queue = contact.targetQueue ?? contact.targetAgent;
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
  (event, { call: { contact } }) => {
    if (event.type === "queueFull") {
      return failed("QueueAtCapacity");
    }
    return event.type === "queued"
      ? {
          kind: "leave",
          how: { to: "queue", queue: contact.targetQueue ?? contact.targetAgent ?? "" },
        }
      : undefined;
  },
);
