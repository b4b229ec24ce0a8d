import { join } from "node:path";

import { deploy, redeploy, type Deployment, type Progress } from "../../sandbox/deploy";
import { OperatorError } from "../../sandbox/errors";
import type { Sandbox, Snapshot } from "../../sandbox/sandbox";
import { readStack, regionOf, type Stack } from "../../sandbox/stack";
import type { ChangeView } from "../../sandbox/telephone/views";
import { sentenceOf } from "../support/failure";
import { removeImports } from "../support/imports-file";
import { sandboxOutput, synthesize } from "../support/stacks";
import { changesOf } from "./changes";

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
  private snapshot: Snapshot | undefined;

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
    return this.snapshot !== undefined;
  }

  public async synthesize(): Promise<void> {
    this.options.sandbox.board.show({ stack: this.options.stack, state: "synthesizing" });
    await synthesize(this.output);
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
    let touched = false;
    try {
      await this.synthesize();
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
      const fault = `${sentenceOf(error)}\n${await this.restore(touched)}`;
      sandbox.board.show({ stack, state: "failed", fault });
      throw new OperatorError(fault);
    }
  }

  private deployOptions(onProgress: (progress: Progress) => void) {
    const { sandbox, stack, interrupt } = this.options;
    const { stackDirectory } = this;
    return {
      stackDirectory,
      sandbox,
      interrupt,
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

  /** What is applied now is what to go back to, where the emulator can be copied. */
  private async keep(changes: readonly ChangeView[]): Promise<void> {
    const { sandbox, stack } = this.options;
    this.applied = await readStack(this.stackDirectory);
    const before = this.snapshot;
    try {
      this.snapshot = await sandbox.snapshot();
      if (before) await sandbox.forget(before);
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
    }
    sandbox.board.show({ stack, state: "applied", changes });
  }

  private async restore(touched: boolean): Promise<string> {
    if (!touched) return "The center is as it was.";
    if (this.snapshot === undefined) return "A part of it is applied: mend it, and save again.";
    await this.options.sandbox.reset(this.snapshot);
    return "The center is back at what was applied before; its calls have ended.";
  }
}
