import "./quiet-sdk";

import { writeSync } from "node:fs";
import { InvalidArgumentError } from "commander";
import { isClosedPipe, sentenceOf } from "./failure";
import { complain } from "./terminal";

/** How the command ends in order, where it must; the result is the exit code. */
let stopping: (() => Promise<number>) | undefined;

/**
 * Runs a command's work. Whatever goes wrong is told in words: what a person can mend with its cure, a
 * mistake of ours with its place.
 *
 * @param work - The command.
 */
export async function run(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // Told, if at all, when the stream says so.
    if (isClosedPipe(error)) return;
    complain(`error: ${sentenceOf(error)}`);
    process.exitCode = 1;
  }
}

/*
 * Nobody can read on: the reader of a pipe has gone, or the disk is full. The first is no failure; what
 * a command was about to change is given up in order.
 */
let lost: Error | undefined;
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: Error) => {
    if (stream === process.stdout) lost ??= error;
    if (stopping === undefined) process.exit();
    stopping().then(
      (code) => process.exit(code),
      () => process.exit(1),
    );
    stopping = () => new Promise(() => undefined);
  });
}

process.once("exit", () => {
  // Before the event, where a command ends at once, as its help does; Node forgets it afterwards.
  const error = lost ?? process.stdout.errored;
  if (error === null || isClosedPipe(error)) return;
  if (process.exitCode === undefined || process.exitCode === 0) process.exitCode = 1;
  writeSync(2, `error: the output could not be written: ${sentenceOf(error)}\n`);
});

/** Milliseconds in which signals are one: npm passes on what the terminal has sent us already. */
const SAME_SIGNAL = 1000;

/**
 * Ends cleanly on Ctrl-C, on being terminated and on a closed terminal. A second signal while that
 * goes on, a second or more after the first, ends at once.
 *
 * @param stop - Ends what is running; its result is the exit code.
 */
export function onSignal(stop: () => Promise<number>): void {
  stopping = stop;
  let stoppingSince: number | undefined;
  const end = (signal: NodeJS.Signals) => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > SAME_SIGNAL) process.exit(130);
      return;
    }
    stoppingSince = performance.now();
    if (signal === "SIGINT") complain("\nstopping …");
    stop().then(
      (code) => process.exit(code),
      (error: unknown) => {
        complain(`error: ${sentenceOf(error)}`);
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
