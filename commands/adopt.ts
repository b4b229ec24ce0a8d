import "./support/broken-source";

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Argument, Command } from "commander";

import { parsePlan, type Plan } from "../plan-review/plan";
import type { Terraform } from "../sandbox/terraform";
import { adopt } from "./adopt/adopt";
import { adoptionText } from "./adopt/adoption-text";
import { planText } from "./adopt/plan-text";
import { openStack } from "./support/open-stack";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES, stackOf } from "./support/stacks";

interface Options {
  readonly instanceId?: string;
  readonly phoneNumber?: string;
}

void new Command("npm run adopt --")
  .description(
    "Find what is live already, and write the import blocks with which the next apply takes it over.",
  )
  .addArgument(new Argument("<environment>").choices(ENVIRONMENT_NAMES))
  .option("--instance-id <id>", "the live instance; by default the one of the code's alias")
  .option("--phone-number <number>", "in E.164; where the instance has several")
  .action((environment: string, options: Options) => run(() => adoptInto(environment, options)))
  .parseAsync();

async function adoptInto(environment: string, options: Options): Promise<void> {
  const { directory, stack, terraform } = await openStack(stackOf(environment));
  await terraform.init();
  const adoption = await adopt({ directory, stack, terraform, ...options });
  console.log(adoptionText(adoption));
  const { text, safe } = planText(await plan(terraform, directory), environment);
  console.log(text);
  if (!safe) process.exitCode = 1;
}

/** Terraform's own answer to what an apply would do. The plan file holds secrets, so it goes at once. */
async function plan(terraform: Terraform, directory: string): Promise<Plan> {
  const file = "adopt.plan";
  try {
    await terraform.plan(file);
    return parsePlan(JSON.stringify(await terraform.show(file)));
  } finally {
    await rm(join(directory, file), { force: true });
  }
}
