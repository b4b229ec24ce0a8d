import { refusal } from "../connect/protocol/errors";
import type { Fault, FaultContext } from "../gateway/fault";
import { type Limit, TokenBucket } from "./token-bucket";

/**
 * Connect's default for each operation, an account's whole Region sharing it.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html (API throttling quotas)
 */
const DEFAULT: Limit = { rate: 2, burst: 5 };

/** The exceptions of the same page. */
const EXCEPTIONS = new Map<string, Limit>([
  ...["GetMetricData", "GetCurrentMetricData"].map(
    (name) => [name, { rate: 5, burst: 8 }] as const,
  ),
  ...["StartChatContact", "StartContactStreaming", "StopContactStreaming"].map(
    (name) => [name, { rate: 5, burst: 8 }] as const,
  ),
]);

/** Refuses what exceeds Connect's limits, before any work. Other services' limits aren't known. */
export function throttling({ now, struck }: FaultContext): Fault {
  const buckets = new Map<string, TokenBucket>();
  return ({ service, region, operation }, serve) => {
    if (service !== "connect") return serve();
    const key = `${region} ${operation}`;
    const limit = EXCEPTIONS.get(operation) ?? DEFAULT;
    const bucket = buckets.get(key) ?? new TokenBucket(limit, now);
    buckets.set(key, bucket);
    if (bucket.take()) return serve();
    struck("throttling");
    return Promise.resolve(refusal(429, "TooManyRequestsException", "Too Many Requests"));
  };
}
