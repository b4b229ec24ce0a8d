import { DEFAULT_CONCURRENT_CALLS, DEFAULT_QUOTAS } from "../../contact-flow/default-quotas";
import type {
  ContactCenterValue,
  Environment,
  HierarchyGroupValue,
  QuotasValue,
} from "../value/contact-center-value";
import { DEFAULT_SECURITY_PROFILES } from "../value/instance-defaults";
import { schedulesOf } from "../connect/message";
import type { Report } from "./fault";
import type { Warning } from "./warnings/warning";

/** Something that a quota counts. */
interface Counted {
  /** The part of the value: `queue "Customer Service"`. */
  readonly place: string;
  readonly count: number;
}

/** The name of a quota in the environment's `quotas`. */
type QuotaName = keyof QuotasValue;

/** A quota that AWS raises on request (hours to weeks, and only once the instance is there). */
interface Quota {
  /** As Service Quotas calls it. */
  readonly name: string;
  readonly most: (center: ContactCenterValue, granted: QuotasValue) => number;
  /** The field for what AWS has granted. */
  readonly field: string;
  readonly counted: (center: ContactCenterValue) => readonly Counted[];
}

/** As Service Quotas calls it. */
export const CONCURRENT_CALLS = "Concurrent active calls per instance";

/** How many concurrent calls the instance can have: what AWS granted, or what a new account has. */
export function concurrentCalls({ instance }: ContactCenterValue): number {
  return instance.concurrentCalls ?? DEFAULT_CONCURRENT_CALLS;
}

const raisable = (name: QuotaName): Pick<Quota, "most" | "field"> => ({
  most: (_center, granted) => granted[name] ?? DEFAULT_QUOTAS[name],
  field: `the environment's quotas.${name}`,
});

const perInstance = (
  name: string,
  quota: QuotaName,
  place: string,
  count: (center: ContactCenterValue) => number,
): Quota => ({
  name,
  ...raisable(quota),
  counted: (center) => [{ place, count: count(center) }],
});

/** @see https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html */
const QUOTAS: readonly Quota[] = [
  perInstance("Users per instance", "users", "users", ({ users }) => users.length),
  perInstance("Queues per instance", "queues", "queues", ({ queues }) => queues.length),
  perInstance(
    "Quick connects per instance",
    "quickConnects",
    "quickConnects",
    ({ quickConnects }) => quickConnects.length,
  ),
  perInstance(
    "Routing profiles per instance",
    "routingProfiles",
    "routingProfiles",
    ({ routingProfiles }) => routingProfiles.length,
  ),
  perInstance(
    "Security profiles per instance",
    "securityProfiles",
    "securityProfiles",
    ({ securityProfiles = [] }) => securityProfiles.length + DEFAULT_SECURITY_PROFILES.length,
  ),
  perInstance(
    "Hours of operation per instance",
    "hoursOfOperation",
    "hoursOfOperation",
    (center) => schedulesOf(center).length,
  ),
  perInstance("Flows per instance", "flows", "flows", ({ flows }) => flows.length),
  perInstance(
    "User hierarchy groups per instance",
    "hierarchyGroups",
    "hierarchy",
    ({ hierarchy }) => groupCount(hierarchy.groups),
  ),
  {
    // AWS counts a queue once for each channel; voice is the only channel here.
    name: "Queues per routing profile per instance",
    ...raisable("queuesPerRoutingProfile"),
    counted: ({ routingProfiles }) =>
      routingProfiles.map(({ name, queues }) => ({
        place: `routing profile "${name}"`,
        count: queues.length,
      })),
  },
  {
    // Connect refuses a higher maxContacts; waiting calls count like calls with an agent.
    name: CONCURRENT_CALLS,
    most: concurrentCalls,
    field: "instance.concurrentCalls",
    counted: ({ queues }) =>
      queues.map(({ name, maxContacts = 0 }) => ({
        place: `queue "${name}", maxContacts`,
        count: maxContacts,
      })),
  },
];

/**
 * Finds the quotas that a center exceeds. These are warnings, not faults, since AWS may have raised the
 * quotas.
 *
 * @param granted - The quotas that are known to be raised.
 * @returns a warning for each that AWS must raise before this center can be applied.
 */
export function quotasToRaise(center: ContactCenterValue, granted: QuotasValue = {}): Warning[] {
  return QUOTAS.flatMap(({ name, most, field, counted }) => {
    const quota = most(center, granted);
    return counted(center)
      .filter(({ count }) => count > quota)
      .map(({ place, count }) => ({
        rule: "over-default-quota",
        place,
        problem: `${count} are more than the quota "${name}" of ${quota}`,
        cure: `ask AWS to raise it in Service Quotas before you apply, and say in ${field} what it granted`,
      }));
  });
}

/** Refuses quotas that nobody can have been granted. */
export function checkQuotas({ name, quotas = {} }: Environment, report: Report): void {
  for (const [quota, most] of Object.entries(quotas as Readonly<Record<string, unknown>>)) {
    if (!Object.hasOwn(DEFAULT_QUOTAS, quota))
      report(
        `environment "${name}"`,
        `quotas has no ${quota}; it has ${Object.keys(DEFAULT_QUOTAS).join(", ")}`,
      );
    else if (!Number.isInteger(most) || Number(most) < 1)
      report(
        `environment "${name}"`,
        `quotas.${quota} must be a whole number from 1 on, got ${String(most)}`,
      );
  }
}

function groupCount(groups: readonly HierarchyGroupValue[]): number {
  return groups.reduce((count, { groups: below = [] }) => count + 1 + groupCount(below), 0);
}
