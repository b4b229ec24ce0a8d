import { join } from "node:path";

import { deploy, redeploy, type Deployment, type Progress } from "../../sandbox/deploy";
import { OperatorError } from "../../sandbox/machine/errors";
import type { Sandbox, Snapshot } from "../../sandbox/sandbox";
import { KeptProvider } from "../../sandbox/terraform/kept-provider";
import { readStack, regionOf, type Stack } from "../../sandbox/terraform/stack";
import type { ChangeView } from "../../sandbox/telephone/views";
import { sentenceOf } from "../support/failure";
import { removeImports } from "../support/imports-file";
import { sandboxOutput, synthesize } from "../support/stacks";
import { changesOf } from "./changes";

/**
 * Resources at a time. The sandbox throttles nobody, and what lasts (a key, functions one after the
 * other, life cycles) waits for nothing else: calls are answered some seconds sooner than with 10.
 */
const PARALLELISM = 30;

/** What a {@link LiveCenter} needs. */
export interface LiveCenterOptions {
  readonly sandbox: Sandbox;
  /** Name of the stack: `kwglobal-prod`. */
  readonly stack: string;
  /** Ends Terraform as Ctrl-C would. */
  readonly interrupt: AbortSignal;
}

/** A stack in the sandbox that can be brought up to date while it runs. */
export class LiveCenter {
  private readonly output: string;
  private readonly stackDirectory: string;
  private applied: Stack = {};
  private kept: Snapshot | undefined;
  private provider: KeptProvider | undefined;

  public constructor(private readonly options: LiveCenterOptions) {
    this.output = sandboxOutput(options.sandbox.endpoint);
    this.stackDirectory = join(this.output, "stacks", options.stack);
  }

  /** Where it is, in the sandbox. */
  public get region(): string {
    return regionOf(this.applied);
  }

  /** Whether the sandbox can go back to what was applied. */
  public get isKept(): boolean {
    return this.kept !== undefined;
  }

  /** @param begun - A synth of the same that goes on already. */
  public async synthesize(begun?: Promise<void>): Promise<void> {
    this.options.sandbox.board.show({ stack: this.options.stack, state: "synthesizing" });
    await (begun ?? synthesize(this.output));
    // Of another sandbox, whose things aren't in this one.
    await removeImports(this.stackDirectory);
  }

  /** Applies it for the first time. */
  public async deploy(onProgress: (progress: Progress) => void): Promise<Deployment> {
    const deployment = await deploy(this.deployOptions(onProgress));
    await this.keep([]);
    return deployment;
  }

  /**
   * Synthesizes and applies what has been saved since. Where that fails, the center is as it was.
   *
   * @throws OperatorError with all that is wrong, and with what has become of the center.
   */
  public async update(): Promise<readonly ChangeView[]> {
    const { sandbox, stack, interrupt } = this.options;
    let before: Snapshot | undefined;
    let touched = false;
    try {
      await this.synthesize();
      before = await this.snapshot(true);
      const { changed } = await redeploy(
        this.deployOptions(({ step }) => {
          touched ||= step === "apply" || step === "destroy";
        }),
      );
      const changes = changesOf(changed, this.applied, await readStack(this.stackDirectory));
      await this.keep(changes);
      return changes;
    } catch (error) {
      if (interrupt.aborted) throw error;
      const fault = `${sentenceOf(error)}\n${await this.restore(touched, before)}`;
      sandbox.board.show({ stack, state: "failed", fault });
      throw new OperatorError(fault);
    } finally {
      if (before) await sandbox.forget(before);
    }
  }

  /** Ends what it has started, once nothing is being applied. */
  public async stop(): Promise<void> {
    await this.provider?.stop();
    this.provider = undefined;
  }

  private deployOptions(onProgress: (progress: Progress) => void) {
    const { sandbox, stack, interrupt } = this.options;
    const { stackDirectory } = this;
    return {
      stackDirectory,
      sandbox,
      interrupt,
      parallelism: PARALLELISM,
      ...(process.platform !== "win32" && { provider: this.keptProvider.bind(this) }),
      onProgress: (progress: Progress) => {
        const { done, total, address } = progress;
        sandbox.board.show({
          ...{ stack, state: "applying", done, total },
          ...(address !== undefined && { address }),
        });
        onProgress(progress);
      },
    };
  }

  private async keptProvider(environment: NodeJS.ProcessEnv): Promise<KeptProvider> {
    if (this.provider?.hasEnded === true) await this.stop();
    this.provider ??= await KeptProvider.start(this.stackDirectory, environment);
    return this.provider;
  }

  /** What is applied now is what Reset goes back to. */
  private async keep(changes: readonly ChangeView[]): Promise<void> {
    const { sandbox, stack } = this.options;
    this.applied = await readStack(this.stackDirectory);
    const last = this.kept;
    this.kept = await this.snapshot(false);
    if (last) await sandbox.forget(last);
    sandbox.board.show({ stack, state: "applied", changes });
  }

  /** @returns undefined where the emulator can't be copied */
  private async snapshot(aside: boolean): Promise<Snapshot | undefined> {
    try {
      return await this.options.sandbox.snapshot(aside);
    } catch (error) {
      if (error instanceof OperatorError) return undefined;
      throw error;
    }
  }

  private async restore(touched: boolean, before: Snapshot | undefined): Promise<string> {
    if (!touched) return "The center is as it was.";
    if (before === undefined) return "A part of it is applied: mend it, and save again.";
    await this.options.sandbox.reset(before);
    return "The center is as it was; calls that were under way have ended.";
  }
}
