/** One line of `terraform plan|apply|destroy -json`, as far as it is used here. */
export interface TerraformMessage {
  readonly type: string;
  readonly "@message": string;
  /** Of a `change_summary`. */
  readonly changes?: {
    readonly add: number;
    readonly change: number;
    readonly remove: number;
    readonly operation?: "plan" | "apply" | "destroy";
  };
  /** Of a `planned_change`. */
  readonly change?: { readonly resource: { readonly addr: string }; readonly action: string };
  readonly hook?: {
    readonly resource?: { readonly addr: string };
    readonly action?: string;
    readonly elapsed_seconds?: number;
  };
  readonly diagnostic?: TerraformDiagnostic;
}

/** An error or a warning of Terraform. */
export interface TerraformDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  /** Where in the configuration. */
  readonly range?: { readonly filename: string };
}

/**
 * Reads a line of Terraform's machine-readable output.
 *
 * @returns undefined for a line that is not of it.
 * @see https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
export function readMessage(line: string): TerraformMessage | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as TerraformMessage;
  } catch {
    return undefined;
  }
}

/** Errors beyond this many are counted, not shown: one cause often has many. */
const SHOWN_ERRORS = 5;

/**
 * Says what Terraform found wrong, in as few lines as that takes.
 *
 * @param diagnostics - All of a run; warnings are left out.
 * @param directory - Where it ran: for the command that lifts a stale lock.
 */
export function explain(diagnostics: readonly TerraformDiagnostic[], directory: string): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const lock = errors.find(({ summary }) => summary === "Error acquiring the state lock");
  if (lock) return explainLock(lock.detail ?? "", directory);
  const lines = errors
    .slice(0, SHOWN_ERRORS)
    .map(({ summary, detail, address }) =>
      [address && `${address}: `, summary, detail && `\n  ${indent(detail)}`].join(""),
    );
  const more = errors.length - SHOWN_ERRORS;
  return [...lines, ...(more > 0 ? [`and ${more} more errors`] : [])].join("\n");
}

/**
 * Strips Terraform's text output down to its errors: without frames, warnings and colour.
 *
 * @param text - What Terraform wrote to standard error.
 */
export function readText(text: string, directory: string): string {
  const plain = text.replaceAll(/^[╷│╵] ?/gm, "");
  const errors = plain.slice(Math.max(0, plain.indexOf("Error:"))).trim();
  if (errors.includes("Error acquiring the state lock")) return explainLock(errors, directory);
  return errors.replaceAll(/\n{2,}/g, "\n").replace(/^Error: /, "");
}

function explainLock(text: string, directory: string): string {
  const field = (name: string) =>
    new RegExp(`^\\s*${name}:\\s+(\\S.*)$`, "m").exec(text)?.[1]?.trim();
  const id = field("ID") ?? "LOCK_ID";
  const holder = field("Who") ?? "another run";
  const operation = field("Operation")?.replace("OperationType", "").toLowerCase() ?? "a run";
  return [
    `the state is locked by ${holder} (${operation} since ${field("Created") ?? "an unknown time"}): wait until that run is done`,
    `if it is dead, release its lock: terraform -chdir=${directory} force-unlock ${id}`,
    "and before the next apply: npm run adopt, since what it made last isn't noted anywhere",
  ].join("\n");
}

function indent(text: string): string {
  return text.trim().replaceAll(/\n+/g, "\n  ");
}
