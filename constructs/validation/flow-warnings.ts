import type { Finding } from "../../contact-flow/lint";
import type { Origin } from "../../contact-flow/template";
import type { FlowValue } from "../value/contact-center-value";
import type { Warning } from "./warnings/warning";

/** What the lint found, and the value of the flow that causes it. */
export type PlacedFinding = Finding & { readonly origin: Origin };

/** The warnings of a flow; of one as it was found, one for each rule. */
export function flowWarnings(
  { name, template, asFound = false }: FlowValue,
  findings: readonly PlacedFinding[],
): Warning[] {
  const file = `flow-templates/${template}`;
  return asFound
    ? warningsByRule(file, findings)
    : findings.map((finding) => warningOf(name, file, finding));
}

/** One warning for each rule, with the first block: a flow of somebody else may have hundreds. */
function warningsByRule(file: string, findings: readonly PlacedFinding[]): Warning[] {
  return [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => {
    const [first, ...others] = findings.filter((each) => each.rule === rule);
    if (first === undefined) return [];
    const { action, message, fix = "mend it" } = first;
    const block = action === undefined ? "" : `"${action}": `;
    const more = others.length === 0 ? "" : `, and ${others.length} more`;
    return [{ rule, place: file, problem: `${block}${message}${more}`, cure: fix }];
  });
}

/** A warning for a finding that a person should decide about, at the value that causes it, if any. */
function warningOf(flow: string, file: string, finding: PlacedFinding): Warning {
  const { rule, action, message, fix, origin } = finding;
  const place =
    origin.value === undefined
      ? [file, origin.template].filter((part) => part !== "").join(", ")
      : `flow "${flow}", ${origin.value.place}`;
  const problem = action === undefined ? message : `"${action}": ${message}`;
  return { rule, place, problem, cure: fix ?? "mend it" };
}
