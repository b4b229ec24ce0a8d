import {
  DEFAULT_AGENT_STATUSES,
  DEFAULT_FLOWS,
  DEFAULT_HOURS_OF_OPERATION,
  DEFAULT_QUEUES,
  DEFAULT_ROUTING_PROFILES,
  DEFAULT_SECURITY_PROFILES,
} from "../../constructs/value/instance-defaults";
import type { Import } from "../support/imports-file";
import { LIVE_KINDS, type LiveInstance, type LiveKind } from "./live-instance";
import type { LiveThing } from "./match";

/** What is live and in no code: an apply doesn't touch it. */
export interface LeftAlone {
  /** In words: `queue`. */
  readonly kind: string;
  readonly name: string;
}

/** The names of what is no resource: it stands in locals, and takes over what is live under its name. */
export interface Associated {
  readonly agentStatuses: readonly string[];
  readonly evaluationForms: readonly string[];
  readonly contactLensRules: readonly string[];
}

/** A kind in words, and what every new instance has of it. */
type Words = readonly [words: string, defaults: readonly string[]];

/** Every kind: one that is missing here doesn't compile. */
const KINDS: Readonly<Record<LiveKind, Words>> = {
  hoursOfOperation: ["hours of operation", DEFAULT_HOURS_OF_OPERATION],
  queue: ["queue", DEFAULT_QUEUES],
  quickConnect: ["quick connect", []],
  routingProfile: ["routing profile", DEFAULT_ROUTING_PROFILES],
  securityProfile: ["security profile", DEFAULT_SECURITY_PROFILES],
  user: ["user", []],
  contactFlow: ["flow", Object.keys(DEFAULT_FLOWS)],
  contactFlowModule: ["flow module", []],
  lambdaFunction: ["associated function", []],
  agentStatus: ["agent status", DEFAULT_AGENT_STATUSES],
  evaluationForm: ["evaluation form", []],
  rule: ["Contact Lens rule", []],
};

/**
 * What the instance has beside what the code knows and every new instance has.
 *
 * @param owned - Ids that are imported or in the state.
 * @param associated - What the code sets by a function, and so isn't imported.
 */
export async function leftAlone(
  instance: LiveInstance,
  owned: ReadonlySet<string>,
  { agentStatuses, evaluationForms, contactLensRules }: Associated,
): Promise<LeftAlone[]> {
  const left: LeftAlone[] = [];
  const add = (kind: string, things: readonly LiveThing[], known: readonly string[] = []) => {
    for (const { id, name } of things) {
      if (owned.has(id) || known.includes(name) || isSample(kind, name)) continue;
      left.push({ kind, name });
    }
  };
  const code: Partial<Record<LiveKind, readonly string[]>> = {
    agentStatus: agentStatuses,
    evaluationForm: evaluationForms,
    rule: contactLensRules,
  };
  for (const kind of LIVE_KINDS) {
    const [words, defaults] = KINDS[kind];
    add(words, await instance.list(kind), [...defaults, ...(code[kind] ?? [])]);
  }
  add("hierarchy group", await instance.hierarchyGroups());
  add("phone number", await instance.numbers());
  return left;
}

/** The ids of live things behind the ids by which the provider imports: `<instance>:<id>`. */
export function ownedIds(imports: readonly Import[]): Set<string> {
  return new Set(imports.map(({ id }) => id.replace(/^[^:,]+[:,]/, "")));
}

/** Every instance has a dozen sample flows, which nobody uses. */
function isSample(kind: string, name: string): boolean {
  return kind === "flow" && name.startsWith("Sample ");
}
