import { basename } from "node:path";

import { watch } from "chokidar";

import { InTurn } from "./in-turn";

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
 * Does work whenever sources are saved, made, renamed or deleted: one piece of work at a time.
 *
 * @param paths - Files and folders, with all that is below them.
 * @param options.directory - Where the paths begin, and those that the work is told.
 * @param options.work - Gets the files, sorted; must not reject.
 * @param options.onError - Hears when files can't be watched (too many of them for this machine).
 * @returns Once it watches; the work waits until it is begun.
 */
export async function watchFiles(
  paths: readonly string[],
  options: {
    readonly directory: string;
    readonly work: (files: readonly string[]) => Promise<void>;
    readonly onError: (error: unknown) => void;
  },
): Promise<FileWatch> {
  const saved = new InTurn<string>((files) => options.work([...files].sort()), QUIET);
  const watcher = watch([...paths], {
    cwd: options.directory,
    ignoreInitial: true,
    ignored: (path, stats) => {
      const name = basename(path);
      return APART.has(name) || (stats?.isFile() === true && !SOURCE.test(name));
    },
  });
  watcher.on("all", (_, path) => {
    if (SOURCE.test(basename(path))) saved.add(path);
  });
  watcher.on("error", options.onError);
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
