import { isDeepStrictEqual } from "node:util";

import type { DesiredState } from "../../lambda-src/connect-associations/desired-state";
import type { Reconciler } from "../../lambda-src/connect-associations/reconciler";

interface Input {
  readonly desired: DesiredState;
  readonly run: string;
}

/**
 * What Terraform and provider 5.100.0 remember of an `aws_lambda_invocation` with
 * `lifecycle_scope = "CRUD"`: after an update the new input, even where the function failed; after a
 * create that failed nothing; after a delete that failed what there was.
 * `__tests__/sandbox/contact-center/failed-applies.e2e.test.ts` shows the same with the real ones.
 */
export class LambdaInvocation {
  private state: Input | undefined;

  public constructor(private readonly functions: Reconciler) {}

  /** What a plan shows: the new run, if anything changes. */
  public async plan(desired: DesiredState): Promise<string | undefined> {
    const input = { desired, ...(await this.functions.observe(desired)) };
    return isDeepStrictEqual(input, this.state) ? undefined : input.run;
  }

  /** @param arrives - Whether the function is reached at all. */
  public async apply(desired: DesiredState, { arrives = true } = {}): Promise<void> {
    const input = { desired, ...(await this.functions.observe(desired)) };
    if (isDeepStrictEqual(input, this.state)) {
      return;
    }
    const { state } = this;
    this.state = state && input;
    await this.invoke(
      { ...input, tf: state ? update(state) : { action: "create", prev_input: null } },
      arrives,
    );
    this.state = input;
  }

  public async destroy(): Promise<void> {
    if (this.state !== undefined) {
      await this.invoke({ ...this.state, tf: { action: "delete", prev_input: this.state } });
      this.state = undefined;
    }
  }

  private async invoke(event: Parameters<Reconciler["reconcile"]>[0], arrives = true) {
    if (!arrives) {
      throw new Error("TooManyRequestsException");
    }
    await this.functions.reconcile(event);
  }
}

const update = (state: Input) => ({ action: "update" as const, prev_input: state });
