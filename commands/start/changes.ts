import { diffFlows } from "../../contact-flow/diff";
import { parseFlow } from "../../contact-flow/flow";
import type { Stack } from "../../sandbox/terraform/stack";
import type { ChangeView } from "../../sandbox/telephone/views";
import type { PlannedChange } from "../../sandbox/terraform/terraform";

const FLOW = "aws_connect_contact_flow";

/** What an apply has changed; of a flow, block by block. */
export function changesOf(
  changed: readonly PlannedChange[],
  before: Stack,
  after: Stack,
): ChangeView[] {
  return changed.map((change) => ({ ...change, lines: flowLines(change, before, after) }));
}

function flowLines({ address }: PlannedChange, before: Stack, after: Stack): string[] {
  const [old, now] = [contentAt(address, before), contentAt(address, after)];
  if (old === undefined || now === undefined) return [];
  return diffFlows(parseFlow(old), parseFlow(now)).flatMap(
    ({ kind, lines: [title = "", ...rest] }) => [
      kind === "changed" ? title : `${title}, ${kind}`,
      ...rest,
    ],
  );
}

function contentAt(address: string, { resource = {} }: Stack): string | undefined {
  const [type = "", name = ""] = address.split(".");
  const content = type === FLOW ? resource[FLOW]?.[name]?.content : undefined;
  return typeof content === "string" ? content : undefined;
}

/** Terraform's signs. */
const SIGNS: Readonly<Record<string, string>> = {
  create: "+",
  update: "~",
  delete: "-",
  replace: "-/+",
};

/** The changes as text for a terminal. */
export function changesText(changes: readonly ChangeView[]): string {
  return changes
    .map(({ address, action, lines }) =>
      [`${SIGNS[action] ?? action} ${address}`, ...lines.map((line) => `    ${line}`)].join("\n"),
    )
    .join("\n");
}
