import type { HierarchyGroupValue, HierarchyValue, UserValue } from "../contact-center-value";
import { quoted, type Report } from "./fault";
import { isTimeZone } from "./hours";

/** @see https://docs.aws.amazon.com/connect/latest/adminguide/agent-hierarchy.html */
const MOST_LEVELS = 5;
const LONGEST_LEVEL_NAME = 50;

/** At most five levels, no group deeper than they are, and users in groups that exist. */
export function checkHierarchy(
  { levels, groups }: HierarchyValue,
  users: readonly UserValue[],
  report: Report,
): void {
  if (levels.length > MOST_LEVELS) {
    report(
      "hierarchy",
      `has at most ${MOST_LEVELS} levels, got ${levels.length}: ${quoted(levels)}`,
    );
  }
  for (const level of levels.filter((name) => name === "" || name.length > LONGEST_LEVEL_NAME)) {
    report(
      `hierarchy level "${level}"`,
      `name must have 1 to ${LONGEST_LEVEL_NAME} characters, got ${level.length}`,
    );
  }
  checkDepth(groups, [], levels, report);
  for (const { username, hierarchyGroup } of users) {
    checkPath(`user "${username}"`, groups, hierarchyGroup, report);
  }
}

function checkDepth(
  groups: readonly HierarchyGroupValue[],
  above: readonly string[],
  levels: readonly string[],
  report: Report,
): void {
  for (const { name, timeZone, groups: below = [] } of groups) {
    const path = [...above, name];
    if (path.length > levels.length) {
      report(
        `hierarchy group "${path.join(" › ")}"`,
        `is at level ${path.length}, but there are ${levels.length} levels: ${quoted(levels)}`,
      );
    }
    if (timeZone !== undefined && !isTimeZone(timeZone)) {
      report(
        `hierarchy group "${path.join(" › ")}"`,
        `timeZone must be an IANA name such as "Asia/Shanghai", got "${timeZone}"`,
      );
    }
    checkDepth(below, path, levels, report);
  }
}

function checkPath(
  place: string,
  groups: readonly HierarchyGroupValue[],
  path: readonly string[],
  report: Report,
): void {
  let candidates = groups;
  for (const name of path) {
    const group = candidates.find((each) => each.name === name);
    if (group === undefined) {
      report(
        place,
        `hierarchyGroup ${path.join(" › ")}: there is no "${name}" at this level; there are: ${quoted(candidates.map((each) => each.name))}`,
      );
      return;
    }
    candidates = group.groups ?? [];
  }
}
