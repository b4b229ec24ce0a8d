import type { Plan } from "../plan.ts";
import { allowanceText } from "./allowances.ts";
import { findBulkCreations, findBulkDeletions, findBulkSilencing } from "./bulk.ts";
import { findChanges } from "./changes.ts";
import { Context } from "./context.ts";
import { findDestruction } from "./destruction.ts";
import { type Allowance, EFFECTS, type Finding, type Verdict } from "./finding.ts";
import { findForeign } from "./foreign.ts";
import { findHidden } from "./hidden.ts";
import { findOverwrites } from "./overwrites.ts";
import { findShapes } from "./shapes.ts";

const RULES: readonly ((context: Context) => Finding[])[] = [
  findForeign,
  findShapes,
  findHidden,
  findOverwrites,
  findDestruction,
  findBulkDeletions,
  findBulkCreations,
  findBulkSilencing,
  findChanges,
];

/** What else the gate must know about a plan. */
export interface Circumstances {
  /** What the change allows: at each address what it says, and nothing else. */
  readonly allow?: readonly Allowance[];
  /**
   * Whether the stack isn't in service yet.
   * @default - as the plan shows
   */
  readonly firstApply?: boolean;
  /**
   * The account whose principals a new policy may let in. A sandbox's provider is bound to another account.
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

/** The order of findings: what can't be judged first, then by how much is lost. */
function rank({ effect }: Finding): number {
  return effect === undefined ? -1 : Object.keys(EFFECTS).indexOf(effect);
}
