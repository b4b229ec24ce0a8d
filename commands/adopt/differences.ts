import type { PlannedChange } from "../../plan-review/plan";

/** An attribute that an apply changes in what it takes over. */
export interface Difference {
  readonly attribute: string;
  /** As text; what must not be shown isn't. */
  readonly live: string;
  readonly code: string;
}

const LONGEST = 60;

/**
 * What an apply would change in a live thing, field by field.
 *
 * @param change - An update of Terraform's plan.
 */
export function differences(change: PlannedChange): Difference[] {
  const { before, after, afterUnknown, beforeSensitive, afterSensitive } = change;
  const attributes = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...attributes].flatMap((attribute) => {
    const [old, next] = [before?.[attribute], after?.[attribute]];
    const unknown = at(afterUnknown, attribute);
    if (same(old, next) && unknown !== true) return [];
    // What Terraform computes (an ARN, a version) isn't the code's doing.
    if (next === undefined && unknown === true) return [];
    const secret = isTrue(at(beforeSensitive, attribute)) || isTrue(at(afterSensitive, attribute));
    const [live, code] = secret ? ["(secret)", "(secret)"] : [shown(old), shown(next)];
    return [{ attribute, live, code: live === code ? `${code} (differs further on)` : code }];
  });
}

/** Terraform's JSON has null, "" and [] where nothing is set. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function at(marks: unknown, attribute: string): unknown {
  return typeof marks === "object" && marks !== null
    ? (marks as Readonly<Record<string, unknown>>)[attribute]
    : marks;
}

function isTrue(mark: unknown): boolean {
  if (typeof mark !== "object" || mark === null) return mark === true;
  return Object.values(mark).some(isTrue);
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
