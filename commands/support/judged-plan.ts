import { InvalidArgumentError, Option } from "commander";
import { allowanceText, FORM, parseAllowance } from "../../plan-review/gate/allowances";
import type { Allowance, Verdict } from "../../plan-review/gate/finding";
import { type Circumstances, judge } from "../../plan-review/gate/judge";
import { type Plan, planFrom, PlanError } from "../../plan-review/plan";
import { maskedIn, secretsIn } from "../../plan-review/report/masked";
import { changesOf } from "../../plan-review/report/summary";
import { verdictText } from "../../plan-review/verdict-text";
import { errorMessage, OperatorError } from "../../sandbox/machine/errors";
import { ask } from "./ask";
import type { OpenStack } from "./open-stack";
import { say, sayInColour } from "./terminal";

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
    throw new InvalidArgumentError(errorMessage(error));
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
    say(`No changes. ${name} is as the code says.`);
    return undefined;
  }
  // Terraform itself colours what goes elsewhere than to a terminal, too.
  sayInColour(await terraform.planText(file, process.stdout.isTTY));
  const json = await terraform.show(file);
  const plan = readPlan(json);
  const verdict = judge(plan, circumstances);
  const text = verdictText(maskedIn(verdict, secretsIn(json)));
  if (text !== "") say(`\n${text}`);
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

/** What a script needs to know of a plan; no value of an attribute is in it. */
export interface PlanReport {
  readonly stack: string;
  /** Whether an apply would do anything. */
  readonly changes: boolean;
  /** What an apply would do, by address: `create`, `update`, `replace`, `delete` … */
  readonly resources: readonly { readonly address: string; readonly kind: string }[];
  /** What the gate refuses, has let pass since it was named, and was named without need. */
  readonly verdict: Verdict;
}

/**
 * Plans into a file and judges the plan, as {@link judgedPlan} does, for a program that reads it.
 *
 * @param opened - The stack, initialised.
 * @param file - Where to keep the plan.
 * @param circumstances - What the gate knows beside the plan.
 */
export async function planReport(
  { name, terraform }: OpenStack,
  file: string,
  circumstances: Circumstances,
): Promise<PlanReport> {
  await terraform.plan(file);
  const json = await terraform.show(file);
  const plan = readPlan(json);
  return {
    stack: name,
    changes: changesOf(plan),
    resources: plan.changes
      .filter(({ mode, kind }) => mode === "managed" && kind !== "no-op")
      .map(({ address, kind }) => ({ address, kind })),
    verdict: maskedIn(judge(plan, circumstances), secretsIn(json)),
  };
}

/** Asks the person at the terminal whether to apply the plan that was shown. */
export async function isApproved(name: string, signal: AbortSignal): Promise<boolean> {
  const answer = await ask(`\nApply this plan to ${name}? Only "yes" applies it: `, signal);
  return answer === "yes";
}
