import type { Fault, FaultContext } from "../gateway/fault";
import { serverError } from "./server-error";

/**
 * A 5xx before any work is done: trying again is safe.
 *
 * @param share - Of all requests, 0 to 1.
 */
export function errors(share: number, { random, struck }: FaultContext): Fault {
  return ({ service, operation }, serve) => {
    if (random() >= share) return serve();
    struck("errors");
    return Promise.resolve(serverError(service, operation, random));
  };
}
