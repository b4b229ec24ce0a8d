import type { Item } from "../template/rendering";
import { isObject, type Json } from "../json";
import { repeatedIn, same, textsOf } from "./nodes";

/** Tells what a template's nodes render to. */
export interface Renderer {
  /** The entries of a list that is repeated for. */
  items(list: string): readonly Item[];
  render(node: Json, item?: Item): Json;
}

/** What an element of a template's list renders to, and where that is in the live list. */
export interface Slot {
  /** The element's place in the template's list. */
  readonly element: number;
  readonly item: Item | undefined;
  /** The place in the live list; undefined where it is gone. */
  readonly at: number | undefined;
}

/** Which live element each rendered one has become, in order, so that the likest are together. */
export function align(
  renderer: Renderer,
  template: readonly Json[],
  live: readonly Json[],
  item?: Item,
): { readonly partners: readonly Slot[]; readonly added: readonly number[] } {
  const slots = template.flatMap((child, element) => {
    const repeated = repeatedIn(child);
    return repeated === undefined
      ? [{ element, item, rendered: renderer.render(child, item) }]
      : renderer.items(repeated.list).map((each) => ({
          element,
          item: each,
          rendered: renderer.render(repeated.body, each),
        }));
  });
  const pairs = pairsOf(
    slots.map(({ rendered }) => rendered),
    live,
  );
  const taken = new Set(pairs.values());
  return {
    partners: slots.map(({ element, item: own }, index) => ({
      element,
      item: own,
      at: pairs.get(index),
    })),
    added: live.flatMap((_, index) => (taken.has(index) ? [] : index)),
  };
}

/** The longest common subsequence, weighed by how alike the elements are. */
function pairsOf(before: readonly Json[], after: readonly Json[]): ReadonlyMap<number, number> {
  const best = before.map(() => new Array<number>(after.length + 1).fill(0));
  best.push(new Array<number>(after.length + 1).fill(0));
  const like = before.map((one) => after.map((other) => likeness(one, other)));
  const weight = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const paired = (like[row]?.[column] ?? 0) + weight(row + 1, column + 1);
      const line = best[row];
      if (line) line[column] = Math.max(paired, weight(row + 1, column), weight(row, column + 1));
    }
  }
  const pairs = new Map<number, number>();
  let [row, column] = [0, 0];
  while (row < before.length && column < after.length) {
    const own = like[row]?.[column] ?? 0;
    if (own > 0 && weight(row, column) === own + weight(row + 1, column + 1)) {
      pairs.set(row++, column++);
    } else if (weight(row, column) === weight(row + 1, column)) row++;
    else column++;
  }
  return pairs;
}

/** What says most of what an element is: which key was pressed, which error has come. */
const TELLING = /^(Condition|ErrorType|Identifier|Type)\b/;

function likeness(one: Json, other: Json): number {
  if (same(one, other)) return 1000;
  if (isObject(one) !== isObject(other) || Array.isArray(one) !== Array.isArray(other)) return 0;
  if (!isObject(one) || !isObject(other)) return 1;
  const texts = new Map(textsOf(one));
  const shared = textsOf(other).filter(([path, text]) => texts.get(path) === text);
  const operands = same(one.Condition, other.Condition) && one.Condition !== undefined ? 50 : 0;
  const telling = shared.filter(([path]) => TELLING.test(path)).length;
  return 1 + operands + 5 * telling + shared.length;
}
