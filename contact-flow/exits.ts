import { specificationOf } from "./catalog";
import type { Action, Condition } from "./flow";

/** One way out of an action that a contact can really take. */
export interface Exit {
  readonly kind: "next" | "condition" | "error";
  /** The place in the action's transitions: `NextAction`, `Conditions[0]`, `Errors[1]`. */
  readonly key: string;
  /** What the console writes on the branch: `Pressed 1`, `Timeout`, `Success`. */
  readonly label: string;
  readonly target: string;
}

/** The console's names of error branches. */
const ERROR_LABELS: Readonly<Record<string, string>> = {
  NoMatchingError: "Error",
  NoMatchingCondition: "Default",
  InputTimeLimitExceeded: "Timeout",
  QueueAtCapacity: "At capacity",
  InvalidCallbackNumber: "Invalid number",
  CallbackNumberNotDialable: "Not dialable",
  InvalidPhoneNumber: "Invalid number",
  CallFailed: "Call failed",
  ConnectionTimeLimitExceeded: "Timeout",
  ChannelMismatch: "Channel mismatch",
  TimeLimitExceeded: "Timeout",
};

const RESULT_LABELS: Readonly<Record<string, string>> = {
  "CheckHoursOfOperation True": "In hours",
  "CheckHoursOfOperation False": "Out of hours",
  "Loop ContinueLooping": "Looping",
  "Loop DoneLooping": "Complete",
  "MessageParticipantIteratively MessagesInterrupted": "Timeout",
  "Wait WaitCompleted": "Time expired",
};

const SIGNS: Readonly<Record<string, string>> = {
  Equals: "=",
  NumberGreaterThan: ">",
  NumberGreaterOrEqualTo: "≥",
  NumberLessThan: "<",
  NumberLessOrEqualTo: "≤",
  TextStartsWith: "starts with",
  TextEndsWith: "ends with",
  TextContains: "contains",
  KeyExists: "exists",
};

/** What the console writes on a condition's branch. */
function conditionLabel(type: string, condition: Condition): string {
  const operand = condition.Operands.join(", ");
  if (type === "GetParticipantInput") {
    return `Pressed ${operand}`;
  }
  return (
    RESULT_LABELS[`${type} ${operand}`] ??
    `${SIGNS[condition.Operator] ?? condition.Operator} ${operand}`
  );
}

/** What the console writes on an error's branch. */
const errorLabel = (errorType: string): string => ERROR_LABELS[errorType] ?? errorType;

/**
 * The exits of an action, in the order in which Connect tries them. A NextAction that only mirrors
 * another branch is left out: no contact ever takes it.
 */
export function exitsOf(action: Action): readonly Exit[] {
  const { NextAction, Conditions = [], Errors = [] } = action.Transitions;
  const exits: Exit[] = Conditions.map(({ Condition, NextAction: target }, index) => ({
    kind: "condition",
    key: `Conditions[${index}]`,
    label: conditionLabel(action.Type, Condition),
    target,
  }));
  if (NextAction !== undefined && (specificationOf(action)?.mirrors ?? "none") === "none") {
    exits.push({ kind: "next", key: "NextAction", label: "Success", target: NextAction });
  }
  Errors.forEach(({ ErrorType, NextAction: target }, index) => {
    exits.push({ kind: "error", key: `Errors[${index}]`, label: errorLabel(ErrorType), target });
  });
  return exits;
}
