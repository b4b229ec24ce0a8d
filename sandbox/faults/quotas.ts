import { ConnectError, errorResponse } from "../connect/protocol/errors";
import type { Fault, FaultContext } from "../gateway/fault";

/**
 * Quotas that are reached sooner than Connect's own, which the emulator keeps anyway.
 *
 * @param quotas - How often an operation succeeds, by its name: `CreateUser`.
 */
export function quotas(quotas: Readonly<Record<string, number>>, { struck }: FaultContext): Fault {
  const made = new Map<string, number>();
  return async ({ service, operation }, serve) => {
    const quota = quotas[operation];
    if (service !== "connect" || quota === undefined) return serve();
    const count = made.get(operation) ?? 0;
    if (count >= quota) {
      struck("quota");
      return errorResponse(
        operation,
        new ConnectError(
          "LimitExceededException",
          `${operation}: the quota of ${quota} is used up`,
        ),
      );
    }
    const answer = await serve();
    if (answer.status < 300) made.set(operation, count + 1);
    return answer;
  };
}
