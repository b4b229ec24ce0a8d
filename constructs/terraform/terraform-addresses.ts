import { TerraformDataSource, type TerraformElement, TerraformResource } from "cdktf";
import { Construct, type Node } from "constructs";

import { terraformName } from "./terraform-name";

/** A group of constructs of one kind; it is not part of their addresses. */
export class Group extends Construct {
  /** The group of that id below `scope`, made if it doesn't exist yet. */
  public static below(scope: Construct, id: string): Group {
    const group = scope.node.tryFindChild(id);
    return group instanceof Group ? group : new Group(scope, id);
  }

  /** The construct of that name in this group, made if it doesn't exist yet. */
  public getOrCreate<T extends Construct>(name: string, make: (group: Group) => T): T {
    return (this.node.tryFindChild(name) as T | undefined) ?? make(this);
  }
}

/**
 * Gives every element a Terraform name that a reviewer can read, `aws_connect_queue.customer_service`: the
 * names on its path below the contact center, without groups and without `Resource`. The kind is left out,
 * since the resource's type comes first.
 */
export class TerraformAddresses {
  private readonly taken = new Map<string, string>();

  /**
   * @throws Error if another element has that name already: it would overwrite this one.
   */
  public nameOf(element: TerraformElement | Node): string {
    const node = "node" in element ? element.node : element;
    const path = node.scopes.slice(2).filter((each) => !(each instanceof Group));
    // In a group, the id is a name that a person chose.
    const named = path.filter(
      (each) => each.node.id !== "Resource" || each.node.scope instanceof Group,
    );
    const ids = named.map((each) => each.node.id);
    const names = ids[0] === "ContactCenter" ? ids.slice(1) : ids;
    const name = names.map(terraformName).join("_");
    const address = `${typeOf(element)}.${name}`;
    const owner = this.taken.get(address);
    if (owner !== undefined && owner !== node.path) {
      throw new Error(`${owner} and ${node.path} would both be ${address}: rename one`);
    }
    this.taken.set(address, node.path);
    return name;
  }
}

function typeOf(element: TerraformElement | Node): string {
  if (element instanceof TerraformResource) {
    return element.terraformResourceType;
  }
  return element instanceof TerraformDataSource
    ? `data.${element.terraformResourceType}`
    : element.constructor.name;
}
