import { HOLE, type TemplateValues } from "../template/hole";
import { isObject, type Json, type JsonObject } from "../json";
import { type Block } from "./blocks";
import { repeatedIn, textsOf, textIn } from "./nodes";

/** A value that the words of a block no longer follow. */
export interface LostHole {
  readonly block: string;
  /** In the block: `Parameters.Text`. */
  readonly path: string;
  /** The name among the flow's values, of a list with the field: `menuText`, `announcement.text`. */
  readonly value: string;
  /** What the value says. */
  readonly was: string;
  /** What stands there now, if that is a text, or a list of texts. */
  readonly is: string | readonly string[] | undefined;
  /** Whether the hole was all of the text, so that the value could say what is there now. */
  readonly isWhole: boolean;
}

/** A value's hole that is all of its text, itself or as the name of a thing. */
const WHOLE = /^\{\{(?:\w+:\{\{[^{}]+\}\}|[^{}:]+)\}\}$/;

/** The holes for values in the old template's blocks that are gone from the new ones. */
export function lostHoles(
  old: readonly JsonObject[],
  blocks: readonly Block[],
  values: TemplateValues,
): readonly LostHole[] {
  return blocks.flatMap(({ at, node }) => {
    if (at === undefined) return [];
    const kept = new Set(textsOf(node.Parameters).flatMap(([, text]) => valuesIn(text)));
    return textsOf(old[at]?.Parameters, "Parameters").flatMap(([path, text]) =>
      valuesIn(text)
        .filter((value) => !kept.has(value) && isOfValues(value, values))
        .map((value) => ({
          block: textIn(node.Identifier),
          path,
          value,
          was: textOf(value, values),
          is: wordsOf(valueAt(node, path)),
          isWhole: WHOLE.test(text),
        })),
    );
  });
}

/** What stands at a path of a block. */
function valueAt(node: Json, path: string): Json | undefined {
  return path.split(/\.|(?=\[)/).reduce<Json | undefined>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key.slice(1, -1))];
    return isObject(inner) ? inner[key] : undefined;
  }, node);
}

function wordsOf(json: Json | undefined): LostHole["is"] {
  if (!Array.isArray(json)) return typeof json === "string" ? json : undefined;
  return json.every((each) => typeof each === "string") ? json : undefined;
}

/** Whether a name is one of the values' own: an entry's texts are their list's. */
const isOfValues = (name: string, values: TemplateValues): boolean => values[name] !== undefined;

/** The names of values in a text's holes. */
const valuesIn = (text: string): readonly string[] =>
  [...text.matchAll(HOLE)].flatMap(
    ([, kind, inner, name]) => inner ?? (kind === undefined ? (name ?? []) : []),
  );

function textOf(name: string, values: TemplateValues): string {
  const value = values[name];
  if (typeof value === "string") return value;
  return (value ?? []).filter((each) => typeof each === "string").join(", ");
}

/** What is no longer repeated: the list, and the block where that is so. */
export interface Unrolled {
  readonly list: string;
  readonly block: string;
}

/** The lists of which the new template no longer repeats something. */
export function unrolledLists(
  old: readonly JsonObject[],
  blocks: readonly Block[],
): readonly Unrolled[] {
  return blocks.flatMap(({ at, node }) => {
    const before = at === undefined ? undefined : old[at];
    const block = textIn(node.Identifier);
    const lists = [...listsIn(before)];
    for (const list of listsIn(node)) {
      if (lists.includes(list)) lists.splice(lists.indexOf(list), 1);
    }
    return [...new Set(lists)].map((list) => ({ list, block }));
  });
}

/** The lists that a node repeats something for, once for each time; not of those left out within. */
function listsIn(node: Json | undefined): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(listsIn);
  if (!isObject(node)) return [];
  const own = repeatedIn(node)?.list;
  return [...(own === undefined ? [] : [own]), ...Object.values(node).flatMap(listsIn)];
}
