import type { ContactCenterValue, HierarchyGroupValue } from "../value/contact-center-value";
import {
  DEFAULT_AGENT_STATUSES,
  DEFAULT_FLOWS,
  DEFAULT_HOURS_OF_OPERATION,
  DEFAULT_QUEUES,
  DEFAULT_ROUTING_PROFILES,
  DEFAULT_SECURITY_PROFILES,
} from "../value/instance-defaults";
import { instanceNames } from "../value/instance-names";
import { type LimitedField, LIMITS, range } from "../value/limits";
import { schedulesOf } from "../connect/message";
import { quoted, type Report } from "./fault";
import { checkLimit, isWithin } from "./limits";

interface Named {
  readonly name: string;
  readonly description?: string;
}

/** Names of one kind, by its interface, and which an instance has from the start. */
interface Kind {
  readonly kind: string;
  /** @default - their length is checked elsewhere */
  readonly of?: Extract<LimitedField, `${string}.name`>;
  readonly things: readonly Named[];
  readonly taken: readonly string[];
}

/** Amazon Connect's alias pattern (API reference, CreateInstance). */
const ALIAS = /^(?!d-)[\da-zA-Z]+(-*[\da-zA-Z])*$/;

/** The same for all kinds. */
const DESCRIPTION = "QueueValue.description";

/** Names and descriptions are within their limits; names are unique within their kind. */
export function checkNames(center: ContactCenterValue, suffix: string, report: Report): void {
  const { alias } = instanceNames(center, { suffix });
  if (!ALIAS.test(alias) || !isWithin("InstanceValue.alias", alias)) {
    report(
      `instance`,
      `alias must be ${range(LIMITS["InstanceValue.alias"])} letters, digits and inner hyphens, not beginning with "d-", got "${alias}"`,
    );
  }
  const { concurrentCalls = 1 } = center.instance;
  checkLimit("InstanceValue.concurrentCalls", concurrentCalls, "instance", report);
  checkLimit("ContactCenterValue.agentStatuses", center.agentStatuses, "agent statuses", report, {
    reason: "an instance has 50 with Available and Offline, and AWS doesn't raise this quota",
  });
  for (const kind of kinds(center)) {
    checkKind(kind, report);
  }
}

function kinds(center: ContactCenterValue): readonly Kind[] {
  const users = center.users.map(({ username }) => ({ name: username }));
  return [
    {
      kind: "hours of operation",
      of: "HoursOfOperationValue.name",
      things: schedulesOf(center),
      taken: DEFAULT_HOURS_OF_OPERATION,
    },
    { kind: "queue", of: "QueueValue.name", things: center.queues, taken: DEFAULT_QUEUES },
    {
      kind: "quick connect",
      of: "QuickConnectValue.name",
      things: center.quickConnects,
      taken: [],
    },
    {
      kind: "routing profile",
      of: "RoutingProfileValue.name",
      things: center.routingProfiles,
      taken: DEFAULT_ROUTING_PROFILES,
    },
    {
      kind: "security profile",
      of: "SecurityProfileValue.name",
      things: center.securityProfiles ?? [],
      taken: DEFAULT_SECURITY_PROFILES,
    },
    {
      kind: "agent status",
      of: "AgentStatusValue.name",
      things: center.agentStatuses,
      taken: DEFAULT_AGENT_STATUSES,
    },
    { kind: "flow", of: "FlowValue.name", things: center.flows, taken: Object.keys(DEFAULT_FLOWS) },
    { kind: "user", things: users, taken: [] },
    ...siblings(center.hierarchy.groups, "hierarchy"),
  ];
}

/** Groups of one parent have different names; the same name may stand under another parent. */
function siblings(groups: readonly HierarchyGroupValue[], parent: string): readonly Kind[] {
  return [
    { kind: `${parent} group`, of: "HierarchyGroupValue.name", things: groups, taken: [] },
    ...groups.flatMap((group) => siblings(group.groups ?? [], `${parent} › ${group.name}`)),
  ];
}

function checkKind({ kind, of, things, taken }: Kind, report: Report): void {
  const seen = new Set<string>();
  for (const { name, description } of things) {
    const place = `${kind} "${name}"`;
    if (of !== undefined) checkLimit(of, name, place, report);
    if (name.trim() !== name) report(place, "name must have no space around it: take it out");
    if (description !== undefined) {
      checkLimit(DESCRIPTION, description, place, report, { label: "description" });
    }
    if (taken.includes(name)) {
      report(place, `every instance has its own ${quoted([name])}: choose another name`);
    }
    if (seen.has(name)) {
      report(place, "is there twice: names are unique, drop or rename one");
    }
    seen.add(name);
  }
}
