import "./support/broken-source";

import { resolve } from "node:path";

import { Argument, Command } from "commander";

import { planFrom, type Plan } from "../plan-review/plan";
import { stackName } from "../constructs/stack-names";
import { ENVIRONMENTS } from "../kwglobal";
import { OperatorError } from "../sandbox/machine/errors";
import { withPlanFile } from "../sandbox/terraform/plan-file";
import type { Terraform } from "../sandbox/terraform/terraform";
import { adopt } from "./adopt/adopt";
import { adoptionText } from "./adopt/adoption-text";
import { LiveInstance } from "./adopt/live-instance";
import { planText } from "./adopt/plan-text";
import { draftCenter } from "./draft/draft";
import { checkAccount } from "./support/account";
import { createClients } from "./support/clients";
import { openStack } from "./support/open-stack";
import { interruptible, run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { showProgress } from "./support/terraform-progress";
import { complain, say } from "./support/terminal";

interface Options {
  readonly instanceId?: string;
  readonly phoneNumber?: string;
  readonly writeValue?: string | true;
}

/** Where a draft is written. */
const DRAFT = "cdktf.out/draft";

void new Command("npm run adopt --")
  .description(
    "Find what is live already, and write the import blocks with which the next apply takes it over.",
  )
  .addArgument(new Argument("<environment>").choices(ENVIRONMENT_NAMES))
  .option("--instance-id <id>", "the live instance; by default the one of the code's alias")
  .option("--phone-number <number>", "in E.164; where the instance has several")
  .option(
    "--write-value [folder]",
    `draft kwglobal.ts and templates from the live instance, in a folder of their own (${DRAFT}), and adopt nothing`,
  )
  .action((environment: string, options: Options) =>
    run(() =>
      options.writeValue === undefined
        ? interruptible((interrupt) => adoptInto(environment, options, interrupt))
        : draft(environment, options),
    ),
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

/** Drafts the value of a center that no code knows. */
async function draft(name: string, { instanceId, writeValue }: Options): Promise<void> {
  if (instanceId === undefined) {
    throw new OperatorError(
      "--write-value needs --instance-id: aws connect list-instances shows the ids",
    );
  }
  const environment = ENVIRONMENTS.find((each) => each.name === name);
  if (environment === undefined) throw new Error(`there is no environment ${name}`);
  const { connect, sts } = createClients(environment.region);
  await checkAccount(sts, environment);
  complain(`Reading instance ${instanceId} …`);
  const folder = resolve(writeValue === true ? DRAFT : (writeValue ?? DRAFT));
  say(await draftCenter(new LiveInstance(connect, instanceId), environment, folder));
}

/** Terraform's own answer to what an apply would do. */
async function planned(terraform: Terraform): Promise<Plan> {
  return withPlanFile(async (file) => {
    await terraform.plan(file);
    return planFrom(await terraform.show(file));
  });
}
