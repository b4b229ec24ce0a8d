import type { Synthesized } from "../support/synthesized";
import { evaluate } from "./evaluate";
import { EXCEPTIONS } from "./exceptions";
import type { Check, Rule } from "./rule";
import type { JudgedStack } from "./stacks";
import type { Finding, Verdict } from "./verdict";

/** A check with the environment's suffix filled in. */
export function checkFor<T extends Check>(check: T, { suffix }: JudgedStack): T {
  return JSON.parse(JSON.stringify(check).replaceAll("{suffix}", suffix)) as T;
}

/** Judges a stack, or a changed copy of it, by a rule. */
export function judgeRule(
  rule: Rule,
  judged: JudgedStack,
  stack: Synthesized = judged.stack,
): Verdict {
  return evaluate(stack, checkFor(rule.check, judged));
}

/** Whether an exception covers a finding of a rule. */
export function excepted(rule: Rule, { name }: JudgedStack, { at }: Finding): boolean {
  return EXCEPTIONS.some(
    (exception) =>
      exception.rule === rule.id &&
      exception.at.includes(at) &&
      (exception.stacks?.includes(name) ?? true),
  );
}
