import { LambdaCode } from "./lambda-code";
import { LambdaEnvironment } from "./lambda-environment";
import type { Invocation, InvocationOutcome, LambdaFunction } from "./lambda-function";

/** Processes at a time, over all functions: what a laptop bears. */
const CONCURRENCY = 32;

/** Invocation logs kept of each function. */
const KEPT_LOGS = 100;

/** No environment is free, and no more may be started. */
export class TooManyInvocations extends Error {}

interface Slot {
  readonly function: string;
  readonly revision: string;
  readonly environment: LambdaEnvironment;
  busy: boolean;
}

/**
 * Runs deployed functions, each in processes of its own: warm ones are used again, a busy one gets a
 * sibling, and those of older code or configuration end.
 */
export class LambdaRunner {
  private readonly code = new LambdaCode();
  private readonly logs = new Map<string, string[]>();
  private slots: Slot[] = [];

  /** @param endpoint - Where the functions' AWS clients go. */
  public constructor(private readonly endpoint: () => string) {}

  /**
   * Invokes a function and waits for its answer.
   *
   * @param lambda - The function as configured now.
   * @param zip - Its code.
   * @param invocation - What to give it.
   * @throws TooManyInvocations beyond {@link CONCURRENCY}; OperatorError when the zip is unusable.
   */
  public async invoke(
    lambda: LambdaFunction,
    zip: Uint8Array,
    invocation: Invocation,
  ): Promise<InvocationOutcome> {
    const folder = await this.code.folder(lambda.codeSha256, zip);
    const slot = this.take(lambda, folder);
    try {
      const outcome = await slot.environment.invoke(invocation);
      const logs = this.logs.get(lambda.arn) ?? [];
      this.logs.set(lambda.arn, [...logs, outcome.log].slice(-KEPT_LOGS));
      return outcome;
    } finally {
      slot.busy = false;
    }
  }

  /** The logs of a function's newest invocations, oldest first. */
  public logsOf(functionArn: string): readonly string[] {
    return this.logs.get(functionArn) ?? [];
  }

  /** Ends every process and removes the unzipped code. */
  public async stop(): Promise<void> {
    for (const { environment } of this.slots) environment.kill();
    this.slots = [];
    await this.code.remove();
  }

  private take(lambda: LambdaFunction, folder: string): Slot {
    const key = `${lambda.arn}:${lambda.version}`;
    const revision = JSON.stringify(lambda);
    this.discard((slot) => slot.function === key && slot.revision !== revision);
    const warm = this.slots.find((slot) => slot.function === key && !slot.busy);
    if (warm) {
      warm.busy = true;
      return warm;
    }
    if (this.slots.length >= CONCURRENCY) this.discard(() => true);
    if (this.slots.length >= CONCURRENCY) throw new TooManyInvocations();
    const slot = {
      function: key,
      revision,
      environment: new LambdaEnvironment(lambda, folder, this.endpoint()),
      busy: true,
    };
    this.slots.push(slot);
    return slot;
  }

  /** Ends the idle environments that are dead or match. A busy one finishes its event first. */
  private discard(matches: (slot: Slot) => boolean): void {
    this.slots = this.slots.filter((slot) => {
      if (slot.busy || (slot.environment.alive && !matches(slot))) return true;
      slot.environment.kill();
      return false;
    });
  }
}
