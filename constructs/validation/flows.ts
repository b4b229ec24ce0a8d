import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { type Finding, lintFlow } from "../../contact-flow/lint";
import {
  type Origin,
  TemplateError,
  type TemplateFault,
  tryTemplate,
} from "../../contact-flow/template";
import type {
  ContactCenterValue,
  FlowValue,
  HoursOfOperationValue,
} from "../value/contact-center-value";
import { namesInHoles } from "../connect/flow-holes";
import { connectHours } from "../connect/hours-of-operation";
import type { Report } from "./fault";
import { flowWarnings, type PlacedFinding } from "./flow-warnings";
import type { Warning } from "./warnings/warning";

const TEMPLATES = join(__dirname, "..", "..", "flow-templates");

/**
 * Checks each flow, rendered from its template and its values, before anything is planned: Terraform would
 * show Amazon Connect's refusal without its reasons. A fault that a value causes is reported at the value.
 *
 * @param schedules - The schedules that have no fault themselves: prompts are compared with them.
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
    // References reports a missing template.
    if (rendered === undefined) return [];
    const { content, originOf, faults } = rendered;
    faults.forEach(tell);
    const findings = lint(flow, center, hours, content)
      .map((finding) => ({ ...finding, origin: originOf(finding.path ?? "") }))
      // A flow with a wrong value isn't checked further, since all that follows from the value is wrong too.
      .filter(({ origin }) => !faults.some((fault) => isSame(fault, origin)));
    firstOfEach(findings.filter(({ level }) => level === "error")).forEach((finding) => {
      tell({ ...finding.origin, problem: problemOf(finding) });
    });
    return flowWarnings(
      flow,
      findings.filter(({ level }) => level === "warning"),
    );
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

/** The flow rendered from its template and values; undefined if the template is missing. */
function render({ template, values }: FlowValue, resources: ReturnType<typeof standIns>) {
  const path = join(TEMPLATES, template);
  if (!existsSync(path)) return undefined;
  const file = `flow-templates/${template}`;
  return tryTemplate(readFileSync(path, "utf8"), { file, values, resources });
}

/** How strictly the lint judges a flow of the value, once it is rendered. */
export const originOfFlow = ({ asFound = false }: FlowValue) => (asFound ? "exported" : "rendered");

function lint(
  flow: FlowValue,
  { allowedDestinations = [] }: ContactCenterValue,
  hours: HoursOfOperationValue | undefined,
  content: string,
): Finding[] {
  return lintFlow(content, {
    type: flow.type,
    origin: originOfFlow(flow),
    ...(hours && { hours: connectHours(hours) }),
    allowedDestinations,
  });
}

/**
 * Keeps one finding of a rule for each value: otherwise wrong opening hours would be reported for each day of
 * the week.
 */
function firstOfEach(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return findings.filter(
    ({ rule, origin }, index) =>
      origin.value === undefined ||
      findings.findIndex(
        (other) => other.rule === rule && other.origin.value?.place === origin.value?.place,
      ) === index,
  );
}

/** A Terraform reference for each thing: its id is known only after the apply. */
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

/** The place and the problem of a fault; the place is the value, if a value causes the fault. */
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
  // Amazon Connect's own message names a place in the rendered flow, which the value doesn't have.
  const why = message.startsWith("Invalid Action") ? (fix ?? message) : `${message}${cure}`;
  return `"${origin.value.text}" can't stand in the block "${action ?? ""}": ${why} [${rule}]`;
}
