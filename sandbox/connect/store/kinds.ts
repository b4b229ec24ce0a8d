import type { QuotaName } from "./quotas";
import type { Collections, Entities, Kind } from "./store";

/** Not known: AWS publishes none for forms and rules; as many as for security profiles. */
const MOST_OF_QUALITY = 100;

/** What the service keeps the same way for every kind of thing in an instance. */
interface KindFacts<K extends Kind> {
  /** The kind in the words of Amazon Connect's documentation. */
  readonly label: string;
  /** Its segment in an ARN: `arn:…:instance/<id>/<segment>/<id>`. */
  readonly segment: string;
  /** How many an instance may have: a number where AWS doesn't raise it. */
  readonly quota: QuotaName | number;
  readonly nameOf: (entity: Entities[K]) => string;
  readonly idOf: (entity: Entities[K]) => string;
}

/** The kinds of things in an instance. */
export const KINDS: { readonly [K in Kind]: KindFacts<K> } = {
  hoursOfOperations: {
    label: "hours of operation",
    segment: "operating-hours",
    quota: "hoursOfOperation",
    nameOf: ({ Name }) => Name,
    idOf: ({ HoursOfOperationId }) => HoursOfOperationId,
  },
  queues: {
    label: "queue",
    segment: "queue",
    quota: "queues",
    nameOf: ({ Name }) => Name,
    idOf: ({ QueueId }) => QueueId,
  },
  quickConnects: {
    label: "quick connect",
    segment: "transfer-destination",
    quota: "quickConnects",
    nameOf: ({ Name }) => Name,
    idOf: ({ QuickConnectId }) => QuickConnectId,
  },
  routingProfiles: {
    label: "routing profile",
    segment: "routing-profile",
    quota: "routingProfiles",
    nameOf: ({ Name }) => Name,
    idOf: ({ RoutingProfileId }) => RoutingProfileId,
  },
  users: {
    label: "user",
    segment: "agent",
    quota: "users",
    nameOf: ({ Username }) => Username,
    idOf: ({ Id }) => Id,
  },
  hierarchyGroups: {
    label: "hierarchy group",
    segment: "agent-group",
    quota: "hierarchyGroups",
    nameOf: ({ Name }) => Name,
    idOf: ({ Id }) => Id,
  },
  securityProfiles: {
    label: "security profile",
    segment: "security-profile",
    quota: "securityProfiles",
    nameOf: ({ SecurityProfileName }) => SecurityProfileName,
    idOf: ({ Id }) => Id,
  },
  contactFlows: {
    label: "contact flow",
    segment: "contact-flow",
    quota: "flows",
    nameOf: ({ Name }) => Name,
    idOf: ({ Id }) => Id,
  },
  contactFlowModules: {
    label: "contact flow module",
    segment: "flow-module",
    quota: "flowModules",
    nameOf: ({ Name }) => Name,
    idOf: ({ Id }) => Id,
  },
  prompts: {
    label: "prompt",
    segment: "prompt",
    quota: "prompts",
    nameOf: ({ Name }) => Name,
    idOf: ({ PromptId }) => PromptId,
  },
  agentStatuses: {
    label: "agent status",
    segment: "agent-state",
    quota: 50,
    nameOf: ({ Name }) => Name,
    idOf: ({ AgentStatusId }) => AgentStatusId,
  },
  vocabularies: {
    label: "vocabulary",
    segment: "vocabulary",
    quota: 20,
    nameOf: ({ Name }) => Name,
    idOf: ({ Id }) => Id,
  },
  evaluationForms: {
    label: "evaluation form",
    segment: "evaluation-form",
    quota: MOST_OF_QUALITY,
    nameOf: ({ versions }) => versions.at(-1)?.Title ?? "",
    idOf: ({ EvaluationFormId }) => EvaluationFormId,
  },
  rules: {
    label: "rule",
    segment: "rule",
    quota: MOST_OF_QUALITY,
    nameOf: ({ Name }) => Name,
    idOf: ({ RuleId }) => RuleId,
  },
};

/** The kind whose things have this segment in their ARN. */
export const kindOfSegment = (segment: string): Kind | undefined =>
  (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind].segment === segment);

/** The collection of one kind in an instance. */
export const collection = <K extends Kind>(
  collections: Collections,
  kind: K,
): Map<string, Entities[K]> => collections[kind];
