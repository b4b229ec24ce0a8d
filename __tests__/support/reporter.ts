import Mocha from "mocha";

import { minutes } from "../../commands/support/minutes";

/**
 * Mocha's own report, with the time that slow suites took at the end: the sum of its tests and hooks,
 * since files that run side by side are reported when they have ended.
 */
export = class SuiteTimes extends Mocha.reporters.Spec {
  public constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const seconds = new Map<string, number>();
    const path: string[] = [];
    const add = ({ duration = 0 }: Mocha.Runnable) => {
      const [suite] = path;
      if (suite !== undefined) seconds.set(suite, (seconds.get(suite) ?? 0) + duration / 1000);
    };
    runner.on("suite", ({ root, title }) => {
      if (!root) path.push(title);
    });
    runner.on("suite end", ({ root }) => {
      if (!root) path.pop();
    });
    runner.on("test end", add);
    runner.on("hook end", add);
    runner.once("end", () => {
      const { passes, failures, pending, duration = 0 } = this.stats;
      const slowestFirst = [...seconds].sort(([, a], [, b]) => b - a);
      const slow = slowestFirst.filter(([, time]) => time >= 1);
      console.log(
        [
          ...(slow.length > 0 ? ["Suites that took a second or more:"] : []),
          ...slow.map(([title, time]) => `${time.toFixed(1).padStart(8)} s  ${title}`),
          `\n${passes} passed, ${failures} failed, ${pending} skipped in ${minutes(duration)}`,
        ].join("\n"),
      );
    });
  }
};
