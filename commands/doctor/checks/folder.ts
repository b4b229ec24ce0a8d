import { accessSync, constants, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Missing } from "../../../sandbox/machine/errors";
import { SANDBOX_DIRECTORY } from "../../../sandbox/sandbox";
import { PROJECT } from "../../support/stacks";
import type { Check } from "../finding";

/** What commands write into. */
const OURS = [SANDBOX_DIRECTORY, join(PROJECT, "cdktf.out"), join(PROJECT, "node_modules/.cache")];

/**
 * Folders that commands write into: those that aren't there can be made.
 *
 * @param paths - Absolute.
 * @param mayWrite - Whether this user can write into a folder that is there.
 */
export const folders = (
  paths: readonly string[] = OURS,
  mayWrite: (path: string) => boolean = isWritable,
): Check => ({
  name: "Folders",
  look: () => {
    const refused = paths.filter((path) => !mayWrite(existing(path)));
    if (refused.length === 0) return "can be written";
    throw new Missing(
      `this user can't write into ${refused.join(", ")}`,
      "give them to this user (chown), or clone the repository as this user",
    );
  },
});

/** The folder itself, or the nearest above it that is there. */
function existing(path: string): string {
  const above = dirname(path);
  return existsSync(path) || above === path ? path : existing(above);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
