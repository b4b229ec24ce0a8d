import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Finds a program as a shell would.
 *
 * @param name - Its file name, without a folder.
 * @param environment - Whose PATH to search.
 * @returns The absolute path, or undefined when the PATH has no such program.
 */
export function findProgram(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const extensions = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  return folders
    .flatMap((folder) => extensions.map((extension) => join(folder, name + extension)))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
