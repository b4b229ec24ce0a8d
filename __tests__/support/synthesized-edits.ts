import { Synthesized } from "./synthesized";

type Block = Record<string, unknown>;
type Resources = Record<string, Record<string, Block>>;

/** What an edit of a configuration works with. */
export interface Editor {
  /** A resource that is there, to be changed. */
  readonly resource: (address: string) => Block;
  /** All of a type. */
  readonly all: (type: string) => Block[];
  /** Puts a resource there, or in the place of one. */
  readonly add: (address: string, block: Block) => void;
  /** Takes resources away: one by its address, all by their type. */
  readonly remove: (...addressesOrTypes: readonly string[]) => void;
  /** The whole configuration. */
  readonly json: Record<string, unknown>;
}

/** What is done to a configuration that no value can say. */
export type Edit = (editor: Editor) => void;

/** A copy of what was synthesized, edited. */
export function edited(stack: Synthesized, edit: Edit): Synthesized {
  const json = structuredClone(stack.json) as Record<string, unknown>;
  const resources = json.resource as Resources;
  const find = (address: string) => {
    const [type = "", name = ""] = address.split(".");
    return { type, name, block: resources[type]?.[name] };
  };
  edit({
    json,
    resource: (address) => {
      const { block } = find(address);
      if (!block) throw new Error(`${address} was not synthesized`);
      return block;
    },
    all: (type) => Object.values(resources[type] ?? {}),
    add: (address, block) => {
      const { type, name } = find(address);
      resources[type] = { ...resources[type], [name]: block };
    },
    remove: (...all) => {
      for (const each of all) {
        const { type, name, block } = find(each);
        if (name !== "" && !block) throw new Error(`${each} was not synthesized`);
        if (name === "") Reflect.deleteProperty(resources, type);
        else Reflect.deleteProperty(resources[type] ?? {}, name);
      }
    },
  });
  return new Synthesized(json);
}
