import { BrokenConnection } from "../gateway/fault";
import type { Fault, FaultContext } from "../gateway/fault";

/**
 * The connection breaks in the middle of the answer, or before it: the work is done.
 *
 * @param share - Of all requests, 0 to 1.
 */
export function resets(share: number, { random, struck }: FaultContext): Fault {
  return async (_call, serve) => {
    const answer = await serve();
    if (random() >= share) return answer;
    struck("resets");
    throw random() < 0.5 ? new BrokenConnection(answer) : new BrokenConnection();
  };
}
