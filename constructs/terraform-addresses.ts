import { TerraformDataSource, type TerraformElement, TerraformResource } from "cdktf";
import { Construct, type Node } from "constructs";

import { terraformName } from "./terraform-name";

/** Holds constructs of one kind together; it has no part in their addresses. */
export class Group extends Construct {
  /** The group of that id below `scope`, made if it isn't there yet. */
  public static below(scope: Construct, id: string): Group {
    const group = scope.node.tryFindChild(id);
    return group instanceof Group ? group : new Group(scope, id);
  }

  /** The thing of that name in this group, made if it isn't there yet. */
  public once<T extends Construct>(name: string, make: (group: Group) => T): T {
    return (this.node.tryFindChild(name) as T | undefined) ?? make(this);
  }
}

/**
 * Gives every element a Terraform name that a reviewer can read, `aws_connect_queue.customer_service`:
 * the names on its path below the contact center, without groups and without `Resource`. The type
 * stands before it, so the kind needs no mention.
 */
export class TerraformAddresses {
  private readonly taken = new Map<string, string>();

  /**
   * @throws Error if another element has that name already: it would overwrite this one.
   */
  public nameOf(element: TerraformElement | Node): string {
    const node = "node" in element ? element.node : element;
    const path = node.scopes.slice(2).filter((each) => !(each instanceof Group));
    // In a group, it is a name that somebody chose.
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
