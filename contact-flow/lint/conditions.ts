import { covers, type Test, testOf } from "../conditions";
import type { FlowView, Node } from "./rule";

/** A condition with its place. */
interface Placed extends Test {
  readonly node: Node;
  readonly path: string;
}

/** The conditions of an action, each with its place. */
export function conditionsOf(node: Node): readonly Placed[] {
  return (node.action.Transitions.Conditions ?? []).map(({ Condition }, at) => ({
    node,
    path: `${node.path}.Transitions.Conditions[${at}]`,
    ...testOf(Condition),
  }));
}

export const hasHole = ({ operand }: Placed): boolean =>
  operand.includes("{{") || operand.includes("${");

/** The conditions that an earlier one of the same action covers, with that one. */
export function* pairsOf(view: FlowView): Generator<{ earlier: Placed; later: Placed }> {
  for (const node of view.nodes) {
    const conditions = conditionsOf(node).filter((condition) => !hasHole(condition));
    for (const [at, later] of conditions.entries()) {
      const earlier = conditions.slice(0, at).find((each) => covers(each, later));
      if (earlier !== undefined) yield { earlier, later };
    }
  }
}

export const same = ({ earlier, later }: { earlier: Placed; later: Placed }): boolean =>
  earlier.operator === later.operator && earlier.operand === later.operand;
