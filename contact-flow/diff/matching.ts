import type { Action, Flow } from "../flow";
import type { Json } from "../json";
import { isSameKind, remembers, waysOf } from "./ways";

/** Which block of the old version each block of the new one is, both by Identifier. */
export interface Matching {
  readonly oldOf: ReadonlyMap<string, string>;
  readonly newOf: ReadonlyMap<string, string>;
}

type Actions = ReadonlyMap<string, Action>;

/** Parameters by their dotted names, in the order of the file. A number is as good as its text. */
export function flatten(value: Json | undefined, path = ""): [string, string][] {
  if (typeof value !== "object" || value === null) {
    return value === undefined ? [] : [[path, value === null ? "(null)" : String(value)]];
  }
  const entries = Object.entries(value);
  if (entries.length === 0 && path !== "") {
    return [[path, Array.isArray(value) ? "(none)" : "(empty)"]];
  }
  return entries.flatMap(([key, entry]) =>
    flatten(entry, path === "" ? key : Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  );
}

/** What a block is, whatever it is called and wherever it leads. */
export const contentOf = ({ Type, Parameters }: Action): string =>
  JSON.stringify([Type, flatten(Parameters).sort(([a], [b]) => (a < b ? -1 : 1))]);

export const actionsOf = (flow: Flow): Actions =>
  new Map(flow.Actions.map((action) => [action.Identifier, action]));

/** The pairs that calls come through together, from a pair on; undefined if they part anywhere. */
function inStep(
  before: Actions,
  after: Actions,
  start: readonly [string, string],
): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const pairs = new Map<string, Set<string>>();
  const backwards = new Map<string, string>();
  const open = [start];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [one, other] = pair;
    if (pairs.get(one)?.has(other) === true) continue;
    pairs.set(one, (pairs.get(one) ?? new Set()).add(other));
    const [old, now] = [before.get(one), after.get(other)];
    if (old === undefined && now === undefined) continue;
    if (old === undefined || now === undefined || contentOf(old) !== contentOf(now)) {
      return undefined;
    }
    // What an action remembers, it remembers under its own name: two of them are never one.
    if (remembers(old)) {
      if (pairs.get(one)?.size !== 1 || (backwards.get(other) ?? one) !== one) return undefined;
      backwards.set(other, one);
    }
    const [ways, others] = [waysOf(old), waysOf(now)];
    if (ways.length !== others.length) return undefined;
    for (const [at, { label, target }] of ways.entries()) {
      const way = others[at];
      if (way?.label !== label) return undefined;
      open.push([target, way.target]);
    }
  }
  return pairs;
}

/** Whether no caller can tell the two versions apart, whatever their blocks are called. */
export const isSameToCallers = (before: Flow, after: Flow): boolean =>
  inStep(actionsOf(before), actionsOf(after), [before.StartAction, after.StartAction]) !==
  undefined;

/**
 * Finds each block of the old version in the new one: by its name, by how the blocks hang together from
 * the start, and by what it says and does.
 */
export function matchBlocks(before: Flow, after: Flow): Matching {
  const [old, now] = [actionsOf(before), actionsOf(after)];
  const newOf = new Map<string, string>();
  const oldOf = new Map<string, string>();
  const match = (one: string, other: string): boolean => {
    const [was, is] = [old.get(one), now.get(other)];
    if (was === undefined || is === undefined || newOf.has(one) || oldOf.has(other)) return false;
    if (one !== other && !isSameKind(was, is)) return false;
    newOf.set(one, other);
    oldOf.set(other, one);
    return true;
  };
  const open: string[] = [];
  const take = (one: string, other: string): void => {
    if (match(one, other)) open.push(one);
  };
  /** Whether it could only be a name that was made anew: nothing of the other version has it. */
  const isNew = (one: string, other: string): boolean => !now.has(one) && !old.has(other);
  for (const id of old.keys()) {
    if (now.has(id)) take(id, id);
  }
  const follow = (): void => {
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const [was, is] = [old.get(one), now.get(newOf.get(one) ?? "")];
      const targets = new Map(
        is === undefined ? [] : waysOf(is).map((way) => [way.label, way.target]),
      );
      for (const { label, target } of was === undefined ? [] : waysOf(was)) {
        const other = targets.get(label);
        if (other !== undefined && isNew(target, other)) take(target, other);
      }
    }
  };
  if (isNew(before.StartAction, after.StartAction)) take(before.StartAction, after.StartAction);
  // What is alike comes before what only stands in the same place.
  const byContent = new Map<string, string[]>();
  for (const [id, action] of now) {
    const alike = byContent.get(contentOf(action)) ?? [];
    byContent.set(contentOf(action), [...alike, id]);
  }
  for (const [id, action] of old) {
    const alike = (byContent.get(contentOf(action)) ?? []).filter((other) => isNew(id, other));
    const [only, ...more] = alike;
    const twins = [...old].filter(
      ([other, each]) => !now.has(other) && contentOf(each) === contentOf(action),
    );
    if (only !== undefined && more.length === 0 && twins.length === 1) take(id, only);
  }
  follow();
  return { oldOf, newOf };
}
