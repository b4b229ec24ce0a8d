import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { Command, Argument } from "commander";
import { faultsIn } from "../../plan-review/configuration/check";
import { judge } from "../../plan-review/gate/judge";
import { passwordCure, usersWithoutPassword } from "../../plan-review/new-users";
import { planFrom, PlanError } from "../../plan-review/plan";
import { verdictText } from "../../plan-review/verdict-text";
import { OperatorError } from "../../sandbox/errors";
import { removeImports } from "./imports-file";
import { openStack, type OpenStack } from "./open-stack";
import { onSignal, run } from "./run";
import { ENVIRONMENT_NAMES, stackOf } from "./stacks";
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
    .option(
      "--allow <address>",
      "let pass what the gate refuses at this address; may be repeated",
      (address: string, before: string[]) => [...before, address],
      [],
    );
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
  const name = stackOf(environment);
  console.log(`Synthesizing ${name} …`);
  const opened = await openStack(name, { onMessage: showProgress(), interrupt });
  requireOrdinary(opened);
  console.log(`Planning ${opened.inSandbox ? "in the sandbox" : "in AWS"} …`);
  await opened.terraform.init();
  // Passwords stand in a plan: nobody else may read it, and it goes when the run ends.
  const folder = await mkdtemp(join(tmpdir(), "plan-"));
  try {
    const file = join(folder, "plan");
    if (!(await isPlanned(opened, file, allow))) return;
    const lacking = usersWithoutPassword(readPlan(await opened.terraform.show(file)));
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

/** The check that guards the credentials of workflows: what it refuses here would fail there too. */
function requireOrdinary({ name, stack }: OpenStack): void {
  const faults = faultsIn(stack);
  if (faults.length > 0) {
    throw new OperatorError(`${name} must not be planned as it is:\n${faults.join("\n")}`);
  }
}

/**
 * Plans into a file, shows the plan and judges it.
 *
 * @param file - Where to keep the plan; only its owner can read it.
 * @param allow - Addresses at which the gate lets pass what it would refuse.
 * @returns whether there is something to apply.
 * @throws OperatorError when the gate refuses the plan.
 */
export async function isPlanned(
  { name, terraform }: OpenStack,
  file: string,
  allow: readonly string[],
): Promise<boolean> {
  const { changes } = await terraform.plan(file);
  await chmod(file, 0o600);
  if (!changes) {
    console.log(`No changes. ${name} is as the code says.`);
    return false;
  }
  await terraform.print(file);
  const verdict = judge(readPlan(await terraform.show(file)), allow);
  const text = verdictText(verdict);
  if (text !== "") console.log(`\n${text}`);
  if (verdict.refused.length === 0) return true;
  throw new OperatorError("the plan is refused, and nothing was changed: see above");
}

function readPlan(json: unknown) {
  try {
    return planFrom(json);
  } catch (error) {
    if (error instanceof PlanError) throw new OperatorError(error.message);
    throw error;
  }
}

/** Asks the person at the terminal whether to apply the plan that was shown. */
export async function isApproved(name: string, signal: AbortSignal): Promise<boolean> {
  // Without `terminal`, Ctrl-C stays a signal, which ends the run in order.
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: false,
  });
  try {
    const answer = await terminal.question(
      `\nApply this plan to ${name}? Only "yes" applies it: `,
      { signal },
    );
    return answer.trim() === "yes";
  } finally {
    terminal.close();
  }
}

/** Shows what the stack tells: a line an output. */
export async function showOutputs({ terraform }: OpenStack): Promise<void> {
  const outputs = Object.entries(await terraform.output());
  for (const [name, { value }] of outputs) console.log(`${name} = ${JSON.stringify(value)}`);
}
