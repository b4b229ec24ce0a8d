import type { ReportingValue } from "../contact-center-value";
import { terraformName } from "../terraform-name";
import type { AlarmDefinition } from "./alarm";
import { type Metric, metric, total } from "./metrics";

const MINUTE = 60;
const FIVE_MINUTES = 300;
const QUARTER = 900;

/** What there is to watch in an instance. */
export interface WatchedInstance {
  readonly instanceId: string;
  readonly queues: readonly string[];
  readonly flows: readonly string[];
  readonly thresholds: ReportingValue;
}

/** The calls that supervisors must not miss: those that nobody in the center can notice. */
export function connectAlarms(instance: WatchedInstance): AlarmDefinition[] {
  return [
    ...callAlarms(instance),
    ...instance.queues.flatMap((queue) => queueAlarms(queue, instance)),
    ...instance.flows.flatMap((flow) => flowAlarms(flow, instance)),
  ];
}

function callAlarms({ instanceId: InstanceId, thresholds }: WatchedInstance): AlarmDefinition[] {
  const calls = { InstanceId };
  return [
    {
      // Each is a caller whom the center never heard of.
      name: "throttled-calls",
      meaning: "Calls were rejected: they came faster than the instance may take them",
      ...any(metric("AWS/Connect", "ThrottledCalls", calls), MINUTE),
    },
    {
      name: "calls-over-quota",
      meaning: "Calls were rejected: more at once than the quota of concurrent calls",
      ...any(metric("AWS/Connect", "CallsBreachingConcurrencyQuota", calls), MINUTE),
    },
    {
      // AWS's own advice is 80 %; an increase takes days, so the peaks count, not one spike.
      name: "concurrent-calls",
      meaning: "80 % of the quota of concurrent calls are in use: ask AWS to raise it",
      metric: metric("AWS/Connect", "ConcurrentCallsPercentage", calls),
      statistic: "Maximum",
      threshold: 0.8,
      periodSeconds: MINUTE,
      periods: 3,
    },
    {
      name: "missed-calls",
      meaning: `Agents who were Available let ${thresholds.missedCalls} calls ring out in a quarter of an hour`,
      metric: metric("AWS/Connect", "MissedCalls", calls),
      statistic: "Sum",
      threshold: thresholds.missedCalls,
      periodSeconds: QUARTER,
    },
    {
      name: "misconfigured-number",
      meaning: "A call failed: no flow answers the number. The next apply puts it right",
      ...any(metric("AWS/Connect", "MisconfiguredPhoneNumbers", calls), MINUTE),
    },
    {
      name: "recording-upload",
      meaning: "A recording did not reach the bucket: look at the policies of bucket and key",
      ...any(metric("AWS/Connect", "CallRecordingUploadError", calls), FIVE_MINUTES),
    },
    {
      name: "callback-not-dialable",
      meaning: "A callback can't be dialed: the instance may not call that country",
      metric: total("AWS/Connect", "CallBackNotDialableNumber", calls),
      statistic: "Sum",
      threshold: 1,
      periodSeconds: FIVE_MINUTES,
    },
  ];
}

function queueAlarms(
  QueueName: string,
  { instanceId: InstanceId, thresholds }: WatchedInstance,
): AlarmDefinition[] {
  const queue = { InstanceId, QueueName };
  return [
    {
      // A peak of a minute or two is nothing that anybody could act on.
      name: `queue-size-${slug(QueueName)}`,
      meaning: `${thresholds.queueSize} or more wait in the queue ${QueueName}, for five minutes now`,
      metric: metric("AWS/Connect", "QueueSize", queue),
      statistic: "Maximum",
      threshold: thresholds.queueSize,
      periodSeconds: MINUTE,
      periods: 5,
    },
    {
      name: `longest-wait-${slug(QueueName)}`,
      meaning: `Somebody has waited for ${thresholds.queueWaitSeconds} seconds in the queue ${QueueName}`,
      metric: metric("AWS/Connect", "LongestQueueWaitTime", queue),
      statistic: "Maximum",
      threshold: thresholds.queueWaitSeconds,
      periodSeconds: MINUTE,
    },
    {
      name: `queue-full-${slug(QueueName)}`,
      meaning: `Callers were turned away: the queue ${QueueName} is full`,
      ...any(metric("AWS/Connect", "QueueCapacityExceededError", queue), MINUTE),
    },
  ];
}

function flowAlarms(
  ContactFlowName: string,
  { instanceId: InstanceId }: WatchedInstance,
): AlarmDefinition[] {
  const flow = { InstanceId, ContactFlowName };
  return [
    {
      // Not at the first: a wrong key and no key at all take error branches as well, three a call.
      name: `flow-errors-${slug(ContactFlowName)}`,
      meaning: `The flow ${ContactFlowName} took its error branches 10 times in five minutes`,
      metric: metric("AWS/Connect", "ContactFlowErrors", flow),
      statistic: "Sum",
      threshold: 10,
      periodSeconds: FIVE_MINUTES,
    },
    {
      name: `flow-fatal-errors-${slug(ContactFlowName)}`,
      meaning: `The flow ${ContactFlowName} broke off, and the call with it`,
      ...any(metric("AWS/Connect", "ContactFlowFatalErrors", flow), MINUTE),
    },
  ];
}

/** One is too many. */
function any(of: Metric, periodSeconds: number) {
  return { metric: of, statistic: "Sum", threshold: 1, periodSeconds } as const;
}

function slug(name: string): string {
  return terraformName(name).replaceAll("_", "-");
}
