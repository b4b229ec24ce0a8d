import { InvalidArgumentError, Option } from "commander";
import { allowanceText, FORM, parseAllowance } from "../../plan-review/gate/allowances";
import type { Allowance } from "../../plan-review/gate/finding";
import { type Circumstances, judge } from "../../plan-review/gate/judge";
import { type Plan, planFrom, PlanError } from "../../plan-review/plan";
import { verdictText } from "../../plan-review/verdict-text";
import { OperatorError } from "../../sandbox/errors";
import { ask } from "./ask";
import type { OpenStack } from "./open-stack";

/** The option by which a person lets pass what the gate refuses: nothing unless given. */
export function allowOption(): Option {
  return new Option(
    "--allow <what>",
    `let this happen at this address, which the gate refuses: '${FORM}'; may be repeated`,
  )
    .argParser((text: string, before: readonly Allowance[]) => [...before, allowance(text)])
    .default([], "nothing");
}

function allowance(text: string): Allowance {
  try {
    return parseAllowance(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

/** The options that allow again what was allowed, for a command that is shown. */
export function allowOptions(allow: readonly Allowance[]): string {
  return allow.map((each) => ` --allow '${allowanceText(each)}'`).join("");
}

/**
 * Plans into a file, shows the plan and judges it.
 *
 * @param opened - The stack, initialised.
 * @param file - Where to keep the plan.
 * @param circumstances - What the change allows, and whether the stack is there yet.
 * @returns The plan; undefined where it changes nothing.
 * @throws OperatorError when the gate refuses the plan.
 */
export async function judgedPlan(
  { name, terraform }: OpenStack,
  file: string,
  circumstances: Circumstances,
): Promise<Plan | undefined> {
  const { changes } = await terraform.plan(file);
  if (!changes) {
    console.log(`No changes. ${name} is as the code says.`);
    return undefined;
  }
  await terraform.print(file);
  const plan = readPlan(await terraform.show(file));
  const verdict = judge(plan, circumstances);
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
