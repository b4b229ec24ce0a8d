import type { Fault, FaultContext } from "../gateway/fault";
import { serverError } from "./server-error";

/**
 * A 5xx after the work is done. The dangerous one: who tries again does it twice, or is told that it
 * has been done already.
 *
 * @param share - Of all requests, 0 to 1; an answer that is an error anyway stays.
 */
export function lostAnswers(share: number, { random, struck }: FaultContext): Fault {
  return async ({ service, operation }, serve) => {
    const answer = await serve();
    if (random() >= share || answer.status >= 300) return answer;
    struck("lost");
    return serverError(service, operation, random);
  };
}
