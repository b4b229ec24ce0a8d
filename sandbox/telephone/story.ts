import type { Effect, Happening } from "../../contact-flow/runtime";

/** What of a contact's story is told again by a test; what only happens by itself is not. */
const TOLD = new Set<(Effect | Happening)["type"]>([
  ...(["say", "enterQueue", "readMetrics", "invokeLambda", "makeCallback", "dial"] as const),
  ...(["digit", "hangUp", "agentAccepts", "queued", "queueFull", "metrics", "ended"] as const),
  ...(["lambdaAnswered", "lambdaFailed", "callbackMade", "callbackRefused", "notReached"] as const),
]);

/** So many things of a story are kept: some hours in a queue. */
const KEPT = 2000;

/** What was heard, pressed, asked and answered in a contact, in its order. */
export class Story {
  public readonly things: (Effect | Happening)[] = [];

  public remember(thing: Effect | Happening): void {
    if (TOLD.has(thing.type) && this.things.length < KEPT) this.things.push(thing);
  }
}
