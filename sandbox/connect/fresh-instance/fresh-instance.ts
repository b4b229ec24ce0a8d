import { DEFAULT_PROMPTS } from "../../../contact-flow/default-prompts";
import { DAYS } from "../../../contact-flow/hours";
import { defaultFlows } from "./default-flows";
import { DEFAULT_SECURITY_PROFILES } from "./default-security-profiles";
import { KINDS } from "../store/kinds";
import { add, newId } from "../store/lookup";
import { type Account, modified } from "../store/operation";
import { sampleFlows } from "./sample-flows";
import type { Instance, Kind } from "../store/store";

/**
 * Gives a new instance what Connect gives it: prompts, flows, hours that never close, a queue, a
 * routing profile, security profiles and two agent statuses, by their exact names.
 */
export function furnish(instance: Instance, account: Account): void {
  const prompts = new Map(
    DEFAULT_PROMPTS.map((name) => {
      const { id, arn } = newId(instance, "prompts");
      add(instance, "prompts", {
        PromptId: id,
        PromptARN: arn,
        Name: name,
        Tags: {},
        ...modified(account),
      });
      return [name, arn];
    }),
  );
  const queue = furnishRouting(instance, account);
  furnishPeople(instance, account);

  const references = {
    prompt: (name: string): string => prompts.get(name) ?? name,
    basicQueue: queue,
  };
  for (const { name, type, content } of [...defaultFlows(references), ...sampleFlows(references)]) {
    const { id, arn } = newId(instance, "contactFlows");
    add(instance, "contactFlows", {
      Id: id,
      Arn: arn,
      Name: name,
      Type: type,
      State: "ACTIVE",
      Status: "PUBLISHED",
      Content: content,
      saved: content,
      Tags: {},
      ...modified(account),
    });
  }
  for (const kind of Object.keys(KINDS) as Kind[])
    for (const id of instance[kind].keys()) instance.stock.add(id);
}

/** @returns the ARN of BasicQueue */
function furnishRouting(instance: Instance, account: Account): string {
  const marks = { Tags: {}, ...modified(account) };
  const hours = newId(instance, "hoursOfOperations");
  const midnight = { Hours: 0, Minutes: 0 };
  add(instance, "hoursOfOperations", {
    HoursOfOperationId: hours.id,
    HoursOfOperationArn: hours.arn,
    Name: "Basic Hours",
    TimeZone: "America/Los_Angeles",
    Config: DAYS.map((Day) => ({ Day, StartTime: midnight, EndTime: midnight })),
    ...marks,
  });
  const queue = newId(instance, "queues");
  add(instance, "queues", {
    QueueId: queue.id,
    QueueArn: queue.arn,
    Name: "BasicQueue",
    Description: "A simple, basic voice queue.",
    HoursOfOperationId: hours.id,
    Status: "ENABLED",
    quickConnectIds: [],
    ...marks,
  });
  const profile = newId(instance, "routingProfiles");
  add(instance, "routingProfiles", {
    RoutingProfileId: profile.id,
    RoutingProfileArn: profile.arn,
    InstanceId: instance.Id,
    Name: "Basic Routing Profile",
    Description: "A simple routing profile.",
    DefaultOutboundQueueId: queue.id,
    MediaConcurrencies: [
      {
        Channel: "VOICE",
        Concurrency: 1,
        CrossChannelBehavior: { BehaviorType: "ROUTE_CURRENT_CHANNEL_ONLY" },
      },
    ],
    AgentAvailabilityTimer: "TIME_SINCE_LAST_ACTIVITY",
    IsDefault: true,
    queues: [{ QueueReference: { QueueId: queue.id, Channel: "VOICE" }, Priority: 1, Delay: 0 }],
    ...marks,
  });
  return queue.arn;
}

function furnishPeople(instance: Instance, account: Account): void {
  const marks = { Tags: {}, ...modified(account) };
  for (const { name, description, permissions } of DEFAULT_SECURITY_PROFILES) {
    const { id, arn } = newId(instance, "securityProfiles");
    add(instance, "securityProfiles", {
      Id: id,
      Arn: arn,
      OrganizationResourceId: instance.Id,
      SecurityProfileName: name,
      Description: description,
      permissions: [...permissions],
      ...marks,
    });
  }
  const statuses = [
    { Name: "Available", Type: "ROUTABLE" },
    { Name: "Offline", Type: "OFFLINE" },
  ] as const;
  for (const [i, status] of statuses.entries()) {
    const { id, arn } = newId(instance, "agentStatuses");
    add(instance, "agentStatuses", {
      AgentStatusId: id,
      AgentStatusARN: arn,
      ...status,
      State: "ENABLED",
      DisplayOrder: i + 1,
      ...marks,
    });
  }
}
