import type { PlannedChange } from "../../plan.ts";
import { listOf, objectOf } from "../../values.ts";
import type { Context, Path } from "../context.ts";
import type { Judgement } from "../type-rules.ts";

/** Seconds after which a call must be offered to somebody at the latest. */
const PATIENCE = 300;

/**
 * Judges who gets whose calls: each queue from which somebody had calls until now still leads to
 * somebody, about as soon. Both a profile's queues and a user's profile decide that.
 */
export const routing: Judgement = (change, context) => {
  const [old, next] = [before(context.resources), context.resources];
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
      happens: `leaves the calls of ${lost.map(([queue]) => queue).join(", ")} to nobody, or to somebody much later`,
      because: "whoever calls waits, and nobody is asked to answer",
      source: "https://docs.aws.amazon.com/connect/latest/adminguide/concepts-routing.html",
      cure: "leave the queue in the routing profile of somebody, with a delay of some minutes at most",
    },
  ];
};

/** A change as if it would be undone. */
const beforeOf = (change: PlannedChange): PlannedChange => ({
  ...change,
  after: change.before,
  afterUnknown: false,
});

const before = (changes: readonly PlannedChange[]) => changes.map(beforeOf);

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
  const queues = new Map<string, number>();
  for (const [index, config] of listOf(profile.after?.queue_configs).entries()) {
    const { channel, delay } = objectOf(config);
    const path: Path = ["queue_configs", index, "queue_id"];
    const queue = context.named(profile, path, ["aws_connect_queue"]);
    if (queue && channel === "VOICE") queues.set(queue.address, Number(delay ?? 0));
  }
  return queues;
}
