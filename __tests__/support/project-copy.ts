import { cpSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";

import { execa } from "execa";

const PROJECT = join(__dirname, "..", "..");

/**
 * Copies what git has of the project, or would take, to where no other test writes.
 *
 * @param directory - Is made where it isn't there.
 */
export async function copyProject(directory: string): Promise<void> {
  const { stdout: files } = await execa("git", ["ls-files", "-coz", "--exclude-standard"], {
    cwd: PROJECT,
  });
  for (const file of files.split("\0").filter((each) => each && existsSync(join(PROJECT, each)))) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    cpSync(join(PROJECT, file), join(directory, file));
  }
  symlinkSync(join(PROJECT, "node_modules"), join(directory, "node_modules"));
}
