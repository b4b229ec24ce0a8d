import type { HierarchyPath, HierarchyStructure } from "@aws-sdk/client-connect";
import { change } from "../store/changes";
import {
  add,
  find,
  findInstance,
  inUse,
  invalidParameter,
  newIdInQuota,
  requireUniqueName,
  requireUnused,
} from "../store/lookup";
import { type Account, modified, type Operations } from "../store/operation";
import { search } from "../store/search";
import type { HierarchyGroup, Instance } from "../store/store";

/** The five levels that a hierarchy can have, from the top. */
const LEVELS = ["LevelOne", "LevelTwo", "LevelThree", "LevelFour", "LevelFive"] as const;

/** The hierarchy of users: up to five named levels, and the groups that fill them. */
export const userHierarchyOperations: Operations = {
  DescribeUserHierarchyStructure: (input, account) => ({
    HierarchyStructure: findInstance(account, input.InstanceId).hierarchyStructure,
  }),

  /** Takes the whole structure: a level that is not named is removed, one that is keeps its id. */
  UpdateUserHierarchyStructure(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const wanted = input.HierarchyStructure;
    const gap = LEVELS.findIndex((level) => wanted[level] === undefined);
    const beyond = gap === -1 ? undefined : LEVELS.slice(gap).find((level) => wanted[level]);
    if (beyond !== undefined)
      throw invalidParameter(`HierarchyStructure.${beyond} must have a level above it`);
    for (const level of LEVELS)
      requireLength(`HierarchyStructure.${level}.Name`, wanted[level]?.Name, 50);
    const structure: HierarchyStructure = {};
    for (const level of LEVELS) {
      const name = wanted[level]?.Name;
      if (name === undefined) requireEmptyLevel(instance, instance.hierarchyStructure[level]?.Id);
      else structure[level] = { ...levelOf(instance, level), Name: name, ...modified(account) };
    }
    instance.hierarchyStructure = structure;
    return {};
  },

  CreateUserHierarchyGroup(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireLength("Name", input.Name, 100);
    const parent =
      input.ParentGroupId === undefined
        ? undefined
        : find(instance, "hierarchyGroups", input.ParentGroupId);
    const LevelId = levelBelow(instance, parent);
    requireUniqueName(instance, "hierarchyGroups", input.Name, {
      among: ({ parentGroupId }) => parentGroupId === parent?.Id,
    });
    const { id, arn } = newIdInQuota(account, instance, "hierarchyGroups");
    add(instance, "hierarchyGroups", {
      Id: id,
      Arn: arn,
      Name: input.Name,
      LevelId,
      parentGroupId: parent?.Id,
      Tags: input.Tags ?? {},
      ...modified(account),
    });
    return { HierarchyGroupId: id, HierarchyGroupArn: arn };
  },

  DescribeUserHierarchyGroup(input, account) {
    const { instance, group } = findGroup(account, input);
    return { HierarchyGroup: { ...group, HierarchyPath: hierarchyPath(instance, group) } };
  },

  ListUserHierarchyGroups: (input, account) => ({
    UserHierarchyGroupSummaryList: [
      ...findInstance(account, input.InstanceId).hierarchyGroups.values(),
    ],
  }),

  SearchUserHierarchyGroups(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const found = search(instance.hierarchyGroups.values(), input, {
      fields: {
        name: ({ Name }) => Name,
        parentid: ({ parentGroupId }) => parentGroupId,
        levelid: ({ LevelId }) => LevelId,
        resourceid: ({ Id }) => Id,
      },
    });
    return {
      UserHierarchyGroups: found.map((group) => ({
        ...group,
        HierarchyPath: hierarchyPath(instance, group),
      })),
      ApproximateTotalCount: found.length,
    };
  },

  UpdateUserHierarchyGroupName(input, account) {
    const { instance, group } = findGroup(account, input);
    requireLength("Name", input.Name, 100);
    requireUniqueName(instance, "hierarchyGroups", input.Name, {
      except: group.Id,
      among: ({ parentGroupId }) => parentGroupId === group.parentGroupId,
    });
    return change(account, group, { Name: input.Name });
  },

  DeleteUserHierarchyGroup(input, account) {
    const { instance, group } = findGroup(account, input);
    const child = [...instance.hierarchyGroups.values()].find(
      ({ parentGroupId }) => parentGroupId === group.Id,
    );
    if (child !== undefined) throw inUse("hierarchyGroups", group.Id, `the group ${child.Name}`);
    requireUnused(
      instance,
      ["hierarchyGroups", group.Id],
      "users",
      (user) => user.HierarchyGroupId === group.Id,
    );
    instance.hierarchyGroups.delete(group.Id);
    return {};
  },
};

/** A group's place in the hierarchy: its ancestors from the top, and itself. */
export function hierarchyPath(instance: Instance, group: HierarchyGroup): HierarchyPath {
  const line = lineTo(instance, group);
  return Object.fromEntries(LEVELS.map((level, i) => [level, line[i]]));
}

/** A group's ancestors from the top, and itself. */
export function lineTo(instance: Instance, group: HierarchyGroup): HierarchyGroup[] {
  const line = [group];
  for (let id = group.parentGroupId; id !== undefined;) {
    const parent = find(instance, "hierarchyGroups", id);
    line.unshift(parent);
    id = parent.parentGroupId;
  }
  return line;
}

/** Names of levels and groups have limits in words only, which the service model's shapes lack. */
function requireLength(member: string, name: string | undefined, longest: number): void {
  if (name !== undefined && (name === "" || name.length > longest))
    throw invalidParameter(`${member} must have 1 to ${longest} characters, got ${name.length}`);
}

function findGroup(
  account: Account,
  input: { InstanceId: string; HierarchyGroupId: string },
): { instance: Instance; group: HierarchyGroup } {
  const instance = findInstance(account, input.InstanceId);
  return { instance, group: find(instance, "hierarchyGroups", input.HierarchyGroupId) };
}

/** A level's id is its number. */
function levelOf({ Arn }: Instance, level: (typeof LEVELS)[number]): { Id: string; Arn: string } {
  const Id = String(LEVELS.indexOf(level) + 1);
  return { Id, Arn: `${Arn}/agent-group-level/${Id}` };
}

function requireEmptyLevel(instance: Instance, levelId: string | undefined): void {
  const group = [...instance.hierarchyGroups.values()].find(({ LevelId }) => LevelId === levelId);
  if (group !== undefined)
    throw inUse("hierarchyGroups", group.Id, `its level, which therefore cannot be removed`);
}

/** The level of a new group: one below its parent's, and it must be in the structure. */
function levelBelow(instance: Instance, parent: HierarchyGroup | undefined): string {
  const structure = instance.hierarchyStructure;
  const depth =
    parent === undefined
      ? 0
      : LEVELS.findIndex((level) => structure[level]?.Id === parent.LevelId) + 1;
  const level = LEVELS[depth];
  if (level === undefined)
    throw invalidParameter("ParentGroupId must be a group above level five, got one of level five");
  const id = structure[level]?.Id;
  if (id === undefined)
    throw invalidParameter(
      `the hierarchy structure must have ${level} before a group can be made in it`,
    );
  return id;
}
