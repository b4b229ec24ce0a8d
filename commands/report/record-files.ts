import { readdir, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { EVALUATIONS_FOLDER } from "../../constructs/connect/instance-storage";
import { OperatorError, errorCode } from "../../sandbox/machine/errors";

/** A file that may hold contact records or evaluations. */
export interface RecordFile {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Lists the files in a folder and in the folders within it. Hidden ones are no records, and links to
 * folders aren't followed.
 *
 * @param root - A folder, or one file.
 */
export async function recordFiles(root: string): Promise<RecordFile[]> {
  const found = await stat(root).catch((error: unknown) => {
    if (errorCode(error) !== "ENOENT") throw error;
    throw new OperatorError(`${root}: there is no such file or folder: check the name`);
  });
  if (found.isFile()) return [{ path: root, bytes: found.size }];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/(^|\/)\.[^./]/.test(path.slice(root.length)))
    .sort();
  const files: RecordFile[] = [];
  for (const path of paths) {
    // A link that leads nowhere is told when the file is read.
    const state = await stat(path).catch(() => undefined);
    if (state === undefined || state.isFile()) files.push({ path, bytes: state?.size ?? 0 });
  }
  return files;
}

/** Whether Amazon Connect writes evaluations there, as the constructs have set it: these aren't a record a line. */
export const holdsEvaluations = ({ path }: RecordFile): boolean =>
  path.split(sep).includes(EVALUATIONS_FOLDER);
