import { BrokenConnection } from "../gateway/fault";
import type { Fault, FaultContext } from "../gateway/fault";

/**
 * The connection is lost: open ones break, and new ones are refused for a while. Once for each
 * operation, when it is first asked for; that request does no work.
 *
 * @param durations - Milliseconds by operation, of any service: `CreateUser`.
 */
export function outages(
  durations: Readonly<Record<string, number>>,
  { refuse, struck }: FaultContext,
): Fault {
  const over = new Set<string>();
  return ({ operation }, serve) => {
    const duration = durations[operation];
    if (duration === undefined || over.has(operation)) return serve();
    over.add(operation);
    struck("outage");
    refuse(duration);
    return Promise.reject(new BrokenConnection());
  };
}
