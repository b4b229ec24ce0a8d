import type { LiveInstance } from "../live-instance";
import { readHours } from "./hours";
import type { LiveValue } from "./live-value";
import { readAgentStatuses, readSecurityProfiles, readUsers } from "./people";
import { Reader } from "./reader";
import { readQueues, readQuickConnects, readRoutingProfiles } from "./routing";
import { readSettings } from "./settings";

/**
 * Reads a live instance in the words of a center's value.
 *
 * @param commonTags - Keys of tags that everything of the center has.
 */
export async function readLiveValue(
  instance: LiveInstance,
  commonTags: readonly string[],
): Promise<LiveValue> {
  const reader = new Reader(instance, commonTags);
  return {
    hoursOfOperation: await readHours(reader),
    queues: await readQueues(reader),
    quickConnects: await readQuickConnects(reader),
    routingProfiles: await readRoutingProfiles(reader),
    securityProfiles: await readSecurityProfiles(reader),
    users: await readUsers(reader),
    agentStatuses: await readAgentStatuses(reader),
    settings: await readSettings(reader),
    unsaid: reader.unsaid,
  };
}
