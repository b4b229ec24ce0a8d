import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Reads a file that came from another job: an ordinary one, of a size that can be meant. What leads
 * elsewhere, or never ends, is refused: links, devices, pipes.
 *
 * @param folder - Where artifacts were unpacked.
 * @param name - The file's path below it, parted by `/`.
 * @param limit - Bytes.
 * @returns undefined where there is no such file.
 * @throws Error that says what is wrong with it.
 */
export function readArtifact(folder: string, name: string, limit: number): string | undefined {
  const parts = name.split("/");
  for (const index of parts.keys()) {
    const at = join(folder, ...parts.slice(0, index + 1));
    const found = lstatSync(at, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    const last = index === parts.length - 1;
    if (last ? !found.isFile() : !found.isDirectory()) {
      throw new Error(`${at} must be ${last ? "an ordinary file" : "a folder"}, and no link`);
    }
  }
  const file = join(folder, name);
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { nlink, size } = fstatSync(descriptor);
    if (nlink !== 1) throw new Error(`${file} must have no other name: it may be a hard link`);
    if (size > limit) throw new Error(`${file} must have at most ${limit} bytes, got ${size}`);
    return readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}
