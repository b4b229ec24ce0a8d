import { blockName } from "../catalog";
import { exitsOf } from "../exits";
import type { Action, Flow } from "../flow";
import { type NameOf, namesInMetadata, summaryOf } from "../summary";
import { visible } from "../visible";
import { flatten, isSameToCallers, matchBlocks } from "./matching";
import { type Way, waysOf } from "./ways";

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
  const ways = waysOf(action).map(({ label, target }) => `${label} → ${target}`);
  return [...summaryOf(action, nameOf), ...ways].map((line) => `${sign} ${line}`);
}

/**
 * What is different in a later version of a flow: blocks that came and went, and of the others what
 * they say and where their branches lead; empty if no caller can tell the versions apart. Blocks whose
 * identifiers were made anew are found by what they are and how they hang together. Positions in the
 * designer are no difference, and neither is the order of conditions of which at most one can hold.
 */
export function diffFlows(before: Flow, after: Flow): readonly Change[] {
  return changesOf(before, after).map((change) => ({
    ...change,
    lines: change.lines.map(visible),
  }));
}

/** Whether blocks have other identifiers in the later version, though nothing else is different. */
export function isRenamed(before: Flow, after: Flow): boolean {
  const ids = new Set(before.Actions.map(({ Identifier }) => Identifier));
  return after.Actions.some(({ Identifier }) => !ids.has(Identifier));
}

function changesOf(before: Flow, after: Flow): readonly Change[] {
  const changes = settingsOf(before, after);
  if (isSameToCallers(before, after)) {
    return changes;
  }
  const old = new Map(before.Actions.map((action) => [action.Identifier, action]));
  const { oldOf, newOf } = matchBlocks(before, after);
  const oldNames = namesInMetadata(before);
  const names = namesInMetadata(after);
  if ((newOf.get(before.StartAction) ?? before.StartAction) !== after.StartAction) {
    changes.push({
      kind: "changed",
      lines: [
        "the beginning",
        `- ${newOf.get(before.StartAction) ?? before.StartAction}`,
        `+ ${after.StartAction}`,
      ],
    });
  }
  for (const [id, action] of old) {
    if (!newOf.has(id)) {
      changes.push({
        kind: "removed",
        action: id,
        lines: [title(action), ...describe(action, "-", oldNames)],
      });
    }
  }
  for (const action of after.Actions) {
    const id = action.Identifier;
    const previous = old.get(oldOf.get(id) ?? "");
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
      ...compareWays(previous, action, newOf),
    ];
    if (lines.length > 0) {
      const was = previous.Identifier === id ? "" : `, was "${previous.Identifier}"`;
      changes.push({ kind: "changed", action: id, lines: [`${title(action)}${was}`, ...lines] });
    }
  }
  return changes;
}

/** A module's contract: what it takes and gives back, and the branches that it returns on. */
function settingsOf(before: Flow, after: Flow): Change[] {
  const settings = ({ Settings }: Flow) => new Map(flatten({ Settings: Settings ?? {} }));
  const lines = compare(settings(before), settings(after));
  return lines.length === 0 ? [] : [{ kind: "changed", lines: ["the settings", ...lines] }];
}

/** Where the branches lead, and which of two that may both hold is asked first. */
function compareWays(
  before: Action,
  after: Action,
  newOf: ReadonlyMap<string, string>,
): readonly string[] {
  const linksOf = (ways: readonly Way[], name = (target: string) => target) =>
    new Map(ways.map(({ label, target }) => [label, name(target)]));
  const renamed = (target: string) => newOf.get(target) ?? target;
  const links = (ways: (action: Action) => readonly Way[]) =>
    compare(linksOf(ways(before), renamed), linksOf(ways(after)));
  const order = (ways: readonly Way[]) => ways.map(({ label }) => label).join(", ");
  const lines = links(waysOf);
  if (lines.length === 0 && order(waysOf(before)) === order(waysOf(after))) {
    return [];
  }
  // Where nothing but the order is different, it is the order that matters.
  const written = links(exitsOf);
  return written.length > 0
    ? written.map((line) => line.replace(": ", " → "))
    : [
        `- asked in this order: ${order(exitsOf(before))}`,
        `+ asked in this order: ${order(exitsOf(after))}`,
      ];
}

/** The changes as text for a pull request. */
export const diffText = (changes: readonly Change[]): string =>
  changes
    .map(({ kind, lines: [first = "", ...rest] }) =>
      [`${kind} ${first}`, ...rest.map((line) => `  ${line}`)].join("\n"),
    )
    .join("\n\n");
