import { Command, InvalidArgumentError } from "commander";

import { messageContent } from "../constructs/connect/message";
import { kwglobalCenter } from "./support/kwglobal-center";
import { Coverage } from "../contact-flow/simulation";
import { fuzz, type FuzzFailure } from "../contact-flow/simulation/fuzz";
import { run } from "./support/run";
import { say } from "./support/terminal";

/** What `npm run fuzz` may be told. */
interface Options {
  readonly calls: number;
  readonly seed: number;
  readonly json?: true;
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) {
    return Number(text);
  }
  throw new InvalidArgumentError("it must be a whole number from 0 to 999999999.");
}

function told({ problem, scenario, story }: FuzzFailure): string[] {
  const { at, ...rest } = scenario;
  return [
    `error: ${problem}`,
    "the shortest call that shows it:",
    JSON.stringify({ at: new Date(at).toISOString(), ...rest }, undefined, 2),
    ...story.map((line) => `  ${line}`),
  ];
}

/** Makes random calls to the main menu, things failing at random, and tells what came of them. */
function makeCalls({ calls, seed, json }: Options): void {
  // A message is there to be switched on by chance.
  const center = kwglobalCenter(undefined, { content: messageContent("Snow"), closed: [] });
  const coverage = new Coverage(center);
  const report = fuzz(center, { flow: "KWGlobal Main Menu", calls, seed, watch: coverage.watch });
  process.exitCode = report.failure === undefined ? 0 : 1;
  if (json === true) {
    say(JSON.stringify({ seed, ...report }, undefined, 2));
    return;
  }
  const made = `${report.calls.toLocaleString("en-US")} random calls, seed ${seed}`;
  const lines = [
    `${made}:`,
    ...Object.entries(report.endings).map(
      ([ending, count]) => `${count.toLocaleString("en-US").padStart(9)} ${ending}`,
    ),
    coverage.table(),
    ...(report.failure === undefined
      ? [
          `passed: in ${made}, nobody was stuck, no flow stopped, and each call ended in a queue, with an agent, a callback or a goodbye`,
        ]
      : [
          ...told(report.failure),
          `next: mend the flow in flow-templates/ (or the interpreter, if Amazon Connect would do better), write the call into __tests__/contact-flow/simulation/kwglobal-calls.test.ts, and try again: npm run fuzz -- --seed ${seed}`,
        ]),
  ];
  say(lines.join("\n"));
}

void new Command("npm run fuzz --")
  .description(
    "Make random calls to the main menu, with full queues, closed hours and broken blocks.",
  )
  .option("--calls <number>", "how many", wholeNumber, 100_000)
  .option("--json", "what came of them, and the shortest call that failed, as an object")
  .option("--seed <number>", "the same seed makes the same calls", wholeNumber, 1)
  .action((options: Options) =>
    run(() => {
      makeCalls(options);
    }),
  )
  .parseAsync();
