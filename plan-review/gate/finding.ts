/** What may happen at an address, in the words by which a change allows it; the worst first. */
export const EFFECTS = {
  destroy: "it is deleted or replaced",
  grant: "somebody may do, read or receive more",
  unprotect: "data is protected less, or deleted sooner",
  disrupt: "callers, agents or alarms get less",
  forget: "Terraform lets go of it",
  create: "a thing is made that isn't made unnamed",
  change: "an attribute changes that isn't free to",
} as const;

/** A word that says what may happen at an address. */
export type Effect = keyof typeof EFFECTS;

/** What an apply would do that must not happen unnoticed. */
export interface Harm {
  readonly effect: Effect;
  /** What an apply would do, as a clause: `releases the phone number`. */
  readonly happens: string;
  /** Why that can't be undone, or what harm it does. */
  readonly because: string;
  /** Where that is written, or how it was measured. */
  readonly source: string;
  /** What to do instead. */
  readonly cure: string;
}

/** One thing in a plan that is refused unless the change names it. */
export interface Finding extends Omit<Harm, "effect"> {
  /** The word that allows it; undefined if it is wrong in any case, so that no word lets it pass. */
  readonly effect?: Effect;
  /** The addresses to name: one, except for what is dangerous because of the number. */
  readonly addresses: readonly string[];
  /** How many of the addresses may go unnamed: 0, except for what is dangerous because of the number. */
  readonly tolerated: number;
}

/** The gate's verdict on a plan. */
export interface Verdict {
  /** What it refuses; if empty, the plan may be applied. */
  readonly refused: readonly Finding[];
  /** What it would refuse if the change hadn't named it. */
  readonly allowed: readonly Finding[];
  /** Allowances of the change for which the gate has no finding. */
  readonly unused: readonly Allowance[];
}

/** What a change allows: that this happens at this address, and nothing else. */
export interface Allowance {
  readonly address: string;
  readonly effect: Effect;
}
