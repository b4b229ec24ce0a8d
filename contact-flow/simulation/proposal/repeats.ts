import type { Step } from "../named-call";

/** The longest round that is looked for, and how many rounds of it are kept. */
const LONGEST_ROUND = 8;
const KEPT_ROUNDS = 2;

/**
 * The steps without the rounds at their end that only say the same again: a caller who hears one prompt a hundred
 * times. Two rounds stay, which show that it is repeated.
 */
export function withoutRepeats(steps: readonly Step[]): readonly Step[] {
  const written = steps.map((step) => JSON.stringify(step));
  for (let round = 1; round <= LONGEST_ROUND; round++) {
    let same = 0;
    while (
      same + round < written.length &&
      written.at(-1 - same) === written.at(-1 - same - round)
    ) {
      same++;
    }
    const spare = Math.floor(same / round) - KEPT_ROUNDS + 1;
    if (spare > 0) return steps.slice(0, steps.length - spare * round);
  }
  return steps;
}
