import "./support/broken-source";

import { Argument, Command } from "commander";

import { planFrom, type Plan } from "../plan-review/plan";
import { stackName } from "../constructs/stack-names";
import { withPlanFile } from "../sandbox/plan-file";
import type { Terraform } from "../sandbox/terraform";
import { adopt } from "./adopt/adopt";
import { adoptionText } from "./adopt/adoption-text";
import { planText } from "./adopt/plan-text";
import { openStack } from "./support/open-stack";
import { interruptible, run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { showProgress } from "./support/terraform-progress";
import { say } from "./support/terminal";

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
  .action((environment: string, options: Options) =>
    run(() => interruptible((interrupt) => adoptInto(environment, options, interrupt))),
  )
  .parseAsync();

async function adoptInto(
  environment: string,
  options: Options,
  interrupt: AbortSignal,
): Promise<void> {
  const { directory, stack, terraform } = await openStack(stackName(environment), {
    onMessage: showProgress(),
    interrupt,
  });
  await terraform.init();
  const adoption = await adopt({ directory, stack, terraform, ...options });
  say(`${adoptionText(adoption)}\n`);
  const { text, safe } = planText(await planned(terraform), environment);
  say(text);
  if (!safe) process.exitCode = 1;
}

/** Terraform's own answer to what an apply would do. */
async function planned(terraform: Terraform): Promise<Plan> {
  return withPlanFile(async (file) => {
    await terraform.plan(file);
    return planFrom(await terraform.show(file));
  });
}
