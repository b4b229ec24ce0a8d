import fs from "node:fs";
import { resolve } from "node:path";

import { TestStatus } from "@stryker-mutator/api/test-runner";

import { forget, Modules } from "../modules";
import { TestFile } from "../test-file";

/** The named calls, which must notice what a template does differently. */
export class NamedCalls {
  private readonly files: readonly TestFile[];
  private readonly spoiled: ReadonlySet<string>;
  private readonly paths: readonly string[];

  /**
   * @param tests - Files of tests, the fastest first.
   * @param readers - Modules that read templates, or keep what was read.
   */
  public constructor(tests: readonly string[], readers: readonly string[]) {
    this.paths = tests.map((file) => resolve(file));
    this.files = this.paths.map((path) => new TestFile(path));
    for (const file of this.files) file.load();
    const modules = new Modules();
    this.spoiled = new Set(
      [...readers, ...tests].flatMap((file) => [...modules.thatNeed(resolve(file))]),
    );
  }

  /**
   * Runs them with another text in place of the template's, until one fails.
   * @returns what failed first; undefined if all went well
   */
  public async notice(template: string, text: string): Promise<string | undefined> {
    return withText(resolve(template), text, () => this.run());
  }

  private async run(): Promise<string | undefined> {
    forget(this.spoiled);
    for (const file of this.files) file.unload();
    for (const [at, file] of this.files.entries()) {
      try {
        file.load();
      } catch (error) {
        return `${this.paths[at] ?? ""}: ${(error as Error).message}`;
      }
      const tests = await file.run({ titles: undefined, bail: true, begins: () => undefined });
      const failed = tests.find(({ status }) => status === TestStatus.Failed);
      if (failed !== undefined) return failed.name;
    }
    return undefined;
  }
}

/** Lets whoever reads the file while `work` goes on read this text. */
async function withText<Result>(
  file: string,
  text: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const { readFileSync } = fs;
  const { log } = console;
  const instead = (path: unknown, ...rest: unknown[]): unknown =>
    typeof path === "string" && resolve(path) === file
      ? text
      : (readFileSync as (...args: unknown[]) => unknown)(path, ...rest);
  fs.readFileSync = instead as typeof fs.readFileSync;
  // eslint-disable-next-line no-console -- the calls tell how many transitions they take
  console.log = () => undefined;
  try {
    return await work();
  } finally {
    fs.readFileSync = readFileSync;
    // eslint-disable-next-line no-console -- as it was
    console.log = log;
  }
}
