import { type Mark, mermaidOf } from "../../contact-flow/diagram";
import { fenced, folded } from "../../plan-review/report/markdown";
import type { FlowChange, Version } from "./compare";

/** References as they stand in Terraform's configuration. */
const REFERENCE = /\$\{[\w.]+\}/g;

/**
 * A flow's change for a pull request: what differs block by block, and pictures of before and
 * after in which those blocks stand out. GitHub draws Mermaid in a comment, but no SVG.
 */
export function flowChangeMarkdown(change: FlowChange): string {
  const { name, stacks, before, after } = change;
  const where = stacks.map((stack) => stack.replace(/^kwglobal-/, "")).join(", ");
  const word = before === undefined ? "new" : after === undefined ? "removed" : "changed";
  return [
    `#### ${name} (${word}; ${where})`,
    ...(change.changes.length === 0 ? [] : [fenced("diff", differences(change))]),
    ...picture("Before", before, marksOf(change)),
    ...picture("After", after, marksOf(change)),
  ].join("\n\n");
}

function differences({ changes, before, after }: FlowChange): string {
  const named = (line: string): string =>
    line.replace(REFERENCE, (reference) =>
      line.startsWith("-")
        ? (before?.nameOf(reference) ?? reference)
        : (after?.nameOf(reference) ?? reference),
    );
  return changes
    .map(({ kind, lines: [title = "", ...rest] }) =>
      // GitHub shows such a line as a heading of the diff.
      [`@@ ${kind} ${title} @@`, ...rest.map(named)].join("\n"),
    )
    .join("\n");
}

const marksOf = ({ changes }: FlowChange): ReadonlyMap<string, Mark> =>
  new Map(changes.flatMap(({ action, kind }) => (action === undefined ? [] : [[action, kind]])));

function picture(
  title: string,
  version: Version | undefined,
  marks: ReadonlyMap<string, Mark>,
): string[] {
  if (version === undefined) return [];
  return [folded(title, fenced("mermaid", mermaidOf(version.flow, version.nameOf, marks)))];
}
