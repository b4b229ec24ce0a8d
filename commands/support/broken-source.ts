import { sentenceOf } from "./failure";
import { complain } from "./terminal";
import { typeFaults } from "./type-faults";

/**
 * A command loads kwglobal.ts before it does anything, so that a comma missing there would show as
 * a crash. Import this first: the compiler's own words are the message then.
 */
process.once("uncaughtException", (error) => {
  void tell(error);
});

async function tell(error: unknown): Promise<void> {
  const faults = mayBeOfTheValue(error) ? await typeFaults().catch(() => "") : "";
  const told = faultsOfError(error);
  if (faults !== "") complain(`error: ${faults}`);
  else complain(typeof told === "string" ? told : `error: ${sentenceOf(told)}`);
  process.exit(1);
}

/** Whether the compiler may know better: a name, a field or a file that isn't there. */
function mayBeOfTheValue(error: unknown): boolean {
  const isMissing = error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND";
  return isMissing || error instanceof ReferenceError || error instanceof TypeError;
}

/** What a person can mend, in words; any other error as it is, with its stack. */
export function faultsOfError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // esbuild's own words name file, line and column.
  if ("errors" in error && /^(Build|Transform) failed/.test(error.message))
    return `error: ${error.message}`;
  return error;
}
