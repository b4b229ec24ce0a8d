import { Testing } from "cdktf";

import { ContactCenterStack } from "../../constructs/contact-center-stack";
import type { ContactCenterValue, Environment } from "../../constructs/value/contact-center-value";
import { ENVIRONMENTS, KWGLOBAL } from "../../kwglobal";

export type Attributes = Readonly<Record<string, unknown>>;

/** Terraform as it was synthesized: what stands in cdk.tf.json. */
export class Synthesized {
  public constructor(public readonly json: Readonly<Record<string, unknown>>) {}

  /** The resources (or `data` sources) of one type, by name. */
  public resources(type: string, section: "resource" | "data" = "resource") {
    const all = (this.json[section] ?? {}) as Record<string, Record<string, Attributes>>;
    return Object.fromEntries(
      Object.entries(all[type] ?? {}).map(([name, { "//": _metadata, ...rest }]) => [name, rest]),
    ) as Readonly<Record<string, Attributes>>;
  }

  /** Attributes of one resource, by its address without the section: `aws_connect_queue.sales`. */
  public resource(address: string): Attributes {
    const [type = "", name = ""] = address.split(".");
    const found = this.resources(type)[name];
    if (found === undefined) {
      throw new Error(`${address} was not synthesized`);
    }
    return found;
  }

  /** Every managed resource's address. */
  public addresses(): string[] {
    return Object.entries(this.json.resource as Record<string, object>)
      .flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))
      .sort();
  }

  /** A flow's content, as JSON. */
  public flow(name: string): FlowContent {
    const content = String(this.resource(`aws_connect_contact_flow.${name}`).content);
    return JSON.parse(content) as FlowContent;
  }
}

/** As much of a flow's content as tests look at. */
export interface FlowContent {
  readonly StartAction: string;
  readonly Actions: readonly {
    readonly Identifier: string;
    readonly Type: string;
    readonly Parameters: Attributes;
    readonly Transitions: Attributes;
  }[];
  readonly Metadata: {
    readonly ActionMetadata: Readonly<Record<string, { position: { x: number; y: number } }>>;
  };
}

export const PROD = environment("prod");
export const DEV = environment("dev");

function environment(name: string): Environment {
  const found = ENVIRONMENTS.find((each) => each.name === name);
  if (found === undefined) {
    throw new Error(`there is no environment "${name}"`);
  }
  return found;
}

/** A center, synthesized; KWGlobal's in production unless told otherwise. */
export function synthesize(
  change: Partial<ContactCenterValue> = {},
  where: Environment = PROD,
): Synthesized {
  const stack = new ContactCenterStack(Testing.app(), `kwglobal-${where.name}`, {
    center: { ...KWGLOBAL, ...change },
    environment: where,
  });
  return new Synthesized(JSON.parse(Testing.synth(stack)) as Record<string, unknown>);
}
