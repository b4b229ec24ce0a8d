import { basename, resolve } from "node:path";

import { watch } from "chokidar";

import { errorCode } from "../../sandbox/machine/errors";
import { sentenceOf } from "./failure";
import { InTurn } from "./in-turn";
import { complain, sayNow } from "./terminal";

/** Milliseconds: editors and formatters write one file more than once, a branch is many files. */
const QUIET = 150;

/** What a program of this project is made of. An editor's own files beside them don't count. */
const SOURCE = /^[^.#~].*\.(?:ts|json|bin)$/;

/** Folders that are never looked into. */
const APART = new Set(["node_modules", ".git", ".sandbox", "cdktf.out"]);

/** A watch that goes on until it is stopped. */
export interface FileWatch {
  /** Lets the work be done from now on, with what has been saved meanwhile. */
  begin(): void;
  /** Waits for the work that goes on. */
  stop(): Promise<void>;
}

/**
 * Does work whenever sources are saved, made, renamed or deleted, and says which: one piece of work at a
 * time.
 *
 * @param paths - Files and folders, with all that is below them.
 * @param options.directory - Where the paths begin, and those that the work is told.
 * @param options.work - Gets the files, sorted; must not reject.
 * @returns Once it watches; the work waits until it is begun.
 */
export async function watchFiles(
  paths: readonly string[],
  options: {
    readonly directory: string;
    readonly work: (files: readonly string[]) => Promise<void>;
  },
): Promise<FileWatch> {
  const saved = new InTurn<string>((files) => {
    const sorted = [...files].sort();
    sayNow(`saved: ${shortList(sorted)}`);
    return options.work(sorted);
  }, QUIET);
  // What is named counts, whatever its ending.
  const named = new Set(paths.map((path) => resolve(options.directory, path)));
  const counts = (path: string) =>
    SOURCE.test(basename(path)) || named.has(resolve(options.directory, path));
  const watcher = watch([...paths], {
    cwd: options.directory,
    ignoreInitial: true,
    ignored: (path, stats) => {
      return APART.has(basename(path)) || (stats?.isFile() === true && !counts(path));
    },
  });
  watcher.on("all", (_, path) => {
    if (counts(path)) saved.add(path);
  });
  watcher.on("error", (error) => {
    const cure = errorCode(error) === "ENOSPC" ? " (raise fs.inotify.max_user_watches)" : "";
    complain(`files can't be watched: ${sentenceOf(error)}${cure}`);
  });
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return {
    begin: () => {
      saved.begin();
    },
    stop: async () => {
      await watcher.close();
      await saved.stop();
    },
  };
}

/** As many names as fit in a line: another branch may be hundreds. */
const shortList = (files: readonly string[]): string =>
  files.length <= 4
    ? files.join(", ")
    : `${files.slice(0, 3).join(", ")} and ${files.length - 3} more`;
