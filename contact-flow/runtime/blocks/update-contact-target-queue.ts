import { setting } from "../block";
import { idOf } from "../center";

/**
 * Set working queue: a queue, or an agent's own.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttargetqueue.html
 */
export const updateContactTargetQueue = setting(({ value, center }) => {
  const agent = value("AgentId");
  if (agent !== undefined) {
    return { targetAgent: idOf(agent), targetQueue: undefined };
  }
  const queue = idOf(value("QueueId") ?? "");
  return center.queues.has(queue) ? { targetQueue: queue, targetAgent: undefined } : undefined;
});
