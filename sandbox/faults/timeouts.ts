import { setTimeout as wait } from "node:timers/promises";
import { BrokenConnection } from "../gateway/fault";
import type { Fault, FaultContext } from "../gateway/fault";

/**
 * Milliseconds of silence until the connection is closed, as whatever stands between closes one
 * that is idle: the provider itself would wait for ever.
 */
export const SILENCE = 10_000;

/**
 * No work and no answer.
 *
 * @param share - Of all requests, 0 to 1.
 */
export function timeouts(
  share: number,
  { random, struck }: FaultContext,
  silence = SILENCE,
): Fault {
  return async (_call, serve) => {
    if (random() >= share) return serve();
    struck("timeouts");
    await wait(silence, undefined, { ref: false });
    throw new BrokenConnection();
  };
}
