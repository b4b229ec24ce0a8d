import type {
  TerraformDiagnostic,
  TerraformMessage,
} from "../../sandbox/terraform/terraform-message";

import { printable } from "./terminal";

/** What Terraform says while it applies, a line for each thing that begins, lasts or breaks off. */
const SHOWN = new Set(["apply_start", "apply_progress", "apply_errored"]);

/**
 * Shows on the terminal what Terraform does: while it reads, a line that counts; while it applies,
 * its own lines, each done thing numbered; its warnings, which would otherwise be lost.
 *
 * @param out - Where to; the line that counts is only written to a terminal.
 */
export function showProgress(
  out: Pick<NodeJS.WriteStream, "isTTY" | "write"> = process.stdout,
): (message: TerraformMessage) => void {
  let read = 0;
  let done = 0;
  let planned = 0;
  const count = (text: string) => {
    if (out.isTTY) out.write(`\r\u001B[K${printable(text)}`);
  };
  const line = (text: string) => {
    count("");
    out.write(`${printable(text)}\n`);
  };
  return ({ type, changes, diagnostic, hook, "@message": text }) => {
    // A data source is read by an "apply" of its own, in the middle of a plan.
    if (hook?.resource?.addr.startsWith("data.") === true) return;
    if (type === "refresh_complete") count(`Reading what is there: ${(read += 1)} …`);
    if (type === "state_lock_acquire") count("Waiting for the state's lock …");
    if (type === "apply_complete") line(`[${(done += 1)}/${planned}] ${text}`);
    if (SHOWN.has(type)) line(text);
    if (changes && done > 0) line(text);
    if (changes && done === 0) {
      planned = changes.add + changes.change + changes.remove;
      count("");
    }
    if (diagnostic?.severity === "warning") line(warning(diagnostic));
  };
}

function warning({ summary, detail = "", address }: TerraformDiagnostic): string {
  const indented = detail.trim().replaceAll(/\n+/g, "\n  ");
  return `Warning: ${address === undefined ? "" : `${address}: `}${summary}\n  ${indented}`;
}
