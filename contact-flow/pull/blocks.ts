import { isObject, type JsonObject } from "../json";
import { actionsIn, type Copy } from "./copies";
import { inOrderOf, repeatedIn, textsOf, textIn } from "./nodes";
import type { Put } from "./put";

/** A block of the new template, with the one that it was. */
export interface Block {
  /** The place in the old template; undefined for a block that is new. */
  readonly at: number | undefined;
  readonly node: JsonObject;
  /** Names of the live blocks that it stands for; none of a block that is left out. */
  readonly live: readonly { readonly name: string; readonly copy: Copy | undefined }[];
}

/**
 * The blocks of the new template, in the live flow's order. A repeated block stays one where all of its
 * copies went the same way; what an empty list leaves out stays behind the block it stood behind.
 */
export function putBlocks(
  put: Put,
  template: JsonObject,
  { live, copies }: { readonly live: JsonObject; readonly copies: ReadonlyMap<string, Copy> },
): readonly Block[] {
  const old = actionsIn(template);
  const liveOf = new Map(actionsIn(live).map((action) => [textIn(action.Identifier), action]));
  const blocks: Block[] = [];
  const folded = new Map<number, Block | undefined>();
  for (const [at, action] of old.entries()) {
    const repeated = repeatedIn(action);
    if (repeated === undefined) continue;
    const own = [...copies].filter(([, copy]) => copy.at === at);
    if (own.length === 0 || own.length < put.items(repeated.list).length) continue;
    const node = put.fold(
      repeated.body,
      own.map(([name, { item }]) => ({ live: liveOf.get(name) ?? {}, item })),
    );
    if (!isObject(node)) continue;
    folded.set(at, {
      at,
      node: inOrderOf(action, {
        ...continued(repeated.directives, repeated.body, node),
        ...node,
      }),
      live: own.map(([name, copy]) => ({ name, copy })),
    });
  }
  const emitted = new Set<number>();
  for (const [name, action] of liveOf) {
    const copy = copies.get(name);
    const whole = copy === undefined ? undefined : folded.get(copy.at);
    if (copy === undefined) {
      blocks.push({
        at: undefined,
        node: put.written(action) as JsonObject,
        live: [{ name, copy }],
      });
    } else if (whole !== undefined) {
      if (!emitted.has(copy.at)) blocks.push(whole);
    } else {
      const node = put.node(put.instance(copy.body, copy.item), action) as JsonObject;
      blocks.push({ at: copy.at, node, live: [{ name, copy }] });
    }
    if (copy !== undefined) emitted.add(copy.at);
  }
  return withLeftOut(put, old, blocks);
}

/** A way on that a repeated block has, its `Otherwise` goes as well. */
function continued(directives: JsonObject, before: JsonObject, after: JsonObject): JsonObject {
  const next = (body: JsonObject) =>
    isObject(body.Transitions) ? body.Transitions.NextAction : undefined;
  const [was, is] = [next(before), next(after)];
  return is !== undefined && directives.Otherwise === was && was !== is
    ? { ...directives, Otherwise: is }
    : directives;
}

/** Puts each block that an empty list leaves out back behind the one that it stood behind. */
function withLeftOut(
  put: Put,
  old: readonly JsonObject[],
  blocks: readonly Block[],
): readonly Block[] {
  const all = [...blocks];
  for (const [at, node] of old.entries()) {
    const repeated = repeatedIn(node);
    if (repeated === undefined || put.items(repeated.list).length > 0) continue;
    const before = all.reduce(
      (last, block, index) => (block.at !== undefined && block.at < at ? index : last),
      -1,
    );
    all.splice(before + 1, 0, { at, node, live: [] });
  }
  return all;
}

/** Where each block of a template can lead, whatever its lists hold, by the texts of its names. */
export function waysIn(actions: readonly JsonObject[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    actions.map((action) => [
      textIn(action.Identifier),
      [
        ...textsOf(action.Transitions)
          .filter(([path]) => path.endsWith("NextAction"))
          .map(([, target]) => target),
        ...(typeof action.Otherwise === "string" ? [action.Otherwise] : []),
      ],
    ]),
  );
}

/** The names that can be come to from the first block on. */
export function reachable(
  start: string,
  ways: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(ways.get(name) ?? []));
  }
  return seen;
}
