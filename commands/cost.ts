import { join } from "node:path";

import { Argument, Command, InvalidArgumentError } from "commander";

import { stackName } from "../constructs/stack-names";
import { readStack } from "../sandbox/terraform/stack";
import { costText } from "./cost/cost-text";
import { estimate, type Usage } from "./cost/estimate";
import { type Block, Configuration } from "./docs/configuration";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES, PROJECT, synthesize } from "./support/stacks";
import { say } from "./support/terminal";

function count(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number) || number < 0) {
    throw new InvalidArgumentError(`must be a number from 0 on, got "${text}"`);
  }
  return number;
}

void new Command("npm run cost --")
  .description("Estimate what a month of an environment costs, from what is synthesized.")
  .addArgument(new Argument("<environment>", "which one").choices(ENVIRONMENT_NAMES))
  .option("--calls <number>", "calls of customers in the month", count, 0)
  .option("--talk-minutes <number>", "minutes of each with an agent", count, 4)
  .option("--wait-minutes <number>", "minutes of each in menu and queue", count, 1)
  .option("--outbound-calls <number>", "calls that agents make, callbacks too", count, 0)
  .action((environment: string, usage: Usage) => run(() => cost(environment, usage)))
  .parseAsync();

async function cost(environment: string, usage: Usage): Promise<void> {
  const output = join(PROJECT, "cdktf.out");
  await synthesize(output);
  const stack = await readStack(join(output, "stacks", stackName(environment)));
  say(costText(estimate(new Configuration(stack as Block), usage), new Date()));
}
