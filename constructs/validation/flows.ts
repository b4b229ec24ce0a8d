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
): readonly string[] {
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
): string[] {
  const path = join(TEMPLATES, flow.template);
  // References reports a template that isn't there.
  if (!existsSync(path)) return [];
  const file = `flow-templates/${flow.template}`;
  const tell = (fault: TemplateFault) => {
    report(...toldAt(flow.name, file, fault));
  };
  try {
    const { content, originOf, faults } = tryTemplate(readFileSync(path, "utf8"), {
      file,
      values: flow.values,
      resources: standIns(center),
    });
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
      .map((finding) =>
        toldAt(flow.name, file, { ...finding.origin, problem: problemOf(finding) }).join(": "),
      );
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    for (const { problem } of error.faults) report(error.file, problem);
    return [];
  }
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
function standIns(center: ContactCenterValue) {
  return Object.fromEntries(
    Object.entries(namesInHoles(center)).map(([kind, names]) => [
      kind,
      { names, idOf: (name: string) => `\${${kind}.${name}}` },
    ]),
  );
}

/** The place and the problem of a fault: the value, where one has brought it in. */
function toldAt(flow: string, file: string, fault: TemplateFault): [string, string] {
  const { value, template, problem } = fault;
  if (value !== undefined) return [`flow "${flow}"`, `${value.place}: ${problem}`];
  return [template === "" ? file : `${file}, ${template}`, problem];
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
