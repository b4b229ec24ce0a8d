import { type Item, ROW_HEIGHT } from "../template/rendering";
import { isObject, type Json, type JsonObject } from "../json";
import type { Block } from "./blocks";
import { inOrderOf, repeatedIn, textIn } from "./nodes";
import type { Put } from "./put";

/** The console's drawing: where blocks lie, what it shows of their references, people's comments. */
export function putDrawing(
  put: Put,
  {
    template,
    live,
    blocks,
    old,
  }: {
    readonly template: Json | undefined;
    readonly live: Json | undefined;
    readonly blocks: readonly Block[];
    /** The template's actions. */
    readonly old: readonly JsonObject[];
  },
): Json | undefined {
  if (live === undefined) return undefined;
  if (!isObject(template) || !isObject(live)) return put.written(live);
  const { ActionMetadata: before = {}, ...others } = template;
  const { ActionMetadata: after = {}, ...rest } = live;
  if (!isObject(before) || !isObject(after)) return put.node(template, live);
  const drawn = drawnBlocks(put, { before, after, blocks, old });
  const around = put.object(others, rest);
  return inOrderOf(template, {
    ...around,
    ...(live.ActionMetadata !== undefined && { ActionMetadata: drawn }),
  });
}

interface Drawings {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly blocks: readonly Block[];
  readonly old: readonly JsonObject[];
}

function drawnBlocks(put: Put, { before, after, blocks, old }: Drawings): JsonObject {
  const result: Record<string, Json> = {};
  const seen = new Set<string>();
  const entries: [number, string, Json][] = [];
  const places = new Map(Object.keys(before).map((key, index) => [key, index]));
  for (const { at, node, live } of blocks) {
    const was = at === undefined ? undefined : old[at];
    const wasKey = textIn(was?.Identifier);
    const drawing = before[wasKey];
    live.forEach(({ name }) => seen.add(name));
    const own = ownDrawing(put, drawing, {
      isRepeated: repeatedIn(node) !== undefined,
      live: live.map(({ name, copy }) => ({ live: after[name], item: copy?.item })),
    });
    if (own !== undefined) {
      entries.push([places.get(wasKey) ?? Infinity, textIn(node.Identifier), own]);
    }
  }
  // Stable: what is new stays in the blocks' order, at the end.
  entries.sort(([one], [other]) => (one === other ? 0 : one - other));
  for (const [, key, own] of entries) result[key] = own;
  for (const [name, own] of Object.entries(after)) {
    if (!seen.has(name)) result[name] = put.written(own);
  }
  return result;
}

function ownDrawing(
  put: Put,
  drawing: Json | undefined,
  {
    isRepeated,
    live,
  }: {
    readonly isRepeated: boolean;
    readonly live: readonly { readonly live: Json | undefined; readonly item: Item | undefined }[];
  },
): Json | undefined {
  const [first] = live;
  // Left out at present: nothing says that it has changed.
  if (first === undefined) return drawing;
  const repeated = repeatedIn(drawing);
  if (!isRepeated) {
    if (first.live === undefined) return undefined;
    const own = repeated === undefined ? drawing : put.instance(repeated.body, first.item);
    return own === undefined ? put.written(first.live) : put.node(own, first.live);
  }
  if (repeated === undefined) return drawing;
  const there = live.flatMap(({ live: now, item }, row) =>
    now === undefined ? [] : [{ live: movedUp(now, row), item }],
  );
  if (there.length < live.length) return there.length === 0 ? undefined : drawing;
  const folded = put.fold(repeated.body, there);
  // Copies that a person has drawn apart can't be said: they stay where the template draws them.
  return isObject(folded) && isObject(drawing)
    ? inOrderOf(drawing, { ...repeated.directives, ...folded })
    : drawing;
}

/** Where the first of the copies lies, of which each is drawn a row below the last. */
function movedUp(drawing: Json, rows: number): Json {
  if (rows === 0 || !isObject(drawing) || !isObject(drawing.position)) return drawing;
  const { position } = drawing;
  return { ...drawing, position: { ...position, y: Number(position.y) - rows * ROW_HEIGHT } };
}
