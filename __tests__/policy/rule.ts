import type { Assertion } from "./assertion";
import type { PredicateName } from "./predicates";

/** Every resource of a type, or those that `where` picks. */
export interface AttributeCheck extends Assertion {
  readonly kind: "attr";
  readonly type: string;
  readonly where?: readonly Assertion[];
}

/** Every resource of a type has another resource that refers to it, and that holds. */
export interface CompanionCheck {
  readonly kind: "companion";
  readonly type: string;
  readonly companion: string;
  /** The companion's attribute that refers to the resource. */
  readonly refPath: string;
  readonly asserts: readonly Assertion[];
}

/** There are so many resources of a type. */
export interface CountCheck {
  readonly kind: "count";
  readonly type: string;
  readonly where: readonly Assertion[];
  readonly min: number;
  readonly max: number;
  /** Counted only in stacks with a resource of this type. */
  readonly beside: string;
}

/** A setting of the stack itself; of every `provider` block, where the path begins with one. */
export interface RootCheck extends Assertion {
  readonly kind: "root";
}

/** What no path can say. */
export interface PredicateCheck {
  readonly kind: "predicate";
  readonly name: PredicateName;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** All of several checks. */
export interface EveryCheck {
  readonly kind: "all";
  readonly of: readonly Check[];
}

export type Check =
  AttributeCheck | CompanionCheck | CountCheck | RootCheck | PredicateCheck | EveryCheck;

/** A rule of the security reference. `{suffix}` in a check stands for the environment's suffix. */
export interface Rule {
  readonly id: string;
  /** `must` and `should` fail the build unless excepted; `could` is followed or excepted, too. */
  readonly severity: "must" | "should" | "could";
  readonly title: string;
  readonly check: Check;
  readonly note?: string;
  /** Scanners' rules and pages that the rule comes from. */
  readonly sources: readonly string[];
  /** How the check differs from the reference's, which was written for another center, and why. */
  readonly differs?: string;
}
