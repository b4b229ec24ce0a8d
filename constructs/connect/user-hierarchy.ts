import { ConnectUserHierarchyGroup } from "@cdktf/provider-aws/lib/connect-user-hierarchy-group";
import {
  ConnectUserHierarchyStructure,
  type ConnectUserHierarchyStructureHierarchyStructure,
} from "@cdktf/provider-aws/lib/connect-user-hierarchy-structure";
import { Construct } from "constructs";

import type { HierarchyGroupValue, HierarchyValue } from "../value/contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "../terraform/lifecycle";
import { Group } from "../terraform/terraform-addresses";

/** Properties of a {@link UserHierarchy}. */
export interface UserHierarchyProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** What it is, from the center's value. */
  readonly value: HierarchyValue;
}

const LEVELS = ["levelOne", "levelTwo", "levelThree", "levelFour", "levelFive"] as const;

/**
 * Changes of the parent are ignored: provider 5.100.0 never reads the parent back, so an imported group would
 * be replaced. Connect can rename a group but not move it, so the parent under which it was created stays
 * right.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateUserHierarchyGroupName.html
 */
const PARENT_FOR_EVER = ["parent_group_id"];

/** The levels of the agent hierarchy and the groups at them. */
export class UserHierarchy extends Group {
  private readonly structure: ConnectUserHierarchyStructure;
  private readonly groupIds = new Map<string, string>();

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: UserHierarchyProps,
  ) {
    super(scope, id);
    this.structure = new ConnectUserHierarchyStructure(this, "Levels", {
      instanceId: props.instance.instanceId,
      hierarchyStructure: levels(props.value.levels),
    });
    this.addGroups(this, props.value.groups, []);
  }

  /** The id of the group under that path of names, or undefined for the empty path. */
  public groupIdOf(path: readonly string[]): string | undefined {
    return this.groupIds.get(key(path));
  }

  private addGroups(
    scope: Construct,
    groups: readonly HierarchyGroupValue[],
    above: readonly string[],
  ): void {
    for (const { name, groups: below = [] } of groups) {
      const path = [...above, name];
      const group = new Construct(Group.below(scope, "Groups"), name);
      const resource = new ConnectUserHierarchyGroup(group, "Resource", {
        instanceId: this.props.instance.instanceId,
        name,
        parentGroupId: this.groupIdOf(above),
        // A group can only be created at a level that exists.
        dependsOn: [this.structure],
        lifecycle: { ...DELETED_AFTER_DEPENDENTS, ignoreChanges: PARENT_FOR_EVER },
      });
      this.groupIds.set(key(path), resource.hierarchyGroupId);
      this.addGroups(group, below, path);
    }
  }
}

function levels(names: readonly string[]): ConnectUserHierarchyStructureHierarchyStructure {
  return Object.fromEntries(
    LEVELS.slice(0, names.length).map((level, index) => [level, { name: names[index] ?? "" }]),
  );
}

function key(path: readonly string[]): string {
  return JSON.stringify(path);
}
