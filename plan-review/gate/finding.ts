/** What kind of harm a finding is about. */
export type Rule =
  | "incomplete-plan"
  | "unknown-action"
  | "forgotten"
  | "renamed"
  | "destroyed"
  | "unprotected"
  | "bulk-deletion"
  | "agent-statuses-disabled"
  | "password-changed"
  | "instance-changed"
  | "foreign-type";

/** One thing in a plan that must not happen unnoticed. */
export interface Finding {
  readonly rule: Rule;
  /** What it is about: the addresses to name. One, but for what is dangerous by its number. */
  readonly addresses: readonly string[];
  /** What an apply would do, as a clause: `releases the phone number`. */
  readonly happens: string;
  /** Why that can't be undone, or does harm. */
  readonly because: string;
  /** Where that is written, or how it was measured. */
  readonly source: string;
  /** What to do instead. */
  readonly cure: string;
  /** Whether naming the addresses allows it; what is wrong in itself can't be allowed. */
  readonly allowable: boolean;
}

/** What the gate makes of a plan. */
export interface Verdict {
  /** What it refuses. Empty: the plan may be applied. */
  readonly refused: readonly Finding[];
  /** What it would refuse, had the change not named it. */
  readonly allowed: readonly Finding[];
  /** Addresses that the change names, at which nothing of the kind would happen. */
  readonly unused: readonly string[];
}
