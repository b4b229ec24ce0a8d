import "../support/quiet-sdk";

import { resolve } from "node:path";
import type { InstrumenterContext, StrykerOptions } from "@stryker-mutator/api/core";
import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import Mocha from "mocha";

/** What the changed code reads: which mutant is on, and which test is running. */
const context = ((globalThis as Record<string, unknown>).__stryker__ ??= {}) as InstrumenterContext;

const NO_TESTS = /^(?!)/;

/**
 * Runs the tests for Stryker, in a process that it keeps for many mutants. Stryker's own runner for
 * mocha needs files that mocha 12 has no more.
 */
class MochaRunner implements TestRunner {
  public static readonly inject = tokens(commonTokens.options);

  private readonly mocha = new Mocha({ timeout: 0, reporter: Mocha.reporters.Base });
  private loaded = false;

  public constructor(private readonly options: StrykerOptions) {
    this.mocha.cleanReferencesAfterRun(false);
  }

  public capabilities(): TestRunnerCapabilities {
    // A mutant that acts while files are loaded gets a new process.
    return { reloadEnvironment: false };
  }

  public async dryRun(options: DryRunOptions): Promise<DryRunResult> {
    await this.load();
    const result = await this.run(options.disableBail);
    return result.status === DryRunStatus.Complete && context.mutantCoverage !== undefined
      ? { ...result, mutantCoverage: context.mutantCoverage }
      : result;
  }

  public async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, mutantActivation, testFilter } = options;
    Object.assign(context, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    context.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    await this.load();
    context.activeMutant = activeMutant.id;
    this.mocha.grep(testFilter === undefined ? /^/ : titled(testFilter));
    return toMutantRunResult(await this.run(options.disableBail));
  }

  private async load(): Promise<void> {
    if (this.loaded) return;
    for (const file of this.options.tests as string[]) this.mocha.addFile(resolve(file));
    await this.mocha.loadFilesAsync();
    this.loaded = true;
  }

  private async run(disableBail: boolean): Promise<DryRunResult> {
    setBail(this.mocha.suite, !disableBail);
    const tests: TestResult[] = [];
    await new Promise<void>((resolve) => {
      const runner = this.mocha.run(() => {
        resolve();
      });
      const told = (test: Mocha.Runnable) => ({
        id: test.fullTitle(),
        name: test.fullTitle(),
        timeSpentMs: test.duration ?? 0,
      });
      runner.on("test", (test) => {
        context.currentTestId = test.fullTitle();
      });
      // What a suite's hooks run belongs to no test: Stryker then tries it with all of them.
      runner.on("test end", () => {
        context.currentTestId = undefined;
      });
      runner.on("pass", (test) => tests.push({ ...told(test), status: TestStatus.Success }));
      runner.on("pending", (test) => tests.push({ ...told(test), status: TestStatus.Skipped }));
      runner.on("fail", (test, { message }: Error) =>
        tests.push({ ...told(test), status: TestStatus.Failed, failureMessage: message }),
      );
    });
    const endless = determineHitLimitReached(context.hitCount, context.hitLimit);
    return endless ?? { status: DryRunStatus.Complete, tests };
  }
}

function titled(titles: readonly string[]): RegExp {
  if (titles.length === 0) return NO_TESTS;
  const escaped = titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^(?:${escaped.join("|")})$`);
}

function setBail(suite: Mocha.Suite, bail: boolean): void {
  suite.bail(bail);
  for (const each of suite.suites) setBail(each, bail);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "mocha-12", MochaRunner)];
