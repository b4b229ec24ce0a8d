import { Command, Argument } from "commander";
import { stackName } from "../../constructs/stack-names";
import { passwordCure, usersWithoutPassword } from "../../plan-review/new-users";
import { OperatorError } from "../../sandbox/errors";
import { withPlanFile } from "../../sandbox/plan-file";
import { removeImports } from "./imports-file";
import { allowOption, isApproved, judgedPlan } from "./judged-plan";
import { openStack, type OpenStack } from "./open-stack";
import { interruptible, run } from "./run";
import { ENVIRONMENT_NAMES } from "./stacks";
import { showProgress } from "./terraform-progress";

/** How to run a stack. */
interface Options {
  /** Addresses at which the gate lets pass what it would refuse. */
  readonly allow: readonly string[];
  /** Applies without asking. */
  readonly autoApprove?: boolean;
}

/**
 * Makes `npm run plan` and `npm run apply`: Terraform plans once, the plan is shown and judged, and
 * that very plan is applied.
 *
 * @param verb - Whether to apply.
 * @param description - What the help says.
 */
export function reviewedCommand(verb: "plan" | "apply", description: string): Command {
  const command = new Command(`npm run ${verb} --`)
    .description(description)
    .addArgument(new Argument("<environment>").choices(ENVIRONMENT_NAMES))
    .addOption(allowOption());
  if (verb === "apply") command.option("--auto-approve", "apply without asking");
  return command.action((environment: string, options: Options) =>
    run(() => reviewedRun(verb, environment, options)),
  );
}

async function reviewedRun(
  verb: "plan" | "apply",
  environment: string,
  { allow, autoApprove = false }: Options,
): Promise<void> {
  if (verb === "apply" && !autoApprove && !process.stdin.isTTY) {
    throw new OperatorError(
      "apply asks for approval, and there is no terminal to answer it: add --auto-approve",
    );
  }
  await interruptible((signal) => reviewed(verb, environment, { allow, autoApprove }, signal));
}

async function reviewed(
  verb: "plan" | "apply",
  environment: string,
  { allow, autoApprove = false }: Options,
  interrupt: AbortSignal,
): Promise<void> {
  const name = stackName(environment);
  const opened = await openStack(name, { onMessage: showProgress(), interrupt });
  console.log(`Planning ${opened.inSandbox ? "in the sandbox" : "in AWS"} …`);
  await opened.terraform.init();
  await withPlanFile(async (file) => {
    const plan = await judgedPlan(opened, file, allow);
    if (plan === undefined) return;
    const lacking = usersWithoutPassword(plan);
    if (lacking.length > 0) {
      if (verb === "apply") throw new OperatorError(passwordCure(lacking));
      console.log(`Before the apply: ${passwordCure(lacking)}`);
    }
    if (verb === "plan") {
      const names = allow.map((address) => ` --allow ${address}`).join("");
      console.log(`Nothing was changed. To apply it: npm run apply -- ${environment}${names}`);
      return;
    }
    if (!autoApprove && !(await isApproved(name, interrupt))) {
      console.log("Nothing was changed.");
      return;
    }
    await opened.terraform.apply(file);
    await removeImports(opened.directory);
    await showOutputs(opened);
    console.log(`\nDone. That nothing is left to do shows: npm run plan -- ${environment}`);
  });
}

async function showOutputs({ terraform }: OpenStack): Promise<void> {
  const outputs = Object.entries(await terraform.output());
  for (const [name, { value }] of outputs) console.log(`${name} = ${JSON.stringify(value)}`);
}
