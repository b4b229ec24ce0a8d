import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { type Finding, lintFlow } from "../../contact-flow/lint";
import {
  type Origin,
  TemplateError,
  type TemplateFault,
  tryTemplate,
} from "../../contact-flow/template";
import type { ContactCenterValue, FlowValue, HoursOfOperationValue } from "../contact-center-value";
import { namesInHoles } from "../flow-holes";
import { connectHours } from "../hours-of-operation";
import type { Report } from "./fault";
import type { Warning } from "./warnings/warning";

/** What the lint has found, and what has brought it in. */
type PlacedFinding = Finding & { readonly origin: Origin };

const TEMPLATES = join(__dirname, "..", "..", "flow-templates");

/**
 * Judges each flow as its template and its values make it, before anything is planned: Terraform
 * would show Amazon Connect's refusal without its reasons. A fault that a value brings in is told at
 * the value.
 *
 * @param schedules - Those without a fault of their own: prompts are compared with them.
 * @returns Warnings.
 */
export function checkFlows(
  center: ContactCenterValue,
  schedules: readonly HoursOfOperationValue[],
  report: Report,
): readonly Warning[] {
  return center.flows.flatMap((flow) => {
    const hours = schedules.find(({ name }) => name === flow.announces);
    return checkFlow(flow, center, hours, report);
  });
}

function checkFlow(
  flow: FlowValue,
  center: ContactCenterValue,
  hours: HoursOfOperationValue | undefined,
  report: Report,
): Warning[] {
  const file = `flow-templates/${flow.template}`;
  const tell = (fault: TemplateFault) => {
    report(...toldAt(flow.name, file, fault));
  };
  try {
    const rendered = render(flow, standIns(center));
    // References reports a template that isn't there.
    if (rendered === undefined) return [];
    const { content, originOf, faults } = rendered;
    faults.forEach(tell);
    const findings = lint(flow, center, hours, content)
      .map((finding) => ({ ...finding, origin: originOf(finding.path ?? "") }))
      // What a wrong value makes of a flow is wrong, too.
      .filter(({ origin }) => !faults.some((fault) => isSame(fault, origin)));
    firstOfEach(findings.filter(({ level }) => level === "error")).forEach((finding) => {
      tell({ ...finding.origin, problem: problemOf(finding) });
    });
    return findings
      .filter(({ level }) => level === "warning")
      .map((finding) => warningOf(flow.name, file, finding));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    for (const { problem } of error.faults) report(error.file, problem);
    return [];
  }
}

/**
 * The queues to which a flow leads, whatever callers press; none of a template that can't be read, which
 * {@link checkFlows} reports.
 */
export const queuesInFlows = (flow: FlowValue, center: ContactCenterValue): readonly string[] =>
  namesInFlow(flow, center, "queue");

/** The things of a kind that a flow names; none of a template that can't be read. */
export function namesInFlow(
  flow: FlowValue,
  center: ContactCenterValue,
  kind: "queue" | "module",
): readonly string[] {
  const used = new Set<string>();
  const resources = standIns(center, (of, name) => {
    if (of === kind) used.add(name);
  });
  try {
    render(flow, resources);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
  }
  return [...used];
}

/** The flow as its template and values make it; undefined if the template isn't there. */
function render({ template, values }: FlowValue, resources: ReturnType<typeof standIns>) {
  const path = join(TEMPLATES, template);
  if (!existsSync(path)) return undefined;
  const file = `flow-templates/${template}`;
  return tryTemplate(readFileSync(path, "utf8"), { file, values, resources });
}

function lint(
  { type }: FlowValue,
  { allowedDestinations = [] }: ContactCenterValue,
  hours: HoursOfOperationValue | undefined,
  content: string,
): Finding[] {
  return lintFlow(content, {
    type,
    origin: "rendered",
    ...(hours && { hours: connectHours(hours) }),
    allowedDestinations,
  });
}

/** One finding of a rule for each value: wrong opening hours are found for each day of the week. */
function firstOfEach(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return findings.filter(
    ({ rule, origin }, index) =>
      origin.value === undefined ||
      findings.findIndex(
        (other) => other.rule === rule && other.origin.value?.place === origin.value?.place,
      ) === index,
  );
}

/** A reference of Terraform's for each thing: its id is known after the apply only. */
function standIns(
  center: ContactCenterValue,
  use: (kind: string, name: string) => void = () => undefined,
) {
  return Object.fromEntries(
    Object.entries(namesInHoles(center)).map(([kind, names]) => [
      kind,
      {
        names,
        idOf: (name: string) => {
          use(kind, name);
          return `\${${kind}.${name}}`;
        },
      },
    ]),
  );
}

/** The place and the problem of a fault: the value, where one has brought it in. */
function toldAt(flow: string, file: string, fault: TemplateFault): [string, string] {
  const { value, template, problem } = fault;
  if (value !== undefined) return [`flow "${flow}"`, `${value.place}: ${problem}`];
  return [template === "" ? file : `${file}, ${template}`, problem];
}

/** A finding that a person should decide on, at the value that has brought it in, if any. */
function warningOf(flow: string, file: string, finding: PlacedFinding): Warning {
  const { rule, action, message, fix, origin } = finding;
  const place =
    origin.value === undefined
      ? [file, origin.template].filter((part) => part !== "").join(", ")
      : `flow "${flow}", ${origin.value.place}`;
  const problem = action === undefined ? message : `"${action}": ${message}`;
  return { rule, place, problem, cure: fix ?? "mend it" };
}

function isSame(fault: TemplateFault, origin: Origin): boolean {
  return fault.value === undefined
    ? fault.template === origin.template
    : fault.value.place === origin.value?.place;
}

function problemOf({ rule, action, message, fix, origin }: PlacedFinding): string {
  const block = action === undefined ? "" : `"${action}": `;
  const cure = fix === undefined ? "" : `; ${fix}`;
  if (origin.value === undefined) return `${block}${message}${cure} [${rule}]`;
  // Amazon Connect's own words name a place of the rendered flow, which the value hasn't.
  const why = message.startsWith("Invalid Action") ? (fix ?? message) : `${message}${cure}`;
  return `"${origin.value.text}" can't stand in the block "${action ?? ""}": ${why} [${rule}]`;
}
