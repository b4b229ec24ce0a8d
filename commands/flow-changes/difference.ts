import { type Mark, mermaidOf } from "../../contact-flow/diagram";
import type { FlowDifference } from "../../plan-review/report/flow-changes";
import type { FlowChange, Version } from "./compare";

/** References as they stand in Terraform's configuration. */
const REFERENCE = /\$\{[\w.]+\}/g;

/**
 * A flow's change for a pull request: what differs block by block, and pictures of before and after in
 * which those blocks stand out. GitHub draws Mermaid in a comment, but no SVG.
 */
export function differenceOf(change: FlowChange): FlowDifference {
  const { name, stacks, before, after } = change;
  return {
    name,
    kind: before === undefined ? "new" : after === undefined ? "removed" : "changed",
    environments: stacks.map((stack) => stack.replace(/^kwglobal-/, "")),
    differences: differences(change),
    ...(before && { before: picture(before, marksOf(change)) }),
    ...(after && { after: picture(after, marksOf(change)) }),
  };
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

const picture = ({ flow, nameOf }: Version, marks: ReadonlyMap<string, Mark>): string =>
  mermaidOf(flow, nameOf, marks);
