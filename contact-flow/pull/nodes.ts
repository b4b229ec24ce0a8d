import { isDeepStrictEqual } from "node:util";

import { isObject, type Json, type JsonObject } from "../json";

/** The text, or an empty one where there is none. */
export const textIn = (json: Json | undefined): string => (typeof json === "string" ? json : "");

/** Whether the two are the same JSON; the order of an object's keys is none of it. */
export const same = (one: Json | undefined, other: Json | undefined): boolean =>
  isDeepStrictEqual(one, other);

/** An object that is repeated for each entry of a list of the flow's values. */
export interface Repeated {
  readonly list: string;
  readonly body: JsonObject;
  /** What of it is no part of the flow: `ForEach`, and `Otherwise` of a block. */
  readonly directives: JsonObject;
}

/** What a template's node repeats; undefined where it stands for itself. */
export function repeatedIn(node: Json | undefined): Repeated | undefined {
  if (!isObject(node) || typeof node.ForEach !== "string") return undefined;
  const { ForEach, Otherwise, ...body } = node;
  return {
    list: node.ForEach,
    body,
    directives: { ForEach, ...(Otherwise !== undefined && { Otherwise }) },
  };
}

/** A changed object with its keys in the order that they had, so that what hasn't changed doesn't move. */
export function inOrderOf(original: JsonObject, changed: JsonObject): JsonObject {
  const keys = [...new Set([...Object.keys(original), ...Object.keys(changed)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = changed[key];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** Each text of a node, keys left out, with the path to it. */
export function textsOf(node: Json | undefined, path = ""): [path: string, text: string][] {
  if (typeof node === "string") return [[path, node]];
  if (Array.isArray(node)) {
    return node.flatMap((each, index) => textsOf(each, `${path}[${index}]`));
  }
  return isObject(node)
    ? Object.entries(node).flatMap(([key, each]) =>
        textsOf(each, path === "" ? key : `${path}.${key}`),
      )
    : [];
}

/** The same node with each text replaced; `key` is the name that it stands under. */
export function mapTexts(
  node: Json,
  change: (text: string, key: string) => string,
  key = "",
): Json {
  if (typeof node === "string") return change(node, key);
  if (Array.isArray(node)) return node.map((each) => mapTexts(each, change, key));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, each]) => [name, mapTexts(each, change, name)]),
  );
}
