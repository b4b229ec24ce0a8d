import type { CenterArns } from "../center-arns";

/**
 * @returns the condition that no tag is set or taken but those of the center, where a statement is on
 * more than the center's own: other tags may decide who reaches what.
 */
export function onlyTags({ tags }: Pick<CenterArns, "tags">) {
  return { "ForAllValues:StringEquals": { "aws:TagKeys": tags } };
}
