import type { Scenario } from "./scenario";

/** The scenarios that are one step simpler: a move, a fault or an oddity less. */
function* simpler(scenario: Scenario): Generator<Scenario> {
  const { moves, fullQueues, broken } = scenario;
  for (let size = moves.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at + size <= moves.length; at++) {
      yield { ...scenario, moves: [...moves.slice(0, at), ...moves.slice(at + size)] };
    }
  }
  for (const action of broken) {
    yield { ...scenario, broken: broken.filter((other) => other !== action) };
  }
  for (const queue of fullQueues) {
    yield { ...scenario, fullQueues: fullQueues.filter((other) => other !== queue) };
  }
  if (!scenario.staffed) {
    yield { ...scenario, staffed: true };
  }
  if (scenario.refusesCallbacks) {
    yield { ...scenario, refusesCallbacks: false };
  }
  if (scenario.lambdasFail) {
    yield { ...scenario, lambdasFail: false };
  }
  if (scenario.switched) {
    yield { ...scenario, switched: false };
  }
}

/**
 * The smallest scenario that still fails and that can be had by leaving things out: greedy, so each
 * single step from the result would pass.
 */
export function shrink(scenario: Scenario, fails: (scenario: Scenario) => boolean): Scenario {
  for (const smaller of simpler(scenario)) {
    if (fails(smaller)) {
      return shrink(smaller, fails);
    }
  }
  return scenario;
}
