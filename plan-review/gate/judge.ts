import type { Plan } from "../plan.ts";
import { allowanceText } from "./allowances.ts";
import { findBulkDeletions } from "./bulk.ts";
import { findChanges } from "./changes.ts";
import { Context } from "./context.ts";
import { findDestruction } from "./destruction.ts";
import { type Allowance, EFFECTS, type Finding, type Verdict } from "./finding.ts";
import { findForeign } from "./foreign.ts";
import { findHidden } from "./hidden.ts";
import { findOverwrites } from "./overwrites.ts";

const RULES: readonly ((context: Context) => Finding[])[] = [
  findForeign,
  findHidden,
  findOverwrites,
  findDestruction,
  findBulkDeletions,
  findChanges,
];

/** What else there is to know of a plan. */
export interface Circumstances {
  /** What the change allows: at each address what it says, and nothing else. */
  readonly allow?: readonly Allowance[];
  /**
   * Whether nobody works with the stack's things yet.
   * @default - as the plan tells
   */
  readonly firstApply?: boolean;
  /**
   * The account whose own principals a new policy may let in. A sandbox's provider is bound to another.
   * @default - the one that the provider is bound to
   */
  readonly account?: string;
}

/**
 * Judges a plan: refuses whatever isn't known to be harmless, unless the change allows it. The worst
 * comes first.
 *
 * @param plan - What would be applied.
 */
export function judge(plan: Plan, circumstances: Circumstances = {}): Verdict {
  const { allow = [] } = circumstances;
  const context = new Context(plan, circumstances);
  const findings = RULES.flatMap((rule) => rule(context)).sort((a, b) => rank(a) - rank(b));
  const named = new Set(allow.map(allowanceText));
  const isNamed = ({ effect }: Finding, address: string) =>
    effect !== undefined && named.has(allowanceText({ address, effect }));
  const isAllowed = (finding: Finding) =>
    finding.effect !== undefined &&
    finding.addresses.filter((address) => !isNamed(finding, address)).length <= finding.tolerated;
  const used = new Set(
    findings.flatMap(({ addresses, effect }) =>
      effect === undefined ? [] : addresses.map((address) => allowanceText({ address, effect })),
    ),
  );
  return {
    refused: findings.filter((finding) => !isAllowed(finding)),
    allowed: findings.filter(isAllowed),
    unused: allow.filter((allowance) => !used.has(allowanceText(allowance))),
  };
}

/** What can't be judged first, then by how much is lost. */
function rank({ effect }: Finding): number {
  return effect === undefined ? -1 : Object.keys(EFFECTS).indexOf(effect);
}
