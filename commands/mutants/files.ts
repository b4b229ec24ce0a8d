import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { OperatorError } from "../../sandbox/machine/errors";

/** The files with that ending among the paths, directories read to their depths; sorted within each. */
export function filesOf(paths: readonly string[], isWanted: (file: string) => boolean): string[] {
  return paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) {
      throw new OperatorError(`commands/mutants/areas.ts names ${path}, which isn't there`);
    }
    if (!stat.isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: "utf8" })
      .map((name) => join(path, name))
      .filter(isWanted)
      .sort();
  });
}

/** A test that needs neither a process of its own, nor real time, nor hundreds of random cases. */
export const isFastTest = (file: string): boolean => /(?<!\.e2e|\.property)\.test\.ts$/.test(file);

/** A file with code in it. */
export const isCode = (file: string): boolean => file.endsWith(".ts");
