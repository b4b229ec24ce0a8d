import type { ContactCenterValue } from "../../value/contact-center-value";
import { longestStretch, schedulesInUse, watchedHours } from "../../value/watched-hours";
import { CONCURRENT_CALLS, concurrentCalls } from "../quotas";
import { agentsOf } from "./staffing";
import type { Warning } from "./warning";

const RULE = "threshold-out-of-reach";

/**
 * Warns of thresholds that can't be reached with so few agents or so small a quota: their alarms never go
 * off. An agent who missed a call gets no other until the agent clears it, and calls with agents count toward
 * the quota as waiting calls do.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_DismissUserContact.html
 */
export function thresholdWarnings(center: ContactCenterValue): Warning[] {
  return [...callThresholds(center), ...silence(center)];
}

/** No alarm is made for a stretch that is never reached. */
function silence(center: ContactCenterValue): Warning[] {
  const { silentHours } = center.reporting;
  if (silentHours === undefined) return [];
  const most = longestStretch(watchedHours(schedulesInUse(center)));
  if (silentHours <= most) return [];
  return [
    {
      rule: RULE,
      place: "reporting, silentHours",
      problem: `there is no alarm of silence: ${most === 0 ? "no hour is" : `no more than ${most} hours in a row are`} open for sure (an hour counts if it and the next one are, in summer and in winter)`,
      cure: most === 0 ? "drop it" : `set it to ${most} or fewer`,
    },
  ];
}

function callThresholds(center: ContactCenterValue): Warning[] {
  const { queueSize, missedCalls } = center.reporting;
  const agents = agentsOf(center).length;
  const quota = concurrentCalls(center);
  if (agents === 0) return [];
  if (agents >= quota) {
    return [
      {
        rule: "calls-over-quota",
        place: "instance, concurrentCalls",
        problem: `${agents} agents can have as many calls, and the quota "${CONCURRENT_CALLS}" is ${quota}: nobody could wait, callers hear a busy tone`,
        cure: "ask AWS to raise it in Service Quotas, and say here what it granted",
      },
    ];
  }
  return [
    ...(missedCalls > agents
      ? [
          {
            rule: RULE,
            place: "reporting, missedCalls",
            problem: `${missedCalls} missed calls are more than ${people(agents)} ${agents === 1 ? "makes" : "make"}: a missed call takes its agent out until the agent clears it`,
            cure: `set it to ${agents} or fewer`,
          },
        ]
      : []),
    ...(queueSize > quota - agents
      ? [
          {
            rule: RULE,
            place: "reporting, queueSize",
            problem: `${queueSize} can't wait while ${people(agents)} ${agents === 1 ? "talks" : "talk"}: the quota "${CONCURRENT_CALLS}" of ${quota} leaves ${quota - agents}`,
            cure: `set it to ${quota - agents} or fewer, or say in instance.concurrentCalls what AWS granted`,
          },
        ]
      : []),
    ...center.queues
      .filter(
        ({ maxContacts }) =>
          maxContacts !== undefined && maxContacts > 0 && maxContacts < queueSize,
      )
      .map(({ name, maxContacts = 0 }) => ({
        rule: RULE,
        place: `queue "${name}", maxContacts`,
        problem: `${maxContacts} may wait in it, and the alarm rings at ${queueSize}`,
        cure: "set reporting.queueSize to no more than that, or let more wait",
      })),
  ];
}

const people = (count: number): string => (count === 1 ? "the only agent" : `${count} agents`);
