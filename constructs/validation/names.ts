import type { ContactCenterValue, HierarchyGroupValue } from "../contact-center-value";
import {
  DEFAULT_AGENT_STATUSES,
  DEFAULT_FLOWS,
  DEFAULT_HOURS_OF_OPERATION,
  DEFAULT_QUEUES,
  DEFAULT_ROUTING_PROFILES,
} from "../instance-defaults";
import { instanceNames } from "../instance-names";
import { schedulesOf } from "../message";
import { quoted, type Report } from "./fault";
import { MOST_AGENT_STATUSES } from "./quotas";

interface Named {
  readonly name: string;
  readonly description?: string;
}

/** Names of one kind: how long they may be, and which an instance has from the start. */
interface Kind {
  readonly kind: string;
  readonly longest: number;
  readonly things: readonly Named[];
  readonly taken: readonly string[];
}

/** Amazon Connect's alias pattern (API reference, CreateInstance). */
const ALIAS = /^(?!d-)[\da-zA-Z]+(-*[\da-zA-Z])*$/;
const LONGEST_ALIAS = 45;
const LONGEST_DESCRIPTION = 250;

/** Lengths are those of the service's API model; names are unique within their kind. */
export function checkNames(center: ContactCenterValue, suffix: string, report: Report): void {
  const { alias } = instanceNames(center, { suffix });
  if (!ALIAS.test(alias) || alias.length > LONGEST_ALIAS) {
    report(
      `instance`,
      `alias must be 1 to ${LONGEST_ALIAS} letters, digits and inner hyphens, not beginning with "d-", got "${alias}"`,
    );
  }
  const { concurrentCalls = 1 } = center.instance;
  if (!Number.isInteger(concurrentCalls) || concurrentCalls < 1) {
    report("instance", `concurrentCalls must be a whole number from 1 on, got ${concurrentCalls}`);
  }
  const statuses = center.agentStatuses.length + DEFAULT_AGENT_STATUSES.length;
  if (statuses > MOST_AGENT_STATUSES) {
    report(
      "agent statuses",
      `an instance has at most ${MOST_AGENT_STATUSES}, Available and Offline among them, got ${statuses}: AWS doesn't raise this quota`,
    );
  }
  for (const kind of kinds(center)) {
    checkKind(kind, report);
  }
}

function kinds(center: ContactCenterValue): readonly Kind[] {
  const users = center.users.map(({ username }) => ({ name: username }));
  return [
    {
      kind: "hours of operation",
      longest: 127,
      things: schedulesOf(center),
      taken: DEFAULT_HOURS_OF_OPERATION,
    },
    { kind: "queue", longest: 127, things: center.queues, taken: DEFAULT_QUEUES },
    { kind: "quick connect", longest: 127, things: center.quickConnects, taken: [] },
    {
      kind: "routing profile",
      longest: 127,
      things: center.routingProfiles,
      taken: DEFAULT_ROUTING_PROFILES,
    },
    {
      kind: "agent status",
      longest: 127,
      things: center.agentStatuses,
      taken: DEFAULT_AGENT_STATUSES,
    },
    { kind: "flow", longest: 127, things: center.flows, taken: Object.keys(DEFAULT_FLOWS) },
    { kind: "user", longest: 100, things: users, taken: [] },
    ...siblings(center.hierarchy.groups, "hierarchy"),
  ];
}

/** Groups of one parent have different names; the same name may stand under another parent. */
function siblings(groups: readonly HierarchyGroupValue[], parent: string): readonly Kind[] {
  return [
    { kind: `${parent} group`, longest: 100, things: groups, taken: [] },
    ...groups.flatMap((group) => siblings(group.groups ?? [], `${parent} › ${group.name}`)),
  ];
}

function checkKind({ kind, longest, things, taken }: Kind, report: Report): void {
  const seen = new Set<string>();
  for (const { name, description } of things) {
    const place = `${kind} "${name}"`;
    if (name.trim() !== name || name.length < 1 || name.length > longest) {
      report(
        place,
        `name must have 1 to ${longest} characters and no space around it, got ${name.length}`,
      );
    }
    if (
      description !== undefined &&
      (description === "" || description.length > LONGEST_DESCRIPTION)
    ) {
      report(
        place,
        `description must have 1 to ${LONGEST_DESCRIPTION} characters, got ${description.length}`,
      );
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
