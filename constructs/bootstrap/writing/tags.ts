import type { CenterArns } from "../center-arns";

/**
 * @returns the condition that only the center's tags are set or removed, for statements that cover more than
 * the center's own resources: other tags may control access.
 */
export function onlyTags({ tags }: Pick<CenterArns, "tags">) {
  return { "ForAllValues:StringEquals": { "aws:TagKeys": tags } };
}
