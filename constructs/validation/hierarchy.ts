import type { HierarchyGroupValue, HierarchyValue, UserValue } from "../value/contact-center-value";
import { quoted, type Report } from "./fault";
import { isTimeZone } from "./hours";
import { checkLimit } from "./limits";

/** At most five levels, no group deeper than they are, and users in groups that exist. */
export function checkHierarchy(
  { levels, groups }: HierarchyValue,
  users: readonly UserValue[],
  report: Report,
): void {
  checkLimit("HierarchyValue.levels", levels, "hierarchy", report, { reason: quoted(levels) });
  for (const level of levels) {
    checkLimit("HierarchyValue.levels, each", level, `hierarchy level "${level}"`, report, {
      label: "name",
    });
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
