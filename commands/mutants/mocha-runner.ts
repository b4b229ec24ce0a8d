import "../support/quiet-sdk";

import { readFileSync, realpathSync, writeFileSync } from "node:fs";
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
import fc from "fast-check";

import { forget, Modules } from "./modules";
import { TestFile } from "./test-file";

/** What the changed code reads: which mutant is on, and which test is running. */
const context = ((globalThis as Record<string, unknown>).__stryker__ ??= {}) as InstrumenterContext;

/** How long each test file takes: one process measures it for all. The copy of the project is theirs. */
const TIMES = "test-times.json";

/**
 * Runs the tests for Stryker, in a process that it keeps for all mutants. Stryker's own runner for
 * mocha needs files that mocha 12 has no more.
 */
class MochaRunner implements TestRunner {
  public static readonly inject = tokens(commonTokens.options);

  private readonly files: TestFile[];
  private modules: Modules | undefined;
  private isSorted = false;
  /** What a mutant may have changed while it was loaded. */
  private spoiled: ReadonlySet<string> = new Set();

  public constructor(options: StrykerOptions) {
    this.files = (options.tests as string[]).map((file) => new TestFile(resolve(file)));
    // Else a mutant could be noticed by chance.
    fc.configureGlobal({ seed: 1 });
  }

  public capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  public async dryRun(options: DryRunOptions): Promise<DryRunResult> {
    this.loadAll();
    const result = await this.run(options, this.files);
    writeFileSync(TIMES, JSON.stringify(this.files.map(({ milliseconds }) => milliseconds)));
    return result.status === DryRunStatus.Complete && context.mutantCoverage !== undefined
      ? { ...result, mutantCoverage: context.mutantCoverage }
      : result;
  }

  public async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, mutantActivation, sandboxFileName, testFilter } = options;
    // Stryker waits for ten times as long: then the time limit is over, which costs a new process.
    const hitLimit = options.hitLimit === undefined ? undefined : options.hitLimit / 10;
    Object.assign(context, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    context.activeMutant = undefined;
    const modules = this.loadAll();
    this.sort();
    this.forget(this.spoiled);
    this.spoiled = new Set();
    let files = this.files;
    if (mutantActivation === "static") {
      this.spoiled = modules.thatNeed(realpathSync(sandboxFileName));
      this.forget(this.spoiled);
      files = files.filter(({ path }) => this.spoiled.has(path));
    }
    context.activeMutant = activeMutant.id;
    return toMutantRunResult(await this.run(options, files, testFilter));
  }

  private loadAll(): Modules {
    if (this.modules !== undefined) return this.modules;
    for (const file of this.files) file.load();
    this.modules = new Modules();
    return this.modules;
  }

  /** The quickest first, as the dry run has measured them: a mutant is noticed the sooner. */
  private sort(): void {
    if (this.isSorted) return;
    const times = JSON.parse(readFileSync(TIMES, "utf8")) as number[];
    const timeOf = new Map(this.files.map((file, index) => [file, times[index] ?? 0]));
    this.files.sort((one, other) => (timeOf.get(one) ?? 0) - (timeOf.get(other) ?? 0));
    this.isSorted = true;
  }

  private forget(modules: ReadonlySet<string>): void {
    forget(modules);
    for (const file of this.files) if (modules.has(file.path)) file.unload();
  }

  private async run(
    { disableBail }: DryRunOptions | MutantRunOptions,
    files: readonly TestFile[],
    titles?: readonly string[],
  ): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const file of files.filter((each) => each.holds(titles))) {
      try {
        file.load();
      } catch (error) {
        return { status: DryRunStatus.Error, errorMessage: String(error) };
      }
      tests.push(...(await file.run({ titles, bail: !disableBail, begins: turnTo })));
      if (!disableBail && tests.at(-1)?.status === TestStatus.Failed) break;
    }
    const endless = determineHitLimitReached(context.hitCount, context.hitLimit);
    return endless ?? { status: DryRunStatus.Complete, tests };
  }
}

/** What a suite's hooks run belongs to no test: Stryker then tries it with all of them. */
function turnTo(test: string | undefined): void {
  context.currentTestId = test;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "mocha-12", MochaRunner)];
