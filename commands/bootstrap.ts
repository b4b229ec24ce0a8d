import "./support/broken-source";

import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { Argument, Command } from "commander";

import { BOOTSTRAP_STATE_KEY } from "../constructs/bootstrap/names";
import type { Account } from "../constructs/value/contact-center-value";
import { bootstrapStackName } from "../constructs/stack-names";
import { ACCOUNTS, ENVIRONMENTS } from "../kwglobal";
import type { Allowance } from "../plan-review/gate/finding";
import { OperatorError } from "../sandbox/machine/errors";
import { withPlanFile } from "../sandbox/terraform/plan-file";
import { SANDBOX_DIRECTORY } from "../sandbox/sandbox";
import type { Terraform } from "../sandbox/terraform/terraform";
import { checkCaller } from "./bootstrap/caller";
import { findExisting } from "./bootstrap/existing";
import { keepCutOff } from "./bootstrap/keep-cut-off";
import { nextSteps } from "./bootstrap/next-steps";
import { BootstrapState } from "./bootstrap/state";
import { removeImports, writeImports } from "./support/imports-file";
import { allowOption, isApproved, judgedPlan } from "./support/judged-plan";
import { openStack } from "./support/open-stack";
import { interruptible, run } from "./support/run";
import { PROJECT } from "./support/stacks";
import { showProgress } from "./support/terraform-progress";
import { say } from "./support/terminal";

interface Options {
  /** What the gate lets pass that it would refuse. */
  readonly allow: readonly Allowance[];
  /** Applies without asking. */
  readonly autoApprove?: boolean;
}

void new Command("npm run bootstrap --")
  .description(
    "Prepare an AWS account: where states are kept, and the roles of GitHub's workflows. Run it as an administrator: once, and when kwglobal.ts names things anew.",
  )
  .addArgument(new Argument("<account>").choices(ACCOUNTS.map(({ name }) => name)))
  .addOption(allowOption())
  .option("--auto-approve", "apply without asking")
  .action((name: string, options: Options) => run(() => bootstrap(accountOf(name), options)))
  .parseAsync();

async function bootstrap(account: Account, { allow, autoApprove = false }: Options): Promise<void> {
  if (!autoApprove && !process.stdin.isTTY) {
    throw new OperatorError(
      "bootstrap asks for approval, and there is no terminal to answer it: add --auto-approve",
    );
  }
  await interruptible((signal) => bootstrapped(account, { allow, autoApprove }, signal));
}

async function bootstrapped(
  account: Account,
  { allow, autoApprove = false }: Options,
  interrupt: AbortSignal,
): Promise<void> {
  const name = bootstrapStackName(account.name);
  const opened = await openStack(name, {
    onMessage: showProgress(),
    interrupt,
    makesStateBucket: true,
  });
  const { directory, inSandbox, stack, terraform } = opened;
  if (!inSandbox) await checkCaller(account);
  const s3 = new S3Client({ region: account.region, forcePathStyle: inSandbox });
  try {
    const file = join(inSandbox ? SANDBOX_DIRECTORY : PROJECT, `${name}.tfstate`);
    const places = { file, bucket: account.stateBucket, stateKey: BOOTSTRAP_STATE_KEY, s3 };
    const state = await BootstrapState.find(places, directory);
    if (state.isLocal) {
      say(`The state is in ${file} until there is a bucket for it.`);
      await writeImports(directory, await findExisting(stack, account, s3));
    } else {
      await removeImports(directory);
    }
    await terraform.init();
    if (state.isLocal) await keepCutOff(terraform);
    say(`Planning ${inSandbox ? "in the sandbox" : "in AWS"} …`);
    // The state moves into the bucket when the first apply is done: one that broke off goes on.
    const circumstances = {
      allow,
      account: account.id,
      ...(state.isLocal && { firstApply: true }),
    };
    const applied = await withPlanFile(async (plan) => {
      if ((await judgedPlan(opened, plan, circumstances)) === undefined) return true;
      if (!autoApprove && !(await isApproved(name, interrupt))) return false;
      await terraform.apply(plan);
      return true;
    });
    if (!applied) {
      say("Nothing was changed.");
      return;
    }
    await removeImports(directory);
    if (state.isLocal) {
      await state.move(terraform);
      say(`The state is now in s3://${account.stateBucket}/${BOOTSTRAP_STATE_KEY}.`);
    }
    say(`\n${nextSteps(environmentsOf(account), await rolesOf(terraform))}`);
  } finally {
    s3.destroy();
  }
}

async function rolesOf(terraform: Terraform): Promise<Record<string, string>> {
  const outputs = Object.entries(await terraform.output());
  return Object.fromEntries(outputs.map(([name, { value }]) => [name, String(value)]));
}

function environmentsOf(account: Account): string[] {
  return ENVIRONMENTS.filter((each) => each.account === account).map(({ name }) => name);
}

function accountOf(name: string): Account {
  const account = ACCOUNTS.find((each) => each.name === name);
  if (account === undefined) throw new Error(`commander let the account "${name}" pass`);
  return account;
}
