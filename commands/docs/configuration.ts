import { type Json, objectOf } from "../../contact-flow/json";

/** Attributes of a resource or data source, or a block within one. */
export type Block = Readonly<Record<string, Json>>;

/** A resource as Terraform is told of it. */
export interface Resource {
  readonly type: string;
  /** `aws_connect_queue.sales`, as it stands in a plan. */
  readonly address: string;
  readonly block: Block;
}

const REFERENCE = /^\$\{((?:data\.)?\w+\.\w+)\.(\w+)\}$/;

/** The attributes that name a thing, for a reference to its id or ARN. */
const NAMES = ["name", "bucket", "function_name", "instance_alias", "phone_number"];

/** The list, or an empty one where there is none. */
export const list = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : []);

/** The text, or an empty one where there is none. */
export const text = (json: Json | undefined): string =>
  typeof json === "string" || typeof json === "number" ? String(json) : "";

/** A stack as it was synthesized, with its references followed to what they name. */
export class Configuration {
  /** Every managed resource, by address. */
  public readonly resources: readonly Resource[];
  private readonly blocks = new Map<string, Block>();

  /** @param json what stands in cdk.tf.json */
  public constructor(private readonly json: Block) {
    const each = (section: string, prefix: string): Resource[] =>
      Object.entries(objectOf(json[section])).flatMap(([type, named]) =>
        Object.entries(objectOf(named)).map(([name, block]) => ({
          type,
          address: `${prefix}${type}.${name}`,
          block: objectOf(block),
        })),
      );
    this.resources = each("resource", "").sort((a, b) => (a.address < b.address ? -1 : 1));
    for (const { address, block } of [...this.resources, ...each("data", "data.")]) {
      this.blocks.set(address, block);
    }
  }

  /** The resources of one type. */
  public all(type: string): readonly Block[] {
    return this.resources.filter((resource) => resource.type === type).map(({ block }) => block);
  }

  /** The only resource of a type. @throws Error if there is none, or another */
  public one(type: string): Block {
    const [block, other] = this.all(type);
    if (block === undefined || other !== undefined) {
      throw new Error(`the stack must hold one ${type}, got ${this.all(type).length}`);
    }
    return block;
  }

  /** The block of that kind among the stack's settings, such as `terraform` or `provider`. */
  public section(name: string): Json | undefined {
    return this.json[name];
  }

  /** What an association shall bring about, by its `kind`. */
  public desired(kind: string): Block {
    const found = Object.values(objectOf(this.json.locals)).find(
      (local) => objectOf(local).kind === kind,
    );
    return objectOf(found);
  }

  /** Whether a value refers to this resource, whichever attribute of it. */
  public refersTo(reference: Json | undefined, block: Block): boolean {
    const [, address = ""] = REFERENCE.exec(text(reference)) ?? [];
    return this.blocks.get(address) === block;
  }

  /**
   * The name behind a reference such as `${aws_connect_queue.sales.arn}`; undefined if the text is
   * none.
   * @throws Error if it refers to what the stack does not hold
   */
  public nameBehind(reference: string): string | undefined {
    const [, address, attribute = ""] = REFERENCE.exec(reference) ?? [];
    if (address === undefined) {
      return undefined;
    }
    const block = this.blocks.get(address);
    const name = [attribute, ...NAMES]
      .map((key) => block?.[key])
      .find((value) => typeof value === "string");
    if (typeof name !== "string") {
      throw new Error(`${reference} must refer to a thing with a name in the stack`);
    }
    return name;
  }

  /** A value for people: its text, or of a reference the name behind it. */
  public read(value: Json | undefined): string {
    return this.nameBehind(text(value)) ?? text(value);
  }
}
