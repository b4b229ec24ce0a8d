import type { Block, Stack } from "../../sandbox/terraform/stack";

/** A whole attribute that is a reference: `${aws_iam_role.function_role.name}`. */
const REFERENCE = /^\$\{(\w+\.\w+)\.(\w+)\}$/;

/** Where a resource's `id` is the name that the configuration gives it. */
const NAMED_BY: Readonly<Record<string, string>> = {
  aws_s3_bucket: "bucket",
  aws_iam_role: "name",
  aws_cloudwatch_log_group: "name",
  aws_dynamodb_table: "name",
};

/** A resource of the synthesized configuration, whose attributes may refer to others. */
export class WantedResource {
  public constructor(
    /** As Terraform names it: `aws_connect_queue.customer_service`. */
    public readonly address: string,
    public readonly type: string,
    public readonly block: Block,
    private readonly all: ReadonlyMap<string, WantedResource>,
  ) {}

  /**
   * An attribute's text, through the names that it refers to.
   *
   * @throws Error if the text is known only after an apply.
   */
  public text(attribute: string): string {
    const value = this.block[attribute];
    if (typeof value === "string" && !value.includes("${")) return value;
    const [, , referredAttribute = ""] = REFERENCE.exec(String(value)) ?? [];
    const referred = this.referred(attribute);
    return referred.text(
      referredAttribute === "id" ? (NAMED_BY[referred.type] ?? "id") : referredAttribute,
    );
  }

  /**
   * The resource that an attribute refers to.
   *
   * @throws Error if it refers to none.
   */
  public referred(attribute: string): WantedResource {
    const referred = this.referredIfAny(attribute);
    if (referred !== undefined) return referred;
    throw new Error(
      `${this.address}: ${attribute} must be a text or refer to a resource, got ${JSON.stringify(this.block[attribute])}`,
    );
  }

  /** The resource that an attribute refers to, or undefined if it has no such attribute. */
  public referredIfAny(attribute: string): WantedResource | undefined {
    const [, address = ""] = REFERENCE.exec(String(this.block[attribute])) ?? [];
    return this.all.get(address);
  }

  /** The resources of a type whose attribute refers to this one. */
  public referring(type: string, attribute: string): WantedResource[] {
    return [...this.all.values()].filter(
      (other) => other.type === type && other.referredIfAny(attribute) === this,
    );
  }
}

/** Every resource of a synthesized stack. */
export function wantedResources({ resource = {} }: Stack): readonly WantedResource[] {
  const all = new Map<string, WantedResource>();
  for (const [type, named] of Object.entries(resource)) {
    for (const [name, block] of Object.entries(named)) {
      const address = `${type}.${name}`;
      all.set(address, new WantedResource(address, type, block, all));
    }
  }
  return [...all.values()];
}
