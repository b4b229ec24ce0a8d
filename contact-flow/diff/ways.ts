import { specificationOf } from "../catalog";
import { covers, excludes, type Test, testOf } from "../conditions";
import { exitsOf } from "../exits";
import type { Action } from "../flow";

/** A way out of an action, by what the console writes on it. */
export interface Way {
  readonly label: string;
  readonly target: string;
}

/**
 * The ways out of an action, as they make a difference: conditions that are never come to are left out,
 * and those of which at most one can hold stand in one order, however they were written.
 */
export function waysOf(action: Action): readonly Way[] {
  const exits = exitsOf(action);
  const conditions = (action.Transitions.Conditions ?? []).map((condition, at) => ({
    test: testOf(condition.Condition),
    way: { label: exits[at]?.label ?? "", target: condition.NextAction },
  }));
  const asked = conditions.filter(
    ({ test }, at) => !conditions.slice(0, at).some((earlier) => covers(earlier.test, test)),
  );
  const others = exits
    .slice(conditions.length)
    .map(({ label, target }) => ({ label, target }))
    .filter(
      // Of two branches for one error the later is taken.
      ({ label }, at, all) => !all.slice(at + 1).some((other) => other.label === label),
    )
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return [...inOrder(asked), ...others];
}

/** Each condition as early as those allow that may hold for the same value, by label. */
function inOrder(conditions: readonly { readonly test: Test; readonly way: Way }[]): Way[] {
  const left = [...conditions];
  const ordered: Way[] = [];
  while (left.length > 0) {
    const free = left.filter(({ test, way }, at) =>
      left
        .slice(0, at)
        .every((earlier) => excludes(earlier.test, test) || earlier.way.target === way.target),
    );
    const [next] = free.sort((a, b) => (a.way.label < b.way.label ? -1 : 1));
    if (next === undefined) break;
    left.splice(left.indexOf(next), 1);
    ordered.push(next.way);
  }
  return ordered;
}

/** Whether an action keeps something under its own name, so that two of a kind aren't one. */
export const remembers = ({ Type }: Action): boolean =>
  ["Loop", "MessageParticipantIteratively", "Wait"].includes(Type);

/** Whether the two take the contact on in the same way, but for what stands in their parameters. */
export const isSameKind = (before: Action, after: Action): boolean =>
  before.Type === after.Type && specificationOf(before)?.block === specificationOf(after)?.block;
