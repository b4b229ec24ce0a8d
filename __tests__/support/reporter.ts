import Mocha from "mocha";

/** Mocha's own report, with the time that each suite took at the end. */
export = class SuiteTimes extends Mocha.reporters.Spec {
  public constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const seconds = new Map<string, number>();
    let began = 0;
    runner.on("suite", (suite) => {
      if (suite.parent?.root === true) {
        began = performance.now();
      }
    });
    runner.on("suite end", (suite) => {
      if (suite.parent?.root === true) {
        const before = seconds.get(suite.title) ?? 0;
        seconds.set(suite.title, before + (performance.now() - began) / 1000);
      }
    });
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      const slowestFirst = [...seconds].sort(([, a], [, b]) => b - a);
      console.log(
        [
          "Time of each suite:",
          ...slowestFirst.map(([title, time]) => `${time.toFixed(1).padStart(8)} s  ${title}`),
          "",
          `${passes} passed, ${failures} failed, ${pending} skipped`,
        ].join("\n"),
      );
    });
  }
};
