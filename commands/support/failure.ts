import { existsSync } from "node:fs";
import { dirname, relative } from "node:path";

import { nodeFault } from "./node-version";
import { errorCode, OperatorError } from "../../sandbox/machine/errors";

const FULL = "the disk is full: make room, and run the same command again";
const NO_RIGHT =
  "this user has no right to it: give the folder to this user, or name another place";

/** What the system refuses, in words; the error's own path comes before them. */
const REFUSALS: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: () => FULL,
  EDQUOT: () => FULL,
  EFBIG: () => "the file is larger than this disk or user may have: name a place on another disk",
  EACCES: () => NO_RIGHT,
  EPERM: () => NO_RIGHT,
  EROFS: () => "the disk can only be read: name a place on another one",
  ENOENT: (path) =>
    path === "" || existsSync(dirname(path))
      ? "there is no such file or folder: check the name"
      : `the folder ${dirname(path)} is not there: make it first, or name another place`,
  ENOTDIR: () => "a part of that path is a file, and must be a folder",
  EISDIR: () => "that is a folder, and must be a file",
  EEXIST: () => "there is something of that name already, and must not be",
  ENOTEMPTY: () => "the folder must be empty",
  ELOOP: () => "its links lead in a circle",
  ENAMETOOLONG: () => "the name is too long: choose a shorter one",
  EMFILE: () => "too many files are open: raise the limit (ulimit -n), and run it again",
  EIO: () => "the disk has a fault",
};

/** What ended a command, as a sentence for the person at the terminal. */
export function sentenceOf(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  if (!(error instanceof Error)) return String(error);
  // What an old Node.js makes of packages that are ES modules.
  const fault = errorCode(error) === "ERR_REQUIRE_ESM" ? nodeFault() : undefined;
  if (fault !== undefined) return fault.message;
  const refusal = REFUSALS[errorCode(error) ?? ""];
  if (refusal !== undefined) {
    const path = "path" in error && typeof error.path === "string" ? error.path : "";
    return `${path === "" ? "" : `${path}: `}${refusal(path)}`;
  }
  // An answer of AWS's, or why there is none.
  if ("$metadata" in error) return `AWS answered ${error.name}: ${error.message}`;
  if (/^E[A-Z]+$/.test(errorCode(error) ?? "")) return error.message;
  return `${error.name}: ${error.message}\nThis is a mistake in the program${placeOf(error)}: please report it with the command that shows it.`;
}

/** The first of our own lines that the error went through. */
function placeOf({ stack = "" }: Error): string {
  const lines = [...stack.matchAll(/\(?((?:\/|file:\/\/)[^()\s]+:\d+):\d+\)?$/gm)];
  const own = lines.map(([, place = ""]) => place).find((place) => !place.includes("node_modules"));
  return own === undefined ? "" : `, at ${relative(process.cwd(), own.replace("file://", ""))}`;
}

/** Whether the reader of our output has gone: `| head` has seen enough. */
export const isClosedPipe = (error: unknown): boolean => errorCode(error) === "EPIPE";
