import type { ReportingValue } from "../value/contact-center-value";
import { terraformName } from "../terraform/terraform-name";
import type { AlarmDefinition } from "./alarm";
import { type Metric, metric, total } from "./metrics";
import { longestStretch, type WatchedHours } from "../value/watched-hours";

const MINUTE = 60;
const FIVE_MINUTES = 300;
const QUARTER = 900;
const HOUR = 3600;

/** As many calls of each line in a quarter of an hour as no real conversations can explain. */
const SURGE = 4;
const OLD_CALLBACK_HOURS = 4;
const FLOW_ERRORS = 10;

/** What there is to watch in an instance. */
export interface WatchedInstance {
  /** The instance's id, a dimension of its metrics. */
  readonly instanceId: string;
  /** The queues that are watched, by name. */
  readonly queues: readonly string[];
  /** The flows that are watched. */
  readonly flows: readonly WatchedFlow[];
  /** The thresholds of the alarms. */
  readonly thresholds: ReportingValue;
  /** The hours in which calls are expected. */
  readonly openHours: readonly WatchedHours[];
  /** The quota of concurrent calls. */
  readonly concurrentCalls: number;
}

/** A flow, and how often it interrupts the music to ask waiting callers. */
export interface WatchedFlow {
  /** The flow's name, a dimension of its metrics. */
  readonly name: string;
  /**
   * After how many seconds it interrupts the music to ask.
   * @default - it never does
   */
  readonly interruptSeconds?: number;
}

/** Alarms for the problems that supervisors must hear of because nobody in the center can notice them. */
export function connectAlarms(instance: WatchedInstance): AlarmDefinition[] {
  return [
    ...callAlarms(instance),
    ...instance.queues.flatMap((queue) => queueAlarms(queue, instance)),
    ...instance.flows.flatMap((flow) => flowAlarms(flow, instance)),
  ];
}

function callAlarms({
  instanceId: InstanceId,
  thresholds,
  concurrentCalls,
  openHours,
}: WatchedInstance): AlarmDefinition[] {
  const calls = { InstanceId };
  const { silentHours } = thresholds;
  return [
    ...(silentHours === undefined || silentHours > longestStretch(openHours)
      ? []
      : [
          {
            name: "no-calls",
            why: "`silentHours` of the value; each is an hour of UTC in which, and after which, the center is open, in summer and in winter",
            meaning: `No call for ${silentHours} hours, though the center is open. Call the number: does it ring?`,
            metric: {
              silenceOf: metric("AWS/Connect", "CallsPerInterval", calls),
              during: openHours,
            },
            statistic: "Sum",
            threshold: 1,
            periodSeconds: HOUR,
            periods: silentHours,
          } as const,
        ]),
    {
      name: "packet-loss",
      why: "AWS names no limit; at one packet in twenty, speech breaks up, and a quarter of an hour is no hiccup",
      meaning:
        "Callers hear agents badly: packets from the agents' browsers are lost. Look at their network",
      metric: metric("AWS/Connect", "ToInstancePacketLossRate", calls),
      statistic: "Average",
      threshold: 0.05,
      periodSeconds: FIVE_MINUTES,
      periods: 3,
    },
    {
      name: "throttled-calls",
      why: "each is a caller whom the center never heard of",
      meaning: "Calls were rejected: they came faster than the instance may take them",
      ...any(metric("AWS/Connect", "ThrottledCalls", calls), MINUTE),
    },
    {
      name: "calls-over-quota",
      why: "each is a caller who heard a busy tone",
      meaning: "Calls were rejected: more at once than the quota of concurrent calls",
      ...any(metric("AWS/Connect", "CallsBreachingConcurrencyQuota", calls), MINUTE),
    },
    {
      name: "concurrent-calls",
      why: "AWS advises 80 % of the quota; three minutes, since an increase takes days and a spike is over",
      meaning: "80 % of the quota of concurrent calls are in use: ask AWS to raise it",
      metric: metric("AWS/Connect", "ConcurrentCallsPercentage", calls),
      statistic: "Maximum",
      threshold: 0.8,
      periodSeconds: MINUTE,
      periods: 3,
    },
    {
      name: "call-surge",
      why: "four calls of each line in a quarter of an hour: a conversation lasts longer, a robot does not",
      meaning: `${SURGE * concurrentCalls} calls in a quarter of an hour: toll fraud, or a dialer. Look at the destinations, and block them`,
      metric: metric("AWS/Connect", "CallsPerInterval", calls),
      statistic: "Sum",
      threshold: SURGE * concurrentCalls,
      periodSeconds: QUARTER,
    },
    {
      name: "missed-calls",
      why: "`missedCalls` of the value: a missed call takes its agent out until it is cleared",
      meaning: `Agents who were Available missed calls, ${thresholds.missedCalls} in a quarter of an hour. Each gets no more until the missed one is cleared in the agent's workspace`,
      metric: metric("AWS/Connect", "MissedCalls", calls),
      statistic: "Sum",
      threshold: thresholds.missedCalls,
      periodSeconds: QUARTER,
    },
    {
      name: "misconfigured-number",
      why: "each is a caller whom no flow answered",
      meaning: "A call failed: no flow answers the number. The next apply puts it right",
      metric: total("AWS/Connect", "MisconfiguredPhoneNumbers", calls),
      statistic: "Sum",
      threshold: 1,
      periodSeconds: MINUTE,
    },
    {
      name: "recording-upload",
      why: "each is a recording that is lost",
      meaning: "A recording did not reach the bucket: look at the policies of bucket and key",
      metric: total("AWS/Connect", "CallRecordingUploadError", calls),
      statistic: "Sum",
      threshold: 1,
      periodSeconds: FIVE_MINUTES,
    },
    {
      name: "callback-not-dialable",
      why: "each is a caller who waits for a call that never comes",
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
      why: "`queueSize` of the value, for five minutes: nobody can act on a peak of one",
      name: `queue-size-${slug(QueueName)}`,
      meaning: `${thresholds.queueSize} or more wait in the queue ${QueueName}, for five minutes now`,
      metric: metric("AWS/Connect", "QueueSize", queue),
      statistic: "Maximum",
      threshold: thresholds.queueSize,
      periodSeconds: MINUTE,
      periods: 5,
    },
    {
      why: "`queueWaitSeconds` of the value, while there are calls: callbacks wait in the queue, too",
      name: `longest-wait-${slug(QueueName)}`,
      meaning: `Somebody has waited for ${thresholds.queueWaitSeconds} seconds in the queue ${QueueName}`,
      // Callbacks wait in a queue too, even through the night: with no calls in progress, nobody is waiting
      // on the line.
      metric: {
        of: metric("AWS/Connect", "LongestQueueWaitTime", queue),
        whileAny: metric("AWS/Connect", "ConcurrentCalls", { InstanceId }),
      },
      statistic: "Maximum",
      threshold: thresholds.queueWaitSeconds,
      periodSeconds: MINUTE,
    },
    {
      why: "four hours: no call waits so long, and it rings once for a callback that is left at closing",
      name: `old-callback-${slug(QueueName)}`,
      meaning: `A callback has waited for ${OLD_CALLBACK_HOURS} hours in the queue ${QueueName}: call it, or it waits through the night`,
      metric: metric("AWS/Connect", "LongestQueueWaitTime", queue),
      statistic: "Maximum",
      threshold: OLD_CALLBACK_HOURS * 60 * MINUTE,
      periodSeconds: FIVE_MINUTES,
    },
    {
      why: "each is a caller who was turned away",
      name: `queue-full-${slug(QueueName)}`,
      meaning: `Callers were turned away: the queue ${QueueName} is full`,
      ...any(metric("AWS/Connect", "QueueCapacityExceededError", queue), MINUTE),
    },
  ];
}

function flowAlarms(
  { name: ContactFlowName, interruptSeconds }: WatchedFlow,
  { instanceId: InstanceId, concurrentCalls }: WatchedInstance,
): AlarmDefinition[] {
  const flow = { InstanceId, ContactFlowName };
  // A waiting caller who presses nothing causes one at each interrupt, and as many callers may wait as there
  // may be concurrent calls.
  const interrupts =
    interruptSeconds === undefined ? 0 : Math.ceil(FIVE_MINUTES / interruptSeconds);
  const threshold = FLOW_ERRORS + interrupts * concurrentCalls;
  return [
    {
      why: "a wrong key and no key take error branches, too, three a call; who waits takes one at each interrupt, and as many may wait as the quota lets in",
      name: `flow-errors-${slug(ContactFlowName)}`,
      meaning: `The flow ${ContactFlowName} took its error branches ${threshold} times in five minutes`,
      metric: metric("AWS/Connect", "ContactFlowErrors", flow),
      statistic: "Sum",
      threshold,
      periodSeconds: FIVE_MINUTES,
    },
    {
      why: "each is a call that broke off",
      name: `flow-fatal-errors-${slug(ContactFlowName)}`,
      meaning: `The flow ${ContactFlowName} broke off, and the call with it`,
      ...any(metric("AWS/Connect", "ContactFlowFatalErrors", flow), MINUTE),
    },
  ];
}

/** A single occurrence is too many. */
function any(of: Metric, periodSeconds: number) {
  return { metric: of, statistic: "Sum", threshold: 1, periodSeconds } as const;
}

function slug(name: string): string {
  return terraformName(name).replaceAll("_", "-");
}
