import { ConnectClient } from "@aws-sdk/client-connect";

import { createFlows } from "./flows";
import { HandMade } from "./hand-made";
import { claimNumber, createInstance, storeInDefaultBucket } from "./instance";
import { createHierarchy, createStatuses, createUsers } from "./people";
import { createHours, createQueues, createQuickConnects, createRoutingProfiles } from "./routing";
import { createVanityNumbers } from "./vanity-numbers";

/** What the center that was clicked together is known by. */
export interface HandMadeCenter {
  readonly instanceId: string;
  readonly phoneNumberId: string;
  /** In E.164. */
  readonly phoneNumber: string;
  /** Ids by kind and name: `queue Customer Service`. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Builds the center as the seed's author clicked it, through the API alone: Connect's own bucket and
 * settings, no key, no retention, and a few things that differ from the code or aren't in it. Clients
 * find the sandbox by the environment.
 */
export async function buildByHand(region: string): Promise<HandMadeCenter> {
  const client = new ConnectClient({ region });
  try {
    const center = new HandMade(client, region);
    await createInstance(center);
    await storeInDefaultBucket(center);
    const { PhoneNumber, PhoneNumberId } = await claimNumber(center);
    await createHierarchy(center);
    await createUsers(center);
    await createStatuses(center);
    await createHours(center);
    await createQueues(center, PhoneNumberId);
    await createQuickConnects(center);
    await createRoutingProfiles(center);
    await createFlows(center, PhoneNumberId);
    await createVanityNumbers(center);
    return {
      instanceId: center.instanceId,
      phoneNumberId: PhoneNumberId,
      phoneNumber: PhoneNumber,
      ids: center.ids,
    };
  } finally {
    client.destroy();
  }
}
