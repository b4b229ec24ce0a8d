import { isObject, type Json } from "../json";
import type { Node } from "./rule";

/** A text that stands somewhere in an action's parameters, as it is written. */
export interface PlacedText {
  readonly path: string;
  readonly text: string;
}

/** The texts of each action, found once for the rules that read them. */
const found = new WeakMap<Node, readonly PlacedText[]>();

/** Every text in the parameters of an action, with its place. */
export function textsIn(node: Node): readonly PlacedText[] {
  let texts = found.get(node);
  if (texts === undefined) {
    const all: PlacedText[] = [];
    gather(node.action.Parameters, `${node.path}.Parameters`, all);
    texts = all;
    found.set(node, texts);
  }
  return texts;
}

function gather(value: Json | undefined, path: string, texts: PlacedText[]): void {
  if (typeof value === "string") {
    texts.push({ path, text: value });
  } else if (Array.isArray(value)) {
    value.forEach((entry, at) => {
      gather(entry, `${path}[${at}]`, texts);
    });
  } else if (isObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      gather(entry, `${path}.${key}`, texts);
    }
  }
}
