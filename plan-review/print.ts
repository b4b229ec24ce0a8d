import { visibleLines } from "./report/visible.ts";

/**
 * A text for a terminal or a job's log, from which no other program takes an order: escape sequences
 * are written out, and so is what the runner of a workflow would take for a command: `::` at the
 * beginning of a line, `##[` anywhere.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function printable(text: string): string {
  return visibleLines(text)
    .replace(/^([ \t\u00a0]*):(?=:)/gm, "$1\\u{3a}")
    .replace(/#(?=#\[)/g, "\\u{23}");
}

/** Prints lines in which others have a say, on standard output. */
export function print(text: string): void {
  console.log(printable(text));
}

/** Prints them as an error, on standard error. */
export function complain(text: string): void {
  console.error(printable(text));
}

/**
 * Prints an error for the runner of a workflow, which shows it at the job.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function annotate(message: string): void {
  console.error(`::error::${visibleLines(message).replaceAll("%", "%25").replaceAll("\n", "%0A")}`);
}
