import { choose } from "../../runtime/choose";
import type { PreparedAction } from "../../runtime/center";

/** Values about an operand: itself, others of its length, numbers beside it. */
function about(operand: string): string[] {
  const number = Number(operand);
  const isNumber = operand.trim() !== "" && Number.isFinite(number);
  return [
    operand,
    ...(isNumber ? [String(number + 1), String(number - 1)] : []),
    `${operand} and more`,
    `more and ${operand}`,
    `more ${operand} more`,
  ];
}

/** Values, one of which meets any condition of the action that a value can meet. */
const candidates = ({ action }: PreparedAction): string[] => [
  ...(action.Transitions.Conditions ?? []).flatMap(({ Condition }) =>
    about(String(Condition.Operands[0] ?? "")),
  ),
  ...["other", "0", "1", "-1", "100000"],
];

/** The values by which the action takes the exit: the plainest first. */
export const valuesFor = (prepared: PreparedAction, exit: string): string[] => [
  ...new Set(
    candidates(prepared).filter(
      (value) => choose(prepared, { kind: "result", value })?.key === exit,
    ),
  ),
];
