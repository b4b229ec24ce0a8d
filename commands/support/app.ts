/**
 * The app of cdktf.json: main.ts, and beside it the check of the value's types. Whatever is wrong is
 * told without a stack trace, unless it is a fault of ours.
 */
import { faultsOfError } from "./broken-source";
import { errorCode } from "../../sandbox/errors";
import { sentenceOf } from "./failure";
import { typeFaults } from "./type-faults";

async function app(): Promise<void> {
  const checking = typeFaults();
  let fault: unknown;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- so that its errors are caught
    require("../../main");
  } catch (error) {
    fault = error;
  }
  const faults = await checking;
  if (faults !== "") console.error(`error: what the compiler finds in kwglobal.ts:\n${faults}`);
  // What the compiler finds wrong is what has stopped main.ts.
  // A folder of somebody else, a full disk.
  else if (errorCode(fault)?.startsWith("E") === true) console.error(`error: ${sentenceOf(fault)}`);
  else if (fault !== undefined) console.error(faultsOfError(fault));
  if (faults !== "" || fault !== undefined) process.exitCode = 1;
}

void app();
