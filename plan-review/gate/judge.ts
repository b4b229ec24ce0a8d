import type { Plan } from "../plan.ts";
import { findDisabledStatuses } from "./agent-statuses.ts";
import { findBulkDeletions } from "./bulk.ts";
import { findDestruction } from "./destruction.ts";
import type { Finding, Verdict } from "./finding.ts";
import { findForeign } from "./foreign.ts";
import { findPretences } from "./pretences.ts";
import { findWeakening } from "./weakening.ts";

const RULES: readonly ((plan: Plan) => Finding[])[] = [
  findForeign,
  findDestruction,
  findWeakening,
  findBulkDeletions,
  findDisabledStatuses,
  findPretences,
];

/**
 * Judges a plan: refuses what can't be undone, unless the change names its address.
 *
 * @param plan - What would be applied.
 * @param allow - Addresses that the change names. Each lets pass what happens at it, and nothing else.
 */
export function judge(plan: Plan, allow: readonly string[] = []): Verdict {
  const named = new Set(allow);
  const findings = RULES.flatMap((rule) => rule(plan));
  const isAllowed = ({ allowable, addresses, tolerated }: Finding) =>
    allowable && addresses.filter((address) => !named.has(address)).length <= tolerated;
  const found = new Set(
    findings.filter(({ allowable }) => allowable).flatMap(({ addresses }) => addresses),
  );
  return {
    refused: findings.filter((finding) => !isAllowed(finding)),
    allowed: findings.filter(isAllowed),
    unused: [...named].filter((address) => !found.has(address)),
  };
}
