import type { ConditionSpec } from "../../catalog";
import { PULUMI } from "../../facts/probes/runs";
import { answered } from "../../facts/source";
import { isHole } from "../references";
import type { Fault, LintContext, Node, Rule } from "../rule";

function* conditionFaults(
  { action, index, path, spec }: Node,
  { origin }: LintContext,
): Generator<Fault> {
  const conditions = action.Transitions.Conditions ?? [];
  const rule: ConditionSpec | "none" | undefined = spec?.conditions;
  if (rule === undefined) {
    return;
  }
  if (rule === "none") {
    if (conditions.length > 0 && spec?.next !== "none") {
      yield {
        index,
        path: `${path}.Transitions.Conditions`,
        message: `Action does not support conditions. Path: ${path}`,
        fix: "take the conditions out",
      };
    }
    return;
  }
  if (conditions.length < (rule.min ?? 0)) {
    yield {
      index,
      path: `${path}.Transitions.Conditions`,
      message: "Action is missing required property. Path: Transitions.Conditions",
      fix: "add a condition",
    };
  }
  let isOdd = false;
  for (const [position, { Condition }] of conditions.entries()) {
    const at = `${path}.Transitions.Conditions[${position}].Condition`;
    const [written, ...rest] = Condition.Operands;
    const operand = rule.numbers === true && written !== undefined ? String(written) : written;
    if (origin === "template" && typeof operand === "string" && isHole(operand)) {
      continue;
    }
    if (!rule.operators.includes(Condition.Operator)) {
      yield {
        index,
        path: `${at}.Operator`,
        message: `Invalid Action property value. Path: ${at}.Operator`,
        fix: `use the operator ${rule.operators.join(" or ")}`,
      };
    } else if (operand === "") {
      yield {
        index,
        path: `${at}.Operands[0]`,
        message: `Invalid branch. Path: ${index}.Evaluate`,
        fix: "compare with a word that stands for empty; the flow language has none for it",
      };
    } else if (
      typeof operand !== "string" ||
      rest.length > 0 ||
      (rule.operands === "number" && !Number.isFinite(Number(operand))) ||
      (Array.isArray(rule.operands) && !(rule.operands as readonly string[]).includes(operand))
    ) {
      isOdd = true;
      yield {
        index,
        path: `${at}.Operands`,
        message: `Invalid Action property value. Path: ${at}.Operands`,
        fix: Array.isArray(rule.operands)
          ? `use one of ${(rule.operands as readonly string[]).join(", ")}, as a string`
          : `use one ${rule.operands === "number" ? "number, as a string" : "string"}`,
      };
    }
  }
  const operands = new Set(conditions.map(({ Condition }) => Condition.Operands[0]));
  const missing = (rule.needs ?? []).filter((need) => !operands.has(need));
  // An operand that isn't known was probably to be the one that is missing.
  if (missing.length > 0 && !isOdd) {
    yield {
      index,
      path: `${path}.Transitions.Conditions`,
      message: `Invalid Action property value. Path: ${path}.Transitions.Conditions`,
      fix: `add a condition Equals ${missing.join(" and one Equals ")}`,
    };
  }
}

export const rule: Rule = {
  id: "conditions",
  level: "refused",
  reason: "the action has no such result",
  fix: "see the action's page for its results",
  source: answered(PULUMI),
  *check({ nodes }, context) {
    for (const node of nodes) {
      yield* conditionFaults(node, context);
    }
  },
};
