import { Command } from "commander";
import { execa } from "execa";

import { OperatorError } from "../sandbox/machine/errors";
import { minutes } from "./support/minutes";
import { PROJECT } from "./support/stacks";
import { run } from "./support/run";
import { say } from "./support/terminal";

/** What `npm test` runs, the quickest first; a step that fails is the last. */
const STEPS = ["check", "test:fast", "test:sandbox"] as const;

async function test(): Promise<void> {
  const times: string[] = [];
  const begun = performance.now();
  for (const step of STEPS) {
    const from = performance.now();
    const { exitCode } = await execa("npm", ["run", "--silent", step], {
      cwd: PROJECT,
      stdio: "inherit",
      reject: false,
    });
    times.push(`${step} ${minutes(performance.now() - from)}`);
    if (exitCode !== 0) throw new OperatorError(`npm run ${step} failed: see above`);
  }
  say(`\nAll passed in ${minutes(performance.now() - begun)}: ${times.join(", ")}.`);
}

void new Command("npm run test --")
  .description(
    "Check everything: format, lint, types and what nothing uses, then the fast tests, then the ones that run Terraform and other programs. Say how long it took.",
  )
  .action(() => run(test))
  .parseAsync();
