import {
  DEFAULT_AGENT_STATUSES,
  DEFAULT_FLOWS,
  DEFAULT_HOURS_OF_OPERATION,
  DEFAULT_QUEUES,
  DEFAULT_ROUTING_PROFILES,
} from "../../constructs/value/instance-defaults";
import type { Import } from "../support/imports-file";
import type { LiveInstance, LiveKind } from "./live-instance";
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

const KINDS: readonly (readonly [words: string, kind: LiveKind, defaults: readonly string[]])[] = [
  ["hours of operation", "hoursOfOperation", DEFAULT_HOURS_OF_OPERATION],
  ["queue", "queue", DEFAULT_QUEUES],
  ["quick connect", "quickConnect", []],
  ["routing profile", "routingProfile", DEFAULT_ROUTING_PROFILES],
  ["user", "user", []],
  ["flow", "contactFlow", Object.keys(DEFAULT_FLOWS)],
  ["flow module", "contactFlowModule", []],
  ["associated function", "lambdaFunction", []],
];

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
  const add = (kind: string, things: readonly LiveThing[], defaults: readonly string[] = []) => {
    for (const { id, name } of things) {
      if (owned.has(id) || defaults.includes(name) || isSample(kind, name)) continue;
      left.push({ kind, name });
    }
  };
  for (const [words, kind, defaults] of KINDS) add(words, await instance.list(kind), defaults);
  add("hierarchy group", await instance.hierarchyGroups());
  add("phone number", await instance.numbers());
  const statuses = await instance.list("agentStatus");
  add("agent status", statuses, [...DEFAULT_AGENT_STATUSES, ...agentStatuses]);
  add("evaluation form", await instance.list("evaluationForm"), evaluationForms);
  add("Contact Lens rule", await instance.list("rule"), contactLensRules);
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
