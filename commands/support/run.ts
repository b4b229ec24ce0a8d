import "./quiet-sdk";

import { InvalidArgumentError } from "commander";
import { OperatorError } from "../../sandbox/errors";

/**
 * Runs a command's work. What the person at the terminal can mend is shown as one message; anything
 * else is a fault of ours, and keeps its stack trace.
 *
 * @param work - The command.
 */
export async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof OperatorError ? `error: ${error.message}` : error);
    process.exitCode = 1;
  }
}

/** Milliseconds in which signals are one: npm passes on what the terminal has sent us already. */
const SAME_SIGNAL = 1000;

/**
 * Ends cleanly on Ctrl-C, on being terminated and on a closed terminal. A second signal while that
 * goes on, a second or more after the first, ends at once.
 *
 * @param stop - Ends what is running; its result is the exit code.
 */
export function onSignal(stop: () => Promise<number>): void {
  let stoppingSince: number | undefined;
  const end = (signal: NodeJS.Signals) => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > SAME_SIGNAL) process.exit(130);
      return;
    }
    stoppingSince = performance.now();
    if (signal === "SIGINT") console.error("\nstopping …");
    stop().then(
      (code) => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
}

/**
 * Does work that Ctrl-C ends in order: what Terraform has begun is finished and recorded, and the plan
 * is deleted; only then the process ends.
 *
 * @param work - Gets the signal to stop at; its errors show as those of {@link run}.
 */
export async function interruptible(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interrupt = new AbortController();
  const working = work(interrupt.signal);
  onSignal(async () => {
    interrupt.abort();
    await working.catch(() => undefined);
    return 130;
  });
  await working;
}

/** Parses the value of a `--port` option. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError("it must be a whole number from 0 (any free port) to 65535.");
}
