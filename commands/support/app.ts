/**
 * The app of cdktf.json: main.ts, and beside it the check of the value's types. Whatever is wrong is
 * told once and without a stack trace, unless it is a fault of ours.
 */
import { faultsOfError } from "./broken-source";
import { errorCode } from "../../sandbox/machine/errors";
import { sentenceOf } from "./failure";
import { placed } from "./placed-faults";
import { typeFaults } from "./type-faults";

/** Runs main.ts. */
function synthesize(): { readonly told: string; readonly fault?: unknown } {
  const lines: string[] = [];
  const print = console.error;
  // Held back, since the compiler knows the lines of what it tells.
  console.error = (line: unknown) => lines.push(String(line));
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- so that its errors are caught
    require("../../main");
    return { told: lines.join("\n") };
  } catch (fault) {
    return { told: lines.join("\n"), fault };
  } finally {
    console.error = print;
  }
}

async function app(): Promise<void> {
  const checking = typeFaults();
  const { told, fault } = synthesize();
  const { check, compiler } = placed(told, await checking);
  if (check !== "") console.error(check);
  if (compiler !== "") console.error(`error: what the compiler finds in kwglobal.ts:\n${compiler}`);
  // What the compiler finds wrong is what has stopped main.ts.
  // A folder of somebody else, a full disk.
  else if (errorCode(fault)?.startsWith("E") === true) console.error(`error: ${sentenceOf(fault)}`);
  else if (fault !== undefined) console.error(faultsOfError(fault));
  if (compiler !== "" || fault !== undefined) process.exitCode = 1;
}

void app();
