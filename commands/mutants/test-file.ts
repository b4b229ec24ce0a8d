import { type TestResult, TestStatus } from "@stryker-mutator/api/test-runner";
import Mocha from "mocha";

/** Which tests of a file run, and how. */
interface Run {
  /** Full titles; all tests unless given. */
  readonly titles: readonly string[] | undefined;
  /** Whether the first failure is the end. */
  readonly bail: boolean;
  /** Told the title of each test that begins, and undefined when it has ended. */
  readonly begins: (title: string | undefined) => void;
}

/** A file of tests, which can be run many times. */
export class TestFile {
  /** How long its tests and hooks took at the last run. */
  public milliseconds = 0;
  private mocha: Mocha | undefined;
  /** Known from the first time on that it was loaded. */
  private titles: ReadonlySet<string> = new Set();

  /** @param path - Absolute. */
  public constructor(public readonly path: string) {}

  /** Does nothing where it is loaded already. */
  public load(): void {
    if (this.mocha !== undefined) return;
    const mocha = new Mocha({ timeout: 0, reporter: Mocha.reporters.Base });
    mocha.cleanReferencesAfterRun(false);
    mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, this.path, mocha);
    module.require(this.path);
    this.titles = new Set(titlesOf(mocha.suite));
    this.mocha = mocha;
  }

  public unload(): void {
    // Else what it listens to at the process would stay.
    this.mocha?.dispose();
    this.mocha = undefined;
  }

  /** Whether any of the tests is here; if none is named, whether there is any at all. */
  public holds(titles: readonly string[] | undefined): boolean {
    return titles === undefined
      ? this.titles.size > 0
      : titles.some((each) => this.titles.has(each));
  }

  public async run({ titles, bail, begins }: Run): Promise<TestResult[]> {
    const { mocha } = this;
    if (mocha === undefined) throw new Error(`${this.path} must be loaded first`);
    const results: TestResult[] = [];
    const told = (test: Mocha.Runnable) => ({
      id: test.fullTitle(),
      name: test.fullTitle(),
      timeSpentMs: test.duration ?? 0,
    });
    mocha.grep(
      titles === undefined ? /^/ : exactly(titles.filter((each) => this.titles.has(each))),
    );
    setBail(mocha.suite, bail);
    const start = performance.now();
    await new Promise<void>((resolve) => {
      const runner = mocha.run(() => {
        resolve();
      });
      runner.on("test", (test) => {
        begins(test.fullTitle());
      });
      runner.on("test end", () => {
        begins(undefined);
      });
      runner.on("pass", (test) => results.push({ ...told(test), status: TestStatus.Success }));
      runner.on("pending", (test) => results.push({ ...told(test), status: TestStatus.Skipped }));
      runner.on("fail", (test, { message }: Error) =>
        results.push({ ...told(test), status: TestStatus.Failed, failureMessage: message }),
      );
    });
    this.milliseconds = performance.now() - start;
    return results;
  }
}

const titlesOf = (suite: Mocha.Suite): string[] => [
  ...suite.tests.map((test) => test.fullTitle()),
  ...suite.suites.flatMap(titlesOf),
];

function exactly(titles: readonly string[]): RegExp {
  const escaped = titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^(?:${escaped.join("|")})$`);
}

function setBail(suite: Mocha.Suite, bail: boolean): void {
  suite.bail(bail);
  for (const each of suite.suites) setBail(each, bail);
}
