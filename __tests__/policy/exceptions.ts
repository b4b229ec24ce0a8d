/** A rule that some resources don't follow, on purpose. */
export interface Exception {
  readonly rule: string;
  /** Addresses, as the rule's findings name them. */
  readonly at: readonly string[];
  /** @default - every stack that has the address */
  readonly stacks?: readonly string[];
  readonly reason: string;
  /** What is done in the rule's place. */
  readonly instead: string;
}

/**
 * Everything that is not as the rules want it. There is no other place to say so: what isn't listed
 * fails the build, and so does what is listed and no longer true.
 */
export const EXCEPTIONS: readonly Exception[] = [];

/** Rules that have nothing to judge in any stack, and why. */
export const NOT_APPLICABLE: Readonly<Record<string, string>> = {};
