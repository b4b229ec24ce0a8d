import { Command } from "commander";
import { execa } from "execa";

import { OperatorError } from "../sandbox/machine/errors";
import { minutes } from "./support/minutes";
import { PROJECT } from "./support/stacks";
import { run } from "./support/run";
import { say } from "./support/terminal";
import { type Outcome, withSecondTry } from "./test/second-try";

/** What `npm test` runs, the quickest first; a step that fails is the last. */
const STEPS = ["check", "test:fast", "test:sandbox"] as const;

async function test(): Promise<void> {
  const times: string[] = [];
  const again: string[] = [];
  const begun = performance.now();
  for (const step of STEPS) {
    const from = performance.now();
    const outcome = await (step === "test:sandbox" ? testSandbox(step) : runOnce(step));
    times.push(`${step} ${minutes(performance.now() - from)}`);
    if (!outcome.passed) throw new OperatorError(`npm run ${step} failed: see above`);
    again.push(...outcome.again);
  }
  say(`\nAll passed in ${minutes(performance.now() - begun)}: ${times.join(", ")}.`);
  if (again.length > 0) say(`Passed only when run once more: ${again.join(", ")}.`);
}

const runOnce = async (step: string): Promise<Outcome> => ({
  passed: (await runStep(step)) === 0,
  again: [],
});

const testSandbox = (step: string): Promise<Outcome> =>
  withSecondTry(
    (files, variables) =>
      files.length > 0
        ? execute("mocha", ["--timeout", "900000", ...files])
        : runStep(step, variables),
    (files) => {
      say(`\nThese failed, and run once more by themselves: ${files.join(", ")}`);
    },
  );

const runStep = (step: string, variables = {}) =>
  execute("npm", ["run", "--silent", step], variables);

async function execute(
  program: string,
  options: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<number | undefined> {
  const { exitCode } = await execa(program, options, {
    cwd: PROJECT,
    env: variables,
    preferLocal: true,
    stdio: "inherit",
    reject: false,
  });
  return exitCode;
}

void new Command("npm run test --")
  .description(
    "Check everything: format, lint, types and what nothing uses, then the fast tests, then the ones that run Terraform and other programs; a file of these that fails runs once more by itself. Say how long it took.",
  )
  .action(() => run(test))
  .parseAsync();
