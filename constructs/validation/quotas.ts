import type { ContactCenterValue, HierarchyGroupValue } from "../contact-center-value";
import { schedulesOf } from "../message";
import type { Warning } from "./warnings/warning";

/** Something that a default quota counts. */
interface Counted {
  /** The part of the value: `queue "Customer Service"`. */
  readonly place: string;
  readonly count: number;
}

/**
 * A default quota of a new account, which AWS raises on request (hours to weeks, and only once the
 * instance is there).
 */
interface Quota {
  /** As Service Quotas calls it. */
  readonly name: string;
  readonly most: number | ((center: ContactCenterValue) => number);
  readonly counted: (center: ContactCenterValue) => readonly Counted[];
}

/** As Service Quotas calls it. */
export const CONCURRENT_CALLS = "Concurrent active calls per instance";

/** How many calls the instance can have at once: what AWS granted, or what a new account has. */
export function concurrentCalls({ instance }: ContactCenterValue): number {
  return instance.concurrentCalls ?? 10;
}

const perInstance = (
  name: string,
  most: number,
  place: string,
  count: (center: ContactCenterValue) => number,
): Quota => ({ name, most, counted: (center) => [{ place, count: count(center) }] });

/** @see https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html */
const QUOTAS: readonly Quota[] = [
  perInstance("Users per instance", 500, "users", ({ users }) => users.length),
  perInstance("Queues per instance", 50, "queues", ({ queues }) => queues.length),
  perInstance(
    "Quick connects per instance",
    100,
    "quickConnects",
    ({ quickConnects }) => quickConnects.length,
  ),
  perInstance(
    "Routing profiles per instance",
    100,
    "routingProfiles",
    ({ routingProfiles }) => routingProfiles.length,
  ),
  perInstance(
    "Hours of operation per instance",
    100,
    "hoursOfOperation",
    (center) => schedulesOf(center).length,
  ),
  perInstance("Flows per instance", 100, "flows", ({ flows }) => flows.length),
  perInstance("User hierarchy groups per instance", 500, "hierarchy", ({ hierarchy }) =>
    groupCount(hierarchy.groups),
  ),
  {
    // Counts a queue once for each channel; voice is the only one here.
    name: "Queues per routing profile per instance",
    most: 50,
    counted: ({ routingProfiles }) =>
      routingProfiles.map(({ name, queues }) => ({
        place: `routing profile "${name}"`,
        count: queues.length,
      })),
  },
  {
    // Connect takes no maxContacts above it; calls that wait count like calls with an agent.
    name: CONCURRENT_CALLS,
    most: concurrentCalls,
    counted: ({ queues }) =>
      queues.map(({ name, maxContacts = 0 }) => ({
        place: `queue "${name}", maxContacts`,
        count: maxContacts,
      })),
  },
];

/** Agent statuses of an instance, Available and Offline among them: this quota can't be raised. */
export const MOST_AGENT_STATUSES = 50;

/**
 * Quick connects of a queue: what the service is made for, so that nobody raises it.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/feature-limits.html
 */
export const MOST_QUICK_CONNECTS_OF_A_QUEUE = 700;

/**
 * Default quotas that a center is above. They are warned about, not refused, since AWS may have
 * raised them.
 * @returns a warning for each that AWS must raise before this center can be applied.
 */
export function quotasToRaise(center: ContactCenterValue): Warning[] {
  return QUOTAS.flatMap(({ name, most, counted }) => {
    const quota = typeof most === "number" ? most : most(center);
    return counted(center)
      .filter(({ count }) => count > quota)
      .map(({ place, count }) => ({
        rule: "over-default-quota",
        place,
        problem: `${count} are more than the quota "${name}" of ${quota}`,
        cure: "ask AWS to raise it in Service Quotas before you apply",
      }));
  });
}

function groupCount(groups: readonly HierarchyGroupValue[]): number {
  return groups.reduce((count, { groups: below = [] }) => count + 1 + groupCount(below), 0);
}
