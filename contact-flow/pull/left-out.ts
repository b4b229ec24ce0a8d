import { isObject, type Json, type JsonObject } from "../json";
import { type Block, reachable, waysIn } from "./blocks";
import { actionsIn } from "./copies";
import { mapTexts, repeatedIn, textsOf, textIn } from "./nodes";
import type { Put } from "./put";

const WAYS: ReadonlySet<string> = new Set(["NextAction", "Otherwise"]);

/**
 * The old template with the ways on of blocks that are left out at present led to where the blocks
 * before them lead now; undefined where there is nothing to lead anew. A block that somebody put behind
 * them then comes after them once they are there.
 */
export function retargeted(
  old: JsonObject,
  template: JsonObject,
  put: Put,
): JsonObject | undefined {
  const leftOut = new Map(
    actionsIn(old)
      .filter((action) => {
        const repeated = repeatedIn(action);
        return repeated !== undefined && put.items(repeated.list).length === 0;
      })
      .map((action) => [textIn(action.Identifier), action] as const),
  );
  const wanted = targetsOf(old, template, leftOut);
  let result: JsonObject | undefined;
  for (const [name, targets] of wanted) {
    const [target, other] = targets;
    if (target === undefined || other !== undefined || target === name) continue;
    const part = reachable(name, waysIn([...leftOut.values()]));
    const last = endOf(name, leftOut);
    const lead = (action: Json): Json =>
      part.has(textIn((action as JsonObject).Identifier)) &&
      leftOut.has(textIn((action as JsonObject).Identifier))
        ? mapTexts(action, (text, key) => (WAYS.has(key) && text === last ? target : text))
        : action;
    const from = result ?? old;
    result = { ...from, Actions: actionsIn(from).map(lead) };
  }
  return result;
}

/** Where the blocks led that led to one that is left out, by its name. */
function targetsOf(
  old: JsonObject,
  template: JsonObject,
  leftOut: ReadonlyMap<string, JsonObject>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const now = new Map(actionsIn(template).map((each) => [textIn(each.Identifier), each]));
  const wanted = new Map<string, Set<string>>();
  const want = (was: string, is: string | undefined) => {
    if (!leftOut.has(was) || is === undefined) return;
    wanted.set(was, (wanted.get(was) ?? new Set()).add(is));
  };
  want(textIn(old.StartAction), textIn(template.StartAction));
  for (const action of actionsIn(old)) {
    const name = textIn(action.Identifier);
    if (leftOut.has(name)) continue;
    const ways = new Map(textsOf(now.get(name)?.Transitions));
    for (const [path, was] of textsOf(action.Transitions)) {
      if (path.endsWith("NextAction")) want(was, ways.get(path));
    }
  }
  return wanted;
}

/** What comes in place of a block that is left out, and of those after it. */
function endOf(name: string, leftOut: ReadonlyMap<string, JsonObject>): string {
  const passed = new Set<string>();
  let at = name;
  while (leftOut.has(at) && !passed.has(at)) {
    passed.add(at);
    at = textIn(leftOut.get(at)?.Otherwise);
  }
  return at;
}

/**
 * The blocks with what led to a block that is gone leading to where that one led, also where this is a
 * block that is left out at present: in the live flow it can't be seen.
 */
export function withHeirs(
  put: Put,
  blocks: readonly Block[],
  old: readonly JsonObject[],
): readonly Block[] {
  const kept = new Set(blocks.flatMap(({ at }) => at ?? []));
  const gone = new Map(
    old.flatMap((action, at) => {
      const next = isObject(action.Transitions) ? textIn(action.Transitions.NextAction) : "";
      return kept.has(at) || next === "" ? [] : [[textIn(action.Identifier), next] as const];
    }),
  );
  const heirOf = (name: string): string => {
    const passed = new Set<string>();
    let heir = name;
    while (gone.has(heir) && !passed.has(heir)) {
      passed.add(heir);
      heir = gone.get(heir) ?? heir;
    }
    return heir;
  };
  return blocks.map((block) => {
    const was = block.at === undefined ? undefined : old[block.at];
    const led = new Map(textsOf(was?.Transitions));
    const lead = (node: Json, path: string): Json => {
      if (Array.isArray(node)) return node.map((each, index) => lead(each, `${path}[${index}]`));
      if (isObject(node)) {
        return Object.fromEntries(
          Object.entries(node).map(([key, each]) => [
            key,
            lead(each, path === "" ? key : `${path}.${key}`),
          ]),
        );
      }
      const before = led.get(path);
      if (typeof node !== "string" || before === undefined || !gone.has(before)) return node;
      const heir = heirOf(before);
      return path.endsWith("NextAction") && put.comesTo(heir) === node ? heir : node;
    };
    const { Transitions: transitions, Otherwise: otherwise } = block.node;
    const heir = heirOf(textIn(was?.Otherwise));
    const inherits = otherwise !== was?.Otherwise && put.comesTo(heir) === otherwise;
    const node = { ...block.node, ...(inherits && { Otherwise: heir }) };
    return {
      ...block,
      node: transitions === undefined ? node : { ...node, Transitions: lead(transitions, "") },
    };
  });
}

/** The blocks with the names by which others are called now, also where no live block says so. */
export function withNewNames(
  blocks: readonly Block[],
  old: readonly JsonObject[],
): readonly Block[] {
  const names = new Set(blocks.map(({ node }) => textIn(node.Identifier)));
  const renamed = new Map<string, string>();
  for (const { at, node } of blocks) {
    const was = at === undefined ? "" : textIn(old[at]?.Identifier);
    if (was !== "" && !names.has(was)) renamed.set(was, textIn(node.Identifier));
  }
  if (renamed.size === 0) return blocks;
  return blocks.map((block) => {
    const rename = (text: string, key: string) =>
      (block.live.length === 0 ? WAYS.has(key) : key === "Otherwise")
        ? (renamed.get(text) ?? text)
        : text;
    return { ...block, node: mapTexts(block.node, rename) as JsonObject };
  });
}
