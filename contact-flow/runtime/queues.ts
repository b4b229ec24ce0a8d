import type { BlockView } from "./block";
import { idOf } from "./center";

/** The queue, or the agent's own queue, that an action is about: the one it names or the working queue. */
export function queueOf({ value, call, center }: BlockView): string | undefined {
  const agent = value("AgentId");
  if (agent !== undefined) {
    return idOf(agent);
  }
  const queue = value("QueueId");
  if (queue === undefined) {
    return call.contact.targetQueue ?? call.contact.targetAgent;
  }
  return center.queues.has(idOf(queue)) ? idOf(queue) : undefined;
}
