import { Annotations } from "cdktf";
import type { Construct } from "constructs";

import { type Finding, lintFlow, type LintContext } from "../contact-flow/lint";

/** A flow that Amazon Connect or its callers would refuse; its message has a line for each fault. */
export class FlowLintError extends Error {
  public constructor(
    public readonly file: string,
    public readonly findings: readonly Finding[],
  ) {
    super([`${file} has faults:`, ...findings.map((finding) => `  - ${line(finding)}`)].join("\n"));
    this.name = "FlowLintError";
  }
}

/**
 * Judges a rendered flow before anything is planned: Terraform would show Amazon Connect's refusal
 * without its reasons. Warnings are printed by the synth.
 * @throws FlowLintError with every error.
 */
export function lintRenderedFlow(
  scope: Construct,
  file: string,
  content: string,
  context: Omit<LintContext, "origin">,
): void {
  const findings = lintFlow(content, { ...context, origin: "rendered" });
  const errors = findings.filter(({ level }) => level === "error");
  if (errors.length > 0) {
    throw new FlowLintError(file, errors);
  }
  for (const finding of findings) {
    Annotations.of(scope).addWarning(`${file}: ${line(finding)}`);
  }
}

function line({ rule, action, path, message, fix }: Finding): string {
  const place = [action && `"${action}"`, path && `(${path})`].filter(Boolean).join(" ");
  return `${place}${place === "" ? "" : ": "}${message}${fix === undefined ? "" : `; ${fix}`} [${rule}]`;
}
