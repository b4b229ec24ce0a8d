import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, Argument } from "commander";
import { stackName } from "../../constructs/stack-names";
import { passwordCure, usersWithoutPassword } from "../../plan-review/new-users";
import { OperatorError } from "../../sandbox/errors";
import { removeImports } from "./imports-file";
import { allowOption, isApproved, judgedPlan } from "./judged-plan";
import { openStack, type OpenStack } from "./open-stack";
import { onSignal, run } from "./run";
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
  const interrupt = new AbortController();
  const work = reviewed(verb, environment, { allow, autoApprove }, interrupt.signal);
  onSignal(async () => {
    interrupt.abort();
    // What Terraform has begun is finished and recorded, and the plan deleted; errors show below.
    await work.catch(() => undefined);
    return 130;
  });
  await work;
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
  // Passwords stand in a plan: nobody else may read it, and it goes when the run ends.
  const folder = await mkdtemp(join(tmpdir(), "plan-"));
  try {
    const file = join(folder, "plan");
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
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function showOutputs({ terraform }: OpenStack): Promise<void> {
  const outputs = Object.entries(await terraform.output());
  for (const [name, { value }] of outputs) console.log(`${name} = ${JSON.stringify(value)}`);
}
