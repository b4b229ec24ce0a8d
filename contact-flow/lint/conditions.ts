import { comparesNumbers, covers, isNumber, type Test, testOf } from "../conditions";
import { inAdminGuide, onPage, reading } from "../facts/source";
import { ALWAYS_WARNING, ERROR_IN_OURS, type FlowView, type Node, type Rule } from "./rule";

/** A condition with its place. */
interface Placed extends Test {
  readonly node: Node;
  readonly path: string;
}

function conditionsOf(node: Node): readonly Placed[] {
  return (node.action.Transitions.Conditions ?? []).map(({ Condition }, at) => ({
    node,
    path: `${node.path}.Transitions.Conditions[${at}]`,
    ...testOf(Condition),
  }));
}

/** What a value is always one of. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "$.Channel": ["VOICE", "CHAT", "TASK", "EMAIL"],
  "$.InitiationMethod": [
    "INBOUND",
    "OUTBOUND",
    "TRANSFER",
    "CALLBACK",
    "QUEUE_TRANSFER",
    "DISCONNECT",
    "API",
    "EXTERNAL_OUTBOUND",
    "MONITOR",
    "WEBRTC_API",
    "AGENT_REPLY",
    "FLOW",
    "CAMPAIGN_PREVIEW",
  ],
};

const hasHole = ({ operand }: Placed): boolean => operand.includes("{{") || operand.includes("${");

function* pairsOf(view: FlowView): Generator<{ earlier: Placed; later: Placed }> {
  for (const node of view.nodes) {
    const conditions = conditionsOf(node).filter((condition) => !hasHole(condition));
    for (const [at, later] of conditions.entries()) {
      const earlier = conditions.slice(0, at).find((each) => covers(each, later));
      if (earlier !== undefined) yield { earlier, later };
    }
  }
}

const same = ({ earlier, later }: { earlier: Placed; later: Placed }): boolean =>
  earlier.operator === later.operator && earlier.operand === later.operand;

/** Conditions that can't hold, or are never asked. */
export const CONDITION_RULES: readonly Rule[] = [
  {
    id: "duplicate-condition",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html",
    ),
    reason: "Connect takes the first condition that holds, so the second is never taken",
    fix: "delete one of the two, or give it another key or value",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view) {
      for (const { earlier, later } of [...pairsOf(view)].filter(same)) {
        yield {
          index: later.node.index,
          path: `${later.path}.Condition.Operands[0]`,
          message: `"${later.node.action.Identifier}" asks for ${later.operand} twice, first at ${earlier.path}`,
        };
      }
    },
  },
  {
    id: "unreachable-condition",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html",
    ),
    reason:
      "Connect takes the first condition that holds, and an earlier one always holds here, too",
    fix: "put the narrower condition first",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view) {
      for (const pair of pairsOf(view)) {
        const { earlier, later } = pair;
        if (!same(pair)) {
          yield {
            index: later.node.index,
            path: `${later.path}.Condition.Operands[0]`,
            message: `"${later.node.action.Identifier}" never comes to ${later.operator} ${later.operand}: ${earlier.operator} ${earlier.operand} holds before it`,
          };
        }
      }
    },
  },
  {
    id: "number-comparison",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html",
    ),
    reason: "a comparison of numbers is false where one side is no number",
    fix: "compare with a number, or compare texts: Equals, TextStartsWith, TextContains",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check({ nodes }) {
      for (const condition of nodes.flatMap(conditionsOf)) {
        const { node, path, operator, operand } = condition;
        if (
          comparesNumbers(operator) &&
          !isNumber(operand) &&
          !operand.startsWith("$") &&
          !hasHole(condition)
        ) {
          // Other actions take numbers only, and the rule "conditions" says so.
          const spec = node.spec?.conditions;
          if (spec === undefined || spec === "none" || spec.operands !== "any") continue;
          yield {
            index: node.index,
            path: `${path}.Condition.Operands`,
            message: `"${node.action.Identifier}" compares a number with "${operand}"`,
          };
        }
      }
    },
  },
  {
    id: "impossible-value",
    source: inAdminGuide("connect-attrib-list"),
    reason: "the attribute never has this value, so the branch is never taken",
    fix: "write one of the attribute's values, in capital letters",
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check({ nodes }) {
      for (const node of nodes) {
        const attribute = node.action.Parameters?.ComparisonValue;
        const words = typeof attribute === "string" ? WORDS[attribute] : undefined;
        if (words === undefined || typeof attribute !== "string") continue;
        for (const condition of conditionsOf(node)) {
          const { operator, operand, path } = condition;
          if (
            operator === "Equals" &&
            !words.includes(operand) &&
            operand !== "NULL" &&
            !hasHole(condition)
          ) {
            yield {
              index: node.index,
              path: `${path}.Condition.Operands`,
              message: `"${node.action.Identifier}" asks whether ${attribute} is ${operand}`,
              fix: `write one of ${words.join(", ")}`,
            };
          }
        }
      }
    },
  },
  {
    id: "duplicate-error",
    source: reading("no page says which of two branches for one error is taken"),
    reason: "only one of two branches for the same error can be taken",
    fix: "delete one of the two",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check({ nodes }) {
      for (const { action, index, path } of nodes) {
        const seen = new Set<string>();
        for (const [at, { ErrorType }] of (action.Transitions.Errors ?? []).entries()) {
          if (seen.has(ErrorType)) {
            yield {
              index,
              path: `${path}.Transitions.Errors[${at}]`,
              message: `"${action.Identifier}" has two branches for ${ErrorType}`,
            };
          }
          seen.add(ErrorType);
        }
      }
    },
  },
];
