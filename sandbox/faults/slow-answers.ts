import { setTimeout as wait } from "node:timers/promises";
import type { Fault, FaultContext } from "../gateway/fault";

/**
 * Each answer comes late, by up to so many milliseconds.
 *
 * @param longest - The most that is added.
 */
export function slowAnswers(longest: number, { random, struck }: FaultContext): Fault {
  return async (_call, serve) => {
    struck("slow");
    await wait(random() * longest);
    return serve();
  };
}
