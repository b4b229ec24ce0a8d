import { Option } from "commander";
import { judge } from "../../plan-review/gate/judge";
import { type Plan, planFrom, PlanError } from "../../plan-review/plan";
import { verdictText } from "../../plan-review/verdict-text";
import { OperatorError } from "../../sandbox/errors";
import { ask } from "./ask";
import type { OpenStack } from "./open-stack";

/** The option by which a person lets pass what the gate refuses: addresses, none unless given. */
export function allowOption(): Option {
  return new Option(
    "--allow <address>",
    "let pass what the gate refuses at this address; may be repeated",
  )
    .argParser((address: string, before: readonly string[]) => [...before, address])
    .default([]);
}

/**
 * Plans into a file, shows the plan and judges it.
 *
 * @param opened - The stack, initialised.
 * @param file - Where to keep the plan.
 * @param allow - Addresses at which the gate lets pass what it would refuse.
 * @returns The plan; undefined where it changes nothing.
 * @throws OperatorError when the gate refuses the plan.
 */
export async function judgedPlan(
  { name, terraform }: OpenStack,
  file: string,
  allow: readonly string[],
): Promise<Plan | undefined> {
  const { changes } = await terraform.plan(file);
  if (!changes) {
    console.log(`No changes. ${name} is as the code says.`);
    return undefined;
  }
  await terraform.print(file);
  const plan = readPlan(await terraform.show(file));
  const verdict = judge(plan, allow);
  const text = verdictText(verdict);
  if (text !== "") console.log(`\n${text}`);
  if (verdict.refused.length === 0) return plan;
  throw new OperatorError("the plan is refused, and nothing was changed: see above");
}

function readPlan(json: unknown): Plan {
  try {
    return planFrom(json);
  } catch (error) {
    if (error instanceof PlanError) throw new OperatorError(error.message);
    throw error;
  }
}

/** Asks the person at the terminal whether to apply the plan that was shown. */
export async function isApproved(name: string, signal: AbortSignal): Promise<boolean> {
  const answer = await ask(`\nApply this plan to ${name}? Only "yes" applies it: `, signal);
  return answer === "yes";
}
