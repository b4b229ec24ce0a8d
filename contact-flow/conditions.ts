import type { Condition } from "./flow";

/** A comparison: what is asked of a value. */
export interface Test {
  readonly operator: string;
  readonly operand: string;
}

/** The comparison of a condition: all of the flow language's have one operand. */
export const testOf = ({ Operator, Operands }: Condition): Test => ({
  operator: Operator,
  operand: String(Operands[0] ?? ""),
});

/** Whether a text reads as a number. */
export const isNumber = (text: string): boolean =>
  text.trim() !== "" && Number.isFinite(Number(text));

/** The numbers for which a comparison holds: those on one side of the operand. */
const SIDES: Readonly<Record<string, { side: 1 | -1; with: boolean }>> = {
  NumberGreaterThan: { side: 1, with: false },
  NumberGreaterOrEqualTo: { side: 1, with: true },
  NumberLessThan: { side: -1, with: false },
  NumberLessOrEqualTo: { side: -1, with: true },
};

/** Whether the operator compares numbers. */
export const comparesNumbers = (operator: string): boolean => Object.hasOwn(SIDES, operator);

/** Whether `earlier` holds wherever `later` does, so that `later` is never come to. */
export function covers(earlier: Test, later: Test): boolean {
  if (earlier.operator === later.operator && earlier.operand === later.operand) {
    return true;
  }
  const side = SIDES[earlier.operator];
  if (side !== undefined) {
    const other = SIDES[later.operator];
    if (!isNumber(earlier.operand) || !isNumber(later.operand)) return false;
    // How far the later operand lies inside the earlier side.
    const inside = (Number(later.operand) - Number(earlier.operand)) * side.side;
    if (later.operator === "Equals") return inside > 0 || (inside === 0 && side.with);
    return (
      other?.side === side.side && (inside > 0 || (inside === 0 && (side.with || !other.with)))
    );
  }
  switch (earlier.operator) {
    case "KeyExists":
      return later.operator !== "Equals" || later.operand !== "NULL";
    case "TextStartsWith":
      return (
        ["Equals", "TextStartsWith"].includes(later.operator) &&
        later.operand.startsWith(earlier.operand)
      );
    case "TextEndsWith":
      return (
        ["Equals", "TextEndsWith"].includes(later.operator) &&
        later.operand.endsWith(earlier.operand)
      );
    case "TextContains":
      return /^(Equals|Text)/.test(later.operator) && later.operand.includes(earlier.operand);
    default:
      return false;
  }
}

/** Whether no value meets both, so that it makes no difference which is asked first. */
export function excludes(one: Test, other: Test): boolean {
  const [a, b] = other.operator === "Equals" ? [other, one] : [one, other];
  if (a.operator === "Equals") {
    // Equals NULL holds where there is no value, and then nothing else does.
    return b.operator === "Equals" ? a.operand !== b.operand : !covers(b, a);
  }
  const [first, second] = [SIDES[a.operator], SIDES[b.operator]];
  if (first === undefined || second === undefined || first.side === second.side) return false;
  const [upward, downward] = first.side === 1 ? [a, b] : [b, a];
  const gap = Number(upward.operand) - Number(downward.operand);
  return gap > 0 || (gap === 0 && !(first.with && second.with));
}
