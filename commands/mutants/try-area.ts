import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";

import { OperatorError } from "../../sandbox/machine/errors";
import type { Area } from "./areas";
import { filesOf, isCode, isFastTest } from "./files";
import { type Mutant, mutantOf } from "./mutant";
import { addMutators } from "./mutators";
import { refusedByCompiler } from "./refused";

/** Stryker's LogLevel is a type only, without the values that it asks for. */
const QUIET = { logLevel: "error" } as object;

/**
 * Tries each mutant of an area: all of them are compiled into a copy of the project, in which one at a
 * time is switched on, and the tests that come by it run until one fails. Stryker takes the working
 * directory for the project's.
 * @param workers processes at a time
 * @throws OperatorError if the tests fail with no mutant at all
 */
export async function tryArea(area: Area, workers: number): Promise<Mutant[]> {
  const root = process.cwd();
  await addMutators();
  const code = filesOf(area.code, isCode);
  const texts = new Map(code.map((file) => [file, readFileSync(join(root, file), "utf8")]));
  const stryker = new Stryker({
    mutate: code,
    // For our runner. With Stryker's own option, it doesn't try what acts while files are loaded.
    tests: filesOf(area.tests, isFastTest).filter((file) => area.without?.includes(file) !== true),
    plugins: [join(__dirname, "plugin.cjs")],
    testRunner: "mocha-12",
    testRunnerNodeArgs: ["--require", join(__dirname, "..", "support", "register.cjs")],
    coverageAnalysis: "perTest",
    concurrency: workers,
    // On a busy machine a test may wait for its turn for seconds, and a new process for longer.
    timeoutMS: 15_000,
    reporters: [process.stdout.isTTY ? "progress" : "progress-append-only"],
    ...QUIET,
    allowEmpty: true,
    tempDirName: ".sandbox/mutants",
    ignorePatterns: [".sandbox", "cdktf.out"],
  });
  const results = await withTemporaryFolder(() => stryker.runMutationTest()).catch(
    (error: unknown) => {
      throw new OperatorError(`the tests could not be run: ${String(error)}`);
    },
  );
  const mutants = results.map((result) => {
    const file = relative(root, result.fileName);
    return mutantOf(result, file, texts.get(file) ?? "");
  });
  const alive = mutants.filter(({ fate }) => fate === "alive");
  const refused = refusedByCompiler(alive, root);
  return mutants.map((each) => (refused.has(each) ? { ...each, fate: "refused" } : each));
}

/** What the tests of a thousand mutants leave in the system's temporary folder goes with the run. */
async function withTemporaryFolder<T>(work: () => Promise<T>): Promise<T> {
  const outer = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), "mutants-"));
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (outer === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outer;
    rmSync(folder, { recursive: true, force: true });
  }
}
