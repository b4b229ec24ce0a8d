import { isDeepStrictEqual } from "node:util";
import type { PlannedChange } from "../plan.ts";
import { hasTrue, isNothing, isObject, objectOf, valueAt } from "../values.ts";

/**
 * The attributes that a change would give another value, or one that isn't known yet: `timeout`,
 * `phone_config.auto_accept`; entries of lists have the name of their list. A block that is added or removed
 * is named as a whole. The values that Terraform writes for an unset attribute (null, "", []) count as equal.
 */
export function changedPaths({ before, after, afterUnknown }: PlannedChange): string[] {
  return [...new Set(differing(before, after, afterUnknown, []))];
}

function differing(
  before: unknown,
  after: unknown,
  unknown: unknown,
  path: readonly string[],
): string[] {
  if (unknown === true) return [path.join(".")];
  if (isObject(before) && isObject(after)) {
    const names = [
      ...Object.keys(before),
      ...Object.keys(after),
      ...Object.keys(objectOf(unknown)),
    ];
    return [...new Set(names)].flatMap((name) =>
      differing(before[name], after[name], valueAt(unknown, [name]), [...path, name]),
    );
  }
  const isBlocks = isBlockList(before) && isBlockList(after) && before.length === after.length;
  if (isBlocks) {
    return before.flatMap((block, index) =>
      differing(block, after[index], valueAt(unknown, [index]), path),
    );
  }
  const isSame = isDeepStrictEqual(before, after) || (isNothing(before) && isNothing(after));
  return isSame && !hasTrue(unknown) ? [] : [path.join(".")];
}

function isBlockList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}
