import type { PlannedChange } from "../../plan.ts";
import { listOf, objectOf } from "../../values.ts";
import type { Context, Path } from "../context.ts";
import type { Judgement } from "../type-rules.ts";

/** Seconds after which a call must be offered to somebody at the latest. */
const PATIENCE = 60;

const SOURCE = "https://docs.aws.amazon.com/connect/latest/adminguide/concepts-routing.html";

/**
 * Judges who gets whose calls: each queue from which somebody had calls until now still leads to
 * somebody, about as soon. A profile's queues, a user's profile and users who go decide that; who is made
 * in the same plan has yet to sign in.
 */
export const routing: Judgement = (change, context) => {
  const [old, next] = [before(context.resources), context.resources.filter(isThere)];
  const [was, is] = [served(old, context), served(next, context)];
  const own = change.type === "aws_connect_user" ? profileOf(beforeOf(change), context) : change;
  const ofOwn = own ? queuesOf(beforeOf(own), context) : new Map<string, number>();
  const lost = [...was].filter(
    ([queue, delay]) =>
      ofOwn.has(queue) &&
      (is.get(queue) ?? Number.POSITIVE_INFINITY) > Math.max(delay, PATIENCE) &&
      context.resources.some(({ address, after }) => address === queue && after !== null),
  );
  if (lost.length === 0) return [];
  return [
    {
      effect: "disrupt",
      happens: `leaves the calls of ${lost.map(([queue]) => queue).join(", ")} to nobody who is there now, or to somebody much later`,
      because: "whoever calls waits, and nobody is asked to answer",
      source: SOURCE,
      cure: `leave the queue in the routing profile of somebody who is there, with a delay of ${PATIENCE} seconds at most`,
    },
  ];
};

/** Which of a profile's queues comes first may become the same; turned round, those who wait change places. */
export const priorities: Judgement = (change, context) => {
  const [old, next] = [ranksOf(beforeOf(change), context), ranksOf(change, context)];
  const turned = [...old].flatMap(([first, rank]) =>
    [...old]
      .filter(([second, other]) => {
        const [one, two] = [next.get(first), next.get(second)];
        return rank < other && one !== undefined && two !== undefined && one > two;
      })
      .map(([second]) => `${second} before those of ${first}`),
  );
  if (turned.length === 0) return [];
  return [
    {
      effect: "disrupt",
      happens: `offers calls of ${turned.join(", and of ")}`,
      because: "whose calls came first until now waits for the others",
      source: SOURCE,
      cure: "leave the order of the priorities as it is",
    },
  ];
};

/**
 * Tells whether somebody gets the calls of a queue soon: users, those who are made in the same plan included
 * (docs/how-to/new-department.md). Where no user is in the stack, that can't be told, and each queue counts as
 * served.
 */
export function servedIn(context: Context): (queue: string) => boolean {
  const { resources } = context;
  const isManned = resources.some(({ type }) => type === "aws_connect_user");
  const delays = served(resources, context);
  // Who has the calls of Connect's own queue isn't known here.
  const isHere = (queue: string) =>
    queue.startsWith("data.") || resources.some(({ address }) => address === queue);
  return (queue) =>
    !isManned || !isHere(queue) || (delays.get(queue) ?? Number.POSITIVE_INFINITY) <= PATIENCE;
}

/** A change as if it would be undone. */
const beforeOf = (change: PlannedChange): PlannedChange => ({
  ...change,
  after: change.before,
  afterUnknown: false,
});

const before = (changes: readonly PlannedChange[]) => changes.map(beforeOf);

/** Whether it isn't a user who is made. */
const isThere = ({ type, before: old }: PlannedChange): boolean =>
  type !== "aws_connect_user" || old !== null;

/** Queues by address, with the seconds after which somebody gets their calls. */
function served(changes: readonly PlannedChange[], context: Context): Map<string, number> {
  const profiles = new Set(
    changes
      .filter(({ type, after }) => type === "aws_connect_user" && after !== null)
      .map((user) => profileOf(user, context)?.address),
  );
  const all = changes
    .filter(({ address, after }) => profiles.has(address) && after !== null)
    .flatMap((profile) => [...queuesOf(profile, context)]);
  const soonest = new Map<string, number>();
  for (const [queue, delay] of all) {
    soonest.set(queue, Math.min(delay, soonest.get(queue) ?? Number.POSITIVE_INFINITY));
  }
  return soonest;
}

function profileOf(user: PlannedChange, context: Context): PlannedChange | undefined {
  return context.named(user, ["routing_profile_id"], ["aws_connect_routing_profile"]);
}

/** The queues from which a profile has calls, with their delays. */
function queuesOf(profile: PlannedChange, context: Context): Map<string, number> {
  return settingsOf(profile, "delay", context);
}

function ranksOf(profile: PlannedChange, context: Context): Map<string, number> {
  return settingsOf(profile, "priority", context);
}

/** A number of each queue from which a profile has calls. */
function settingsOf(
  profile: PlannedChange,
  name: "delay" | "priority",
  context: Context,
): Map<string, number> {
  const queues = new Map<string, number>();
  for (const [index, entry] of listOf(profile.after?.queue_configs).entries()) {
    const { channel, [name]: value } = objectOf(entry);
    const path: Path = ["queue_configs", index, "queue_id"];
    const queue = context.named(profile, path, ["aws_connect_queue"]);
    if (queue && channel === "VOICE") queues.set(queue.address, Number(value ?? 0));
  }
  return queues;
}
