import { didYouMean } from "../../contact-flow/did-you-mean";
import { parseFlow } from "../../contact-flow/flow";
import type {
  ClaimedPhoneNumber,
  Instance,
  QuickConnect,
  RoutingProfile,
  Store,
  User,
} from "../connect/store/store";
import { Refusal } from "./refusal";
import type { ServedQueue } from "../../contact-flow/routing";

/** An instance, with the store that holds it. */
export interface Place {
  readonly instance: Instance;
  readonly store: Store;
}

/** A number that is claimed, with its instance. */
export interface ClaimedNumber extends Place {
  readonly number: ClaimedPhoneNumber;
}

/** The number's digits alone, so that spaces and dashes do no harm. */
const digitsOf = (number: string): string => number.replace(/\D/g, "");

/** Reads what is deployed, in all Regions: always as it is now. */
export class Directory {
  /** @param stores what each Region has */
  public constructor(private readonly stores: () => Iterable<Store>) {}

  /** Every instance. */
  public places(): Place[] {
    return [...this.stores()].flatMap((store) =>
      [...store.instances.values()].map((instance) => ({ instance, store })),
    );
  }

  /** Every claimed number. */
  public numbers(): ClaimedNumber[] {
    return this.places().flatMap((place) =>
      [...place.store.phoneNumbers.values()]
        .filter(({ InstanceId }) => InstanceId === place.instance.Id)
        .filter(({ PhoneNumberStatus }) => PhoneNumberStatus.Status === "CLAIMED")
        .map((number) => ({ ...place, number })),
    );
  }

  /** The number that is dialled. @throws Refusal if it is not claimed */
  public claimed(dialled: string): ClaimedNumber {
    const numbers = this.numbers();
    const found = numbers.find(
      ({ number: { PhoneNumber } }) => digitsOf(PhoneNumber) === digitsOf(dialled),
    );
    if (found === undefined) {
      const known = numbers.map(({ number }) => number.PhoneNumber).join(", ");
      throw new Refusal(
        known === ""
          ? "there is no number to call yet: deploy a center with a claimed number"
          : `number must be claimed in the sandbox (${known}), got ${dialled}`,
        404,
      );
    }
    return found;
  }

  /**
   * How a block of a published flow can fail.
   * @param action the block's Identifier
   * @param error what is asked for; by default what has no branch of its own, or else the first branch
   * @throws Refusal if there is no such block, or it cannot fail so
   */
  public errorOf(action: string, error: string | undefined): string {
    const blocks = this.places().flatMap(({ instance }) =>
      [...instance.contactFlows.values(), ...instance.contactFlowModules.values()].flatMap(
        ({ Content }) => (Content === undefined ? [] : parseFlow(Content).Actions),
      ),
    );
    const named = blocks.filter(({ Identifier }) => Identifier === action);
    if (named.length === 0) {
      const names = blocks.map(({ Identifier }) => Identifier);
      throw new Refusal(
        `block must be one of a published flow, got ${action}${didYouMean(action, names)}`,
        404,
      );
    }
    const errors = named.flatMap(({ Transitions }) => Transitions.Errors ?? []);
    const known = errors.map(({ ErrorType }) => ErrorType);
    const chosen = error ?? (known.includes("NoMatchingError") ? "NoMatchingError" : known[0]);
    if (chosen === undefined || !known.includes(chosen)) {
      const ways = known.length === 0 ? "it has no branch for errors" : known.join(", ");
      throw new Refusal(
        `error must be one of the block's (${ways}), got ${error ?? "nothing"}`,
        400,
      );
    }
    return chosen;
  }

  /** A user, with the instance. @throws Refusal if there is none */
  public user(id: string): Place & { readonly user: User } {
    for (const place of this.places()) {
      const user = place.instance.users.get(id);
      if (user !== undefined) {
        return { ...place, user };
      }
    }
    throw new Refusal(`agent must be the id of a user, got ${id}`, 404);
  }
}

/** The schedule's zone of an instance: that of its own hours rather than of those it came with. */
export function timeZoneOf({ hoursOfOperations, stock }: Instance): string {
  const hours = [...hoursOfOperations.values()];
  const own = hours.find(({ HoursOfOperationId }) => !stock.has(HoursOfOperationId)) ?? hours[0];
  return own?.TimeZone ?? "UTC";
}

/** The voice queues that a routing profile has. */
export const servedQueues = (profile: RoutingProfile | undefined): ServedQueue[] =>
  (profile?.queues ?? [])
    .filter(({ QueueReference }) => QueueReference.Channel === "VOICE")
    .map(({ QueueReference, Priority, Delay }) => ({
      queue: QueueReference.QueueId,
      priority: Priority,
      delaySeconds: Delay,
    }));

/**
 * The quick connects that an agent sees: those of every queue in the routing profile.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/quick-connects.html
 */
export function quickConnectsOf(instance: Instance, user: User): QuickConnect[] {
  const profile = instance.routingProfiles.get(user.RoutingProfileId);
  const ids = servedQueues(profile).flatMap(
    ({ queue }) => instance.queues.get(queue)?.quickConnectIds ?? [],
  );
  return [...new Set(ids)].flatMap((id) => instance.quickConnects.get(id) ?? []);
}
