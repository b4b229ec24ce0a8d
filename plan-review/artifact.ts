import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Reads a file that came from another job. It must be an ordinary file of at most `limit` bytes: links,
 * devices and pipes are refused.
 *
 * @param folder - The folder in which artifacts were unpacked.
 * @param name - The file's path below it, with `/` between its parts.
 * @param limit - Bytes.
 * @returns undefined if there is no such file.
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
