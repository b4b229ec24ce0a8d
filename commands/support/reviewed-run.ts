import { Command, Argument } from "commander";
import { stackName } from "../../constructs/stack-names";
import type { Allowance } from "../../plan-review/gate/finding";
import { passwordCure, usersWithoutPassword } from "../../plan-review/new-users";
import { OperatorError } from "../../sandbox/machine/errors";
import { withPlanFile } from "../../sandbox/terraform/plan-file";
import { removeImports } from "./imports-file";
import { allowOption, allowOptions, isApproved, judgedPlan, planReport } from "./judged-plan";
import { openStack, type OpenStack } from "./open-stack";
import { interruptible, run } from "./run";
import { ENVIRONMENT_NAMES } from "./stacks";
import { showProgress } from "./terraform-progress";
import { complain, say } from "./terminal";

/** How to run a stack. */
interface Options {
  /** What the gate lets pass that it would refuse. */
  readonly allow: readonly Allowance[];
  /** Applies without asking. */
  readonly autoApprove?: boolean;
  /** Prints what a script needs, and nothing else, on standard output. */
  readonly json?: boolean;
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
  else command.option("--json", "an object {stack, changes, resources, verdict}, without values");
  return command.action((environment: string, options: Options) =>
    run(() => reviewedRun(verb, environment, options)),
  );
}

async function reviewedRun(
  verb: "plan" | "apply",
  environment: string,
  options: Options,
): Promise<void> {
  const { autoApprove = false } = options;
  if (verb === "apply" && !autoApprove && !process.stdin.isTTY) {
    throw new OperatorError(
      "apply asks for approval, and there is no terminal to answer it: add --auto-approve",
    );
  }
  await interruptible((signal) => reviewed(verb, environment, options, signal));
}

async function reviewed(
  verb: "plan" | "apply",
  environment: string,
  { allow, autoApprove = false, json = false }: Options,
  interrupt: AbortSignal,
): Promise<void> {
  const name = stackName(environment);
  const out = json ? process.stderr : process.stdout;
  const tell = json ? complain : say;
  const opened = await openStack(name, { onMessage: showProgress(out), interrupt, tell });
  tell(`Planning ${opened.inSandbox ? "in the sandbox" : "in AWS"} …`);
  await opened.terraform.init();
  await withPlanFile(async (file) => {
    if (json) {
      const report = await planReport(opened, file, { allow });
      say(JSON.stringify(report, undefined, 2));
      if (report.verdict.refused.length > 0) process.exitCode = 1;
      return;
    }
    const plan = await judgedPlan(opened, file, { allow });
    if (plan === undefined) return;
    const lacking = usersWithoutPassword(plan);
    if (lacking.length > 0) {
      if (verb === "apply") throw new OperatorError(passwordCure(lacking));
      say(`Before the apply: ${passwordCure(lacking)}`);
    }
    if (verb === "plan") {
      const options = allowOptions(allow);
      say(`Nothing was changed. To apply it: npm run apply -- ${environment}${options}`);
      return;
    }
    if (!autoApprove && !(await isApproved(name, interrupt))) {
      say("Nothing was changed.");
      return;
    }
    await opened.terraform.apply(file);
    await removeImports(opened.directory);
    await showOutputs(opened);
    say(`\nDone. That nothing is left to do shows: npm run plan -- ${environment}`);
  });
}

async function showOutputs({ terraform }: OpenStack): Promise<void> {
  const outputs = Object.entries(await terraform.output());
  for (const [name, { value }] of outputs) say(`${name} = ${JSON.stringify(value)}`);
}
