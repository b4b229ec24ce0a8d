import { errorMessage } from "../machine/errors";
import type { ExecutionEnd } from "../cloudwatch/execution-metrics";
import type { ChildExecution } from "./child-execution";
import type { Execution, Executions } from "./execution";
import type { MapRun } from "./map-run";
import { StateFailure } from "./state-failure";

/** A run under way, or one that may be redriven. */
interface Run {
  readonly map: MapRun;
  readonly stop: AbortController;
  /** When its results have been written. */
  readonly over: Promise<void>;
}

/** The executions of this process, and what is recorded of each. */
export class RunningExecutions {
  private readonly runs = new Map<string, Run>();

  /**
   * @param executions - What is recorded; one that another process left running is given up.
   * @param onEnd - Hears of each execution that ends.
   */
  public constructor(
    executions: Executions,
    private readonly onEnd: (machineArn: string, end: ExecutionEnd) => void,
  ) {
    for (const execution of executions.values())
      if (execution.status === "RUNNING")
        this.end(execution, "ABORTED", { cause: "the sandbox was copied while it ran" });
  }

  /** Begins a recorded execution. @param before - What must be over first. */
  public begin(execution: Execution, map: MapRun, before: Promise<void> = Promise.resolve()): void {
    const stop = new AbortController();
    const over = before
      .then(() => map.run(stop.signal))
      .then(
        (output) => {
          if (!stop.signal.aborted) this.end(execution, "SUCCEEDED", { output });
        },
        (error: unknown) => {
          const name = error instanceof StateFailure ? error.error : "States.Runtime";
          const failure = { error: name, cause: errorMessage(error) };
          if (!stop.signal.aborted) this.end(execution, "FAILED", failure);
        },
      )
      .then(() => {
        this.count(execution);
        if (execution.status === "SUCCEEDED") this.runs.delete(execution.arn);
      });
    this.runs.set(execution.arn, { map, stop, over });
  }

  /** Stops an execution at once; its results are written afterwards. */
  public stop(execution: Execution, why: { error?: string; cause?: string } = {}): void {
    if (execution.status !== "RUNNING") return;
    this.runs.get(execution.arn)?.stop.abort();
    this.end(execution, "ABORTED", why);
  }

  /**
   * Begins an execution that did not succeed once more, with what of it did not succeed.
   * @returns what keeps it from that, if something does
   */
  public redrive(execution: Execution): string | undefined {
    const { status } = execution;
    if (status === "RUNNING" || status === "SUCCEEDED")
      return `Execution is ${status} and cannot be redriven`;
    const run = this.runs.get(execution.arn);
    if (run === undefined)
      return "the sandbox can't redrive what ended before it was copied or reset";
    execution.status = "RUNNING";
    execution.redrives += 1;
    execution.redriven = Date.now();
    delete execution.stopped;
    delete execution.error;
    delete execution.cause;
    this.begin(execution, run.map, run.over);
    return undefined;
  }

  private end(
    execution: Execution,
    status: ExecutionEnd,
    what: { output?: string; error?: string; cause?: string },
  ): void {
    Object.assign(execution, what, { status, stopped: Date.now() });
    this.onEnd(execution.machineArn, status);
  }

  /** Records how far an execution is. */
  public count(execution: Execution): void {
    const run = this.runs.get(execution.arn);
    if (run) Object.assign(execution.mapRun, countsOf(run.map));
  }
}

/** How many items and executions of a run are in each state. */
export const countsOf = (map: MapRun) => ({
  items: map.counts(({ items }: ChildExecution) => items),
  executions: map.counts(() => 1),
});
