import { Synthesized } from "../../support/synthesized";
import { isObject } from "../paths";

/** A stack with one thing wrong. */
export interface Mutant {
  readonly what: string;
  /** Where the rule must find it. @default - anywhere */
  readonly at?: string;
  readonly stack: Synthesized;
}

/** A stack's JSON, to be changed in place. */
export class Draft {
  public readonly json: Record<string, unknown>;

  public constructor(stack: Synthesized) {
    this.json = structuredClone(stack.json);
  }

  public get stack(): Synthesized {
    return new Synthesized(this.json);
  }

  /** The resources of a type by name, made if there are none. */
  public named(type: string): Record<string, Record<string, unknown>> {
    const resources = this.section("resource");
    resources[type] ??= {};
    return resources[type] as Record<string, Record<string, unknown>>;
  }

  /** The attributes of a resource. */
  public at(address: string): Record<string, unknown> {
    const [type = "", name = ""] = address.split(".");
    const found = this.named(type)[name];
    if (found === undefined) {
      throw new Error(`${address} is not there to be spoiled`);
    }
    return found;
  }

  public remove(address: string): void {
    const [type = "", name = ""] = address.split(".");
    Reflect.deleteProperty(this.named(type), name);
  }

  public add(address: string, attributes: Record<string, unknown>): void {
    const [type = "", name = ""] = address.split(".");
    this.named(type)[name] = attributes;
  }

  /** A part of the configuration such as `provider`, made if it isn't there. */
  public section(name: string): Record<string, unknown> {
    const found = this.json[name];
    if (isObject(found)) {
      return found;
    }
    const made: Record<string, unknown> = {};
    this.json[name] = made;
    return made;
  }
}

/** Ways to break what a predicate asks, each with what is wrong then. */
export type Spoilers = Readonly<Record<string, (draft: Draft) => void>>;

/** A value that must not pass; `undefined` is no value at all. */
export type Spoiled = readonly [what: string, change: (old: unknown) => unknown];
