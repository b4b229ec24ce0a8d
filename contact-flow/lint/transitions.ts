import type { ActionSpec, ConditionSpec } from "../catalog";
import { didYouMean } from "../did-you-mean";
import type { FlowType } from "../flow";
import { ERRORS, NEXT, PULUMI } from "../facts/probes/runs";
import { answered, reading } from "../facts/source";
import { isHole } from "./references";
import { ALWAYS_ERROR, type Fault, type LintContext, type Node, type Rule } from "./rule";

const connect = { checkedBy: "connect", level: ALWAYS_ERROR } as const;

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
  if (missing.length > 0) {
    yield {
      index,
      path: `${path}.Transitions.Conditions`,
      message: `Invalid Action property value. Path: ${path}.Transitions.Conditions`,
      fix: `add a condition Equals ${missing.join(" and one Equals ")}`,
    };
  }
}

/** Whether the action can fail so in a flow of this type. */
function hasError(spec: ActionSpec | undefined, error: string, type: FlowType): boolean {
  const { in: types, errors } = spec?.withoutErrors ?? { in: [], errors: [] };
  const isHere = !(types.includes(type) && errors.includes(error));
  return isHere && spec !== undefined && Object.hasOwn(spec.errors, error);
}

/** What Connect demands of the ways out of an action. */
export const TRANSITION_RULES: readonly Rule[] = [
  {
    ...connect,
    id: "terminal-transitions",
    source: answered(NEXT),
    reason: "the flow ends here, so nothing can come after it",
    fix: 'write "Transitions": {}',
    *check({ nodes }) {
      for (const { action, index, path, spec } of nodes) {
        const { NextAction, Conditions = [], Errors = [] } = action.Transitions;
        if (
          spec?.next === "none" &&
          (NextAction !== undefined || Conditions.length + Errors.length > 0)
        ) {
          yield {
            index,
            path: `${path}.Transitions`,
            message: `Action does not support transitions. Path: ${path}`,
          };
        }
      }
    },
  },
  {
    ...connect,
    id: "next-action-required",
    source: answered(NEXT),
    reason: "Connect demands a NextAction even where it is never taken",
    fix: "name the action that follows; for a branching action, the one of its default branch",
    *check({ nodes }) {
      for (const { action, index, path, spec } of nodes) {
        if (spec?.next === "required" && action.Transitions.NextAction === undefined) {
          const at = `${path}.Transitions.NextAction`;
          yield { index, path: at, message: `Action is missing required property. Path: ${at}` };
        }
      }
    },
  },
  {
    ...connect,
    id: "next-action-target",
    source: reading(
      "a target that isn't there is refused with these words, says an AWS sample's page of import errors",
    ),
    reason: "no action has this identifier",
    fix: "name an action of this flow",
    *check({ nodes, byId }) {
      for (const { action, index, path, spec } of nodes) {
        if (spec?.next === "none") {
          continue;
        }
        const { NextAction, Conditions = [], Errors = [] } = action.Transitions;
        const targets: [string, string | undefined][] = [
          ["NextAction", NextAction],
          ...Errors.map((error, at): [string, string] => [
            `Errors[${at}].NextAction`,
            error.NextAction,
          ]),
          ...Conditions.map((one, at): [string, string] => [
            `Conditions[${at}].NextAction`,
            one.NextAction,
          ]),
        ];
        for (const [key, target] of targets) {
          if (target !== undefined && !byId.has(target)) {
            const at = `${path}.Transitions.${key}`;
            yield {
              index,
              path: at,
              message: `Invalid Action property value. Path: ${at}`,
              fix: `name an action of this flow; there is none called "${target}"${didYouMean(target, [...byId.keys()])}`,
            };
          }
        }
      }
    },
  },
  {
    ...connect,
    id: "missing-error",
    source: answered(ERRORS),
    reason: "Connect demands a branch for this error",
    fix: "add the error to Transitions.Errors",
    *check({ nodes }, { type }) {
      for (const { action, index, path, spec } of nodes) {
        const present = new Set(action.Transitions.Errors?.map(({ ErrorType }) => ErrorType));
        for (const [error, rule] of Object.entries(spec?.errors ?? {})) {
          if (rule === "required" && !present.has(error) && hasError(spec, error, type)) {
            yield {
              index,
              path: `${path}.Transitions.Errors`,
              message: `Action is missing required error. Error: ${error}, Path: ${path}`,
            };
          }
        }
      }
    },
  },
  {
    ...connect,
    id: "unknown-error",
    source: answered(ERRORS),
    reason: "the action cannot fail in this way",
    fix: "take the error out of Transitions.Errors",
    *check({ nodes }, { type }) {
      for (const { action, index, path, spec } of nodes) {
        if (spec === undefined || spec.next === "none") {
          continue;
        }
        for (const [at, { ErrorType }] of (action.Transitions.Errors ?? []).entries()) {
          if (!hasError(spec, ErrorType, type)) {
            yield {
              index,
              path: `${path}.Transitions.Errors[${at}]`,
              message: `Invalid Action error. Error: ${ErrorType}, Path: ${path}`,
              fix: `take it out of Transitions.Errors: there is no ${ErrorType} here${didYouMean(ErrorType, Object.keys(spec.errors))}`,
            };
          }
        }
      }
    },
  },
  {
    ...connect,
    id: "conditions",
    source: answered(PULUMI),
    reason: "the action cannot come out this way",
    fix: "see the action's page for its results",
    *check({ nodes }, context) {
      for (const node of nodes) {
        yield* conditionFaults(node, context);
      }
    },
  },
  {
    ...connect,
    id: "flow-type",
    source: answered(PULUMI),
    reason: "Connect allows each action in some types of flow only",
    fix: "use another action, or another type of flow",
    // Connect refuses these without naming the action; the wording is ours.
    *check({ nodes }, { type }) {
      for (const { action, index, path, spec } of nodes) {
        if (spec !== undefined && spec.flowTypes !== "all" && !spec.flowTypes.includes(type)) {
          yield {
            index,
            path: `${path}.Type`,
            message: `Invalid Action type for flow type. Type: ${action.Type}, Flow type: ${type}, Path: ${path}.Type`,
            fix: `${action.Type} belongs in ${spec.flowTypes.join(", ")}`,
          };
        }
      }
    },
  },
];
