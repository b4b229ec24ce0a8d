import { writeFileSync } from "node:fs";
import { relative } from "node:path";

import Mocha from "mocha";

import { minutes } from "../../commands/support/minutes";
import { FAILED_FILES } from "../../commands/test/second-try";

/**
 * Mocha's own report, and before its end the time that slow suites took: the sum of its tests and hooks,
 * since files that run side by side are reported when they have ended. Failures stand last. Where the
 * variable {@link FAILED_FILES} names a file, the paths of the test files that failed are written to it.
 */
export = class SuiteTimes extends Mocha.reporters.Spec {
  private readonly seconds = new Map<string, number>();
  private readonly failed = new Set<string>();

  public constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const path: string[] = [];
    const add = ({ duration = 0 }: Mocha.Runnable) => {
      const [suite] = path;
      if (suite === undefined) return;
      this.seconds.set(suite, (this.seconds.get(suite) ?? 0) + duration / 1000);
    };
    runner.on("suite", ({ root, title }) => {
      if (!root) path.push(title);
    });
    runner.on("suite end", ({ root }) => {
      if (!root) path.pop();
    });
    runner.on("test end", add);
    runner.on("hook end", add);
    runner.on("fail", ({ file }) => {
      this.failed.add(file === undefined ? "" : relative(process.cwd(), file));
    });
  }

  public override epilogue(): void {
    const { passes, failures, pending, duration = 0 } = this.stats;
    const slowestFirst = [...this.seconds].sort(([, a], [, b]) => b - a);
    const slow = slowestFirst.filter(([, time]) => time >= 1);
    if (slow.length > 0) console.log("Suites that took a second or more:");
    for (const [title, time] of slow) console.log(`${time.toFixed(1).padStart(8)} s  ${title}`);
    super.epilogue();
    console.log(`${passes} passed, ${failures} failed, ${pending} skipped in ${minutes(duration)}`);
    const list = process.env[FAILED_FILES];
    if (list !== undefined) writeFileSync(list, JSON.stringify([...this.failed]));
  }
};
