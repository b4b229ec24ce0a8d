/** What kind of harm a finding is about. */
export type Rule =
  | "plan-unusable"
  | "plan-odd"
  | "action-unknown"
  | "type-foreign"
  | "destroyed"
  | "renamed"
  | "forgotten"
  | "unprotected"
  | "bulk-deletion"
  | "agent-statuses-disabled"
  | "password-changed"
  | "instance-changed";

/** One thing in a plan that must not happen unnoticed. */
export interface Finding {
  readonly rule: Rule;
  /** Where: the addresses to name. One, but for what is dangerous by its number. */
  readonly addresses: readonly string[];
  /** How many of the addresses may go unnamed: 0, but for what is dangerous by its number. */
  readonly tolerated: number;
  /** What an apply would do, as a clause: `releases the phone number`. */
  readonly happens: string;
  /** Why that can't be undone, or what harm it does. */
  readonly because: string;
  /** Where that is written, or how it was measured. */
  readonly source: string;
  /** What to do instead. */
  readonly cure: string;
  /** False for what is wrong in itself, so that no name lets it pass. */
  readonly allowable: boolean;
}

/** What the gate makes of a plan. */
export interface Verdict {
  /** What it refuses. Empty: the plan may be applied. */
  readonly refused: readonly Finding[];
  /** What it would refuse, had the change not named it. */
  readonly allowed: readonly Finding[];
  /** Addresses that the change names, at which the gate found nothing. */
  readonly unused: readonly string[];
}
