import type { Condition } from "../flow";
import type { PreparedAction, PreparedExit } from "./center";

/** What an action came to: it worked, it has a result to compare, or it failed. */
export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "result"; readonly value: string | undefined }
  | { readonly kind: "error"; readonly error: string };

const number = (text: string | undefined): number =>
  text === undefined || text.trim() === "" ? Number.NaN : Number(text);

/** A side that is no number makes a comparison of numbers false, as NaN does. */
const OPERATIONS: Readonly<Record<string, (value: string, operand: string) => boolean>> = {
  Equals: (value, operand) => value === operand,
  TextStartsWith: (value, operand) => value.startsWith(operand),
  TextEndsWith: (value, operand) => value.endsWith(operand),
  TextContains: (value, operand) => value.includes(operand),
  NumberGreaterThan: (value, operand) => number(value) > number(operand),
  NumberGreaterOrEqualTo: (value, operand) => number(value) >= number(operand),
  NumberLessThan: (value, operand) => number(value) < number(operand),
  NumberLessOrEqualTo: (value, operand) => number(value) <= number(operand),
};

/** Whether the condition holds. What is not there equals `NULL`, as AWS's sample flows have it. */
export function holds({ Operator, Operands }: Condition, value: string | undefined): boolean {
  const operand = String(Operands[0] ?? "");
  if (Operator === "KeyExists") {
    return value !== undefined;
  }
  if (value === undefined) {
    return Operator === "Equals" && operand === "NULL";
  }
  return OPERATIONS[Operator]?.(value, operand) ?? false;
}

/**
 * Chooses the exit: of a result, the first condition that holds, else NoMatchingCondition, else
 * NextAction; of a failure, its own branch, else NoMatchingError.
 * @returns undefined if the flow leaves this outcome to nobody
 */
export function choose(prepared: PreparedAction, outcome: Outcome): PreparedExit | undefined {
  if (outcome.kind === "done") {
    return prepared.next;
  }
  if (outcome.kind === "error") {
    return prepared.errors.get(outcome.error) ?? prepared.errors.get("NoMatchingError");
  }
  for (const exit of prepared.conditions) {
    if (holds(exit.condition, outcome.value)) {
      return exit;
    }
  }
  return prepared.errors.get("NoMatchingCondition") ?? prepared.next;
}
