import type { PlannedChange } from "../plan.ts";
import type { Context } from "./context.ts";
import type { Effect, Harm } from "./finding.ts";

/**
 * Judges an attribute of a change.
 *
 * @param change - An update in which the attribute changes; or, with `before` null, what is made.
 */
export type Judgement = (change: PlannedChange, context: Context) => readonly Harm[];

/** What is lost with a thing, or what comes with it. */
export interface Loss {
  /** @default - the word of what happens: `create` or `destroy` */
  readonly effect?: Effect;
  /** What an apply would do, as a clause. */
  readonly happens: string;
  readonly because: string;
  readonly source: string;
}

/** Attributes by the reason for which they stand there. */
export type Reasons = Readonly<Record<string, readonly string[]>>;

/**
 * What may be done with the resources of a type. Each attribute of the provider's schema stands in
 * exactly one of the lists; one that stands in none must be named by the change.
 */
export interface TypeRules {
  /**
   * The attributes whose values together say which thing in AWS it is, or which setting of one: two
   * addresses with the same would overwrite each other.
   */
  readonly target: readonly string[];
  /** Why one may be made unnamed, or what making one does. */
  readonly made: string | Loss;
  /** Why one may go unnamed (as long as few do: bulk.ts), or what is lost with it. */
  readonly gone: string | Loss | Judgement;
  /** What may change unnamed, and why. */
  readonly free: Reasons;
  /** What is judged by a rule; `a.b` for a part. */
  readonly judged: Readonly<Record<string, Judgement | readonly Judgement[]>>;
  /** What is set when the thing is made, and must be named when it changes, and why. */
  readonly named: Reasons;
  /** What no construct here sets: it must be named when it is set, too. */
  readonly unused: readonly string[];
  /** What AWS or the provider sets: it follows from the rest. */
  readonly computed: readonly string[];
}
