import type { ContactCenterValue, HierarchyGroupValue } from "../contact-center-value";

/**
 * Amazon Connect's default quotas of an instance. They can be raised before the apply (hours to
 * weeks), so a center above them is warned about, not refused.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
 */
const QUOTAS = {
  "Users per instance": 500,
  "Queues per instance": 50,
  "Quick connects per instance": 100,
  "Routing profiles per instance": 100,
  "Hours of operation per instance": 100,
  "Flows per instance": 100,
  "User hierarchy groups per instance": 500,
} as const;

/** Agent statuses of an instance, Available and Offline among them: this quota can't be raised. */
export const MOST_AGENT_STATUSES = 50;

/** @returns a line for each quota that AWS must raise before this center can be applied. */
export function quotasToRaise(center: ContactCenterValue): string[] {
  const counts: Readonly<Record<keyof typeof QUOTAS, number>> = {
    "Users per instance": center.users.length,
    "Queues per instance": center.queues.length,
    "Quick connects per instance": center.quickConnects.length,
    "Routing profiles per instance": center.routingProfiles.length,
    "Hours of operation per instance": center.hoursOfOperation.length,
    "Flows per instance": center.flows.length,
    "User hierarchy groups per instance": groupCount(center.hierarchy.groups),
  };
  return Object.entries(QUOTAS)
    .map(([quota, limit]) => ({ quota, limit, count: counts[quota as keyof typeof QUOTAS] }))
    .filter(({ limit, count }) => count > limit)
    .map(
      ({ quota, limit, count }) =>
        `${count} are more than the default quota of ${limit}: ask AWS to raise "${quota}" in Service Quotas before you apply`,
    );
}

function groupCount(groups: readonly HierarchyGroupValue[]): number {
  return groups.reduce((count, { groups: below = [] }) => count + 1 + groupCount(below), 0);
}
