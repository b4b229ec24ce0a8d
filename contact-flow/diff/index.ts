import { blockName } from "../catalog";
import { exitsOf } from "../exits";
import type { Action, Flow, Json } from "../flow";
import { type NameOf, namesInMetadata, summaryOf } from "../summary";
import { visible } from "../visible";

/**
 * A change of one action, or of the flow's beginning, in lines of which the first names it. No text of
 * the flow ends a line, or hides a part of one.
 */
export interface Change {
  readonly kind: "added" | "removed" | "changed";
  /** The Identifier; undefined for the flow itself. */
  readonly action?: string;
  readonly lines: readonly string[];
}

const title = (action: Action): string => {
  const block = blockName(action);
  return action.Identifier === block ? `"${block}"` : `"${action.Identifier}" (${block})`;
};

const waysOf = (action: Action): string[] =>
  exitsOf(action).map(({ label, target }) => `${label} → ${target}`);

/** Parameters by their dotted names, in the order of the file. */
function flatten(value: Json | undefined, path = ""): [string, string][] {
  if (typeof value !== "object" || value === null) {
    return value === undefined ? [] : [[path, String(value)]];
  }
  return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, entry]) =>
    flatten(entry, path === "" ? key : Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  );
}

function compare(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was === is) {
      return [];
    }
    return [
      ...(was === undefined ? [] : [`- ${key}: ${was}`]),
      ...(is === undefined ? [] : [`+ ${key}: ${is}`]),
    ];
  });
}

function describe(action: Action, sign: string, nameOf: NameOf): string[] {
  return [...summaryOf(action, nameOf), ...waysOf(action)].map((line) => `${sign} ${line}`);
}

const linksOf = (action: Action): Map<string, string> =>
  new Map(exitsOf(action).map(({ label, target }) => [label, target]));

/**
 * What is different in a later version of a flow: blocks that came and went, and of the others what
 * they say and where their branches lead. Positions in the designer are no difference.
 */
export function diffFlows(before: Flow, after: Flow): readonly Change[] {
  return changesOf(before, after).map((change) => ({
    ...change,
    lines: change.lines.map(visible),
  }));
}

function changesOf(before: Flow, after: Flow): readonly Change[] {
  const old = new Map(before.Actions.map((action) => [action.Identifier, action]));
  const now = new Map(after.Actions.map((action) => [action.Identifier, action]));
  const oldNames = namesInMetadata(before);
  const names = namesInMetadata(after);
  const changes: Change[] = [];
  if (before.StartAction !== after.StartAction) {
    changes.push({
      kind: "changed",
      lines: ["the beginning", `- ${before.StartAction}`, `+ ${after.StartAction}`],
    });
  }
  for (const [id, action] of old) {
    if (!now.has(id)) {
      changes.push({
        kind: "removed",
        action: id,
        lines: [title(action), ...describe(action, "-", oldNames)],
      });
    }
  }
  for (const [id, action] of now) {
    const previous = old.get(id);
    if (previous === undefined) {
      changes.push({
        kind: "added",
        action: id,
        lines: [title(action), ...describe(action, "+", names)],
      });
      continue;
    }
    const lines = [
      ...compare(new Map([["Type", previous.Type]]), new Map([["Type", action.Type]])),
      ...compare(new Map(flatten(previous.Parameters)), new Map(flatten(action.Parameters))),
      ...compare(linksOf(previous), linksOf(action)).map((line) => line.replace(": ", " → ")),
    ];
    if (lines.length > 0) {
      changes.push({ kind: "changed", action: id, lines: [title(action), ...lines] });
    }
  }
  return changes;
}

/** The changes as text for a pull request. */
export const diffText = (changes: readonly Change[]): string =>
  changes
    .map(({ kind, lines: [first = "", ...rest] }) =>
      [`${kind} ${first}`, ...rest.map((line) => `  ${line}`)].join("\n"),
    )
    .join("\n\n");
