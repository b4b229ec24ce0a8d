import { existsSync } from "node:fs";
import { WHERE_TO_ALLOW } from "./configuration/check.ts";
import { faultsInFolder } from "./configuration/folder.ts";
import { complain } from "./print.ts";
import { visible } from "./report/visible.ts";

/** Says what is wrong with a stack's folder; 0: Terraform may read it beside credentials. */
function main(folders: readonly string[]): number {
  const [folder] = folders;
  if (folder === undefined || folders.length > 1 || !existsSync(folder)) {
    complain(
      `error: ${folder === undefined || folders.length > 1 ? "one folder of a stack must be named" : `${folder} is not there`}\n\nusage: node plan-review/check-configuration.ts <stack folder>`,
    );
    return 2;
  }
  const faults = faultsInFolder(folder);
  for (const fault of faults) complain(visible(`${folder}: ${fault}`));
  if (faults.length > 0) complain(`\n${WHERE_TO_ALLOW}`);
  return faults.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
