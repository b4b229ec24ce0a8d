import type { Collections, Entities, Kind } from "./store";

/** What the service keeps the same way for every kind of thing in an instance. */
interface KindFacts<K extends Kind> {
  /** The kind in the words of Amazon Connect's documentation. */
  readonly label: string;
  /** Its segment in an ARN: `arn:…:instance/<id>/<segment>/<id>`. */
  readonly segment: string;
  /**
   * How many an instance may have, by default.
   * https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
   */
  readonly quota: number;
  readonly nameOf: (entity: Entities[K]) => string;
  readonly idOf: (entity: Entities[K]) => string;
}

/** The kinds of things in an instance. */
export const KINDS: { readonly [K in Kind]: KindFacts<K> } = {
  hoursOfOperations: {
    label: "hours of operation",
    segment: "operating-hours",
    quota: 100,
    nameOf: ({ Name }) => Name,
    idOf: ({ HoursOfOperationId }) => HoursOfOperationId,
  },
  queues: {
    label: "queue",
    segment: "queue",
    quota: 50,
    nameOf: ({ Name }) => Name,
    idOf: ({ QueueId }) => QueueId,
  },
  quickConnects: {
    label: "quick connect",
    segment: "transfer-destination",
    quota: 100,
    nameOf: ({ Name }) => Name,
    idOf: ({ QuickConnectId }) => QuickConnectId,
  },
  routingProfiles: {
    label: "routing profile",
    segment: "routing-profile",
    quota: 100,
    nameOf: ({ Name }) => Name,
    idOf: ({ RoutingProfileId }) => RoutingProfileId,
  },
  users: {
    label: "user",
    segment: "agent",
    quota: 500,
    nameOf: ({ Username }) => Username,
    idOf: ({ Id }) => Id,
  },
  hierarchyGroups: {
    label: "hierarchy group",
    segment: "agent-group",
    quota: 500,
    nameOf: ({ Name }) => Name,
    idOf: ({ Id }) => Id,
  },
  securityProfiles: {
    label: "security profile",
    segment: "security-profile",
    quota: 100,
    nameOf: ({ SecurityProfileName }) => SecurityProfileName,
    idOf: ({ Id }) => Id,
  },
  contactFlows: {
    label: "contact flow",
    segment: "contact-flow",
    quota: 100,
    nameOf: ({ Name }) => Name,
    idOf: ({ Id }) => Id,
  },
  contactFlowModules: {
    label: "contact flow module",
    segment: "flow-module",
    quota: 200,
    nameOf: ({ Name }) => Name,
    idOf: ({ Id }) => Id,
  },
  prompts: {
    label: "prompt",
    segment: "prompt",
    quota: 500,
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
};

/** The kind whose things have this segment in their ARN. */
export const kindOfSegment = (segment: string): Kind | undefined =>
  (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind].segment === segment);

/** The collection of one kind in an instance. */
export const collection = <K extends Kind>(
  collections: Collections,
  kind: K,
): Map<string, Entities[K]> => collections[kind];
