import type { PlannedChange } from "../../plan-review/plan";

/** A field that an apply changes in what it takes over. */
export interface Difference {
  /** `storage_config.s3_config.bucket_name` */
  readonly field: string;
  /** As text; what must not be shown isn't. */
  readonly live: string;
  readonly code: string;
}

/** Texts beyond this length are told by their length: a flow is no field that one reads in a list. */
const LONGEST = 70;

/** What a mark of Terraform's says of a place and all below it. */
const marked = (mark: unknown): boolean => mark === true;

/**
 * What an apply would change in a live thing, field by field.
 *
 * @param change - An update of Terraform's plan.
 */
export function differences(change: PlannedChange): Difference[] {
  return compare([], change.before, change.after, change.afterUnknown, [
    change.beforeSensitive,
    change.afterSensitive,
  ]);
}

function compare(
  path: readonly string[],
  live: unknown,
  code: unknown,
  unknown: unknown,
  secrets: readonly unknown[],
): Difference[] {
  if (secrets.some(marked)) {
    return same(live, code) ? [] : [{ field: path.join("."), live: "(secret)", code: "(secret)" }];
  }
  if (marked(unknown)) {
    // Of something that is made first. What AWS computes at the top (a version) isn't the code's doing.
    const set = path.length > 1 && orNothing(live) !== null;
    return set ? [{ field: path.join("."), live: shown(live), code: "known once it is made" }] : [];
  }
  const keys = new Set([...keysOf(live), ...keysOf(code), ...keysOf(unknown)]);
  if (keys.size > 0 && (isTree(live) || isTree(code))) {
    return [...keys].flatMap((key) =>
      compare(
        /^\d+$/.test(key) ? path : [...path, key],
        at(live, key),
        at(code, key),
        at(unknown, key),
        secrets.map((each) => at(each, key)),
      ),
    );
  }
  return same(live, code) ? [] : [{ field: path.join("."), live: shown(live), code: shown(code) }];
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function keysOf(value: unknown): string[] {
  return isTree(value) ? Object.keys(value) : [];
}

function at(value: unknown, key: string): unknown {
  return isTree(value) ? value[key] : undefined;
}

/** Terraform's JSON has null, "" and [] where nothing is set. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(orNothing(one)) === JSON.stringify(orNothing(other));
}

function orNothing(value: unknown): unknown {
  const nothing =
    value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  return nothing ? null : value;
}

function shown(value: unknown): string {
  if (orNothing(value) === null) return "nothing";
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.length} characters` : text;
}
