import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The variable that names a file for the report: the paths of the test files that failed, as JSON. */
export const FAILED_FILES = "KW_FAILED_FILES";

/** More files than a busy machine makes fail. */
const MOST_FILES = 5;

/** Runs tests, all of them or those files alone, with these variables. @returns the exit code */
export type RunTests = (
  files: readonly string[],
  variables: Readonly<Record<string, string>>,
) => Promise<number | undefined>;

/** How the tests ended. */
export interface Outcome {
  readonly passed: boolean;
  /** The files that failed first and were run again. */
  readonly again: readonly string[];
}

/**
 * Runs tests that start processes, and the files that failed once more by themselves: with five files
 * beside it on a busy machine, a process may answer too late. More than {@link MOST_FILES} failed files,
 * or failures outside of any, aren't run again.
 *
 * @param tell - Says which files are run again, before they are.
 */
export async function withSecondTry(
  run: RunTests,
  tell: (files: readonly string[]) => void,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "failed-"));
  try {
    const list = join(folder, "files.json");
    if ((await run([], { [FAILED_FILES]: list })) === 0) return { passed: true, again: [] };
    const failed = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as string[]) : [];
    if (failed.length === 0 || failed.length > MOST_FILES || failed.includes("")) {
      return { passed: false, again: [] };
    }
    tell(failed);
    return { passed: (await run(failed, {})) === 0, again: failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
