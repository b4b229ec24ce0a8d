/** A source of chance that gives the same numbers for the same seed: 0 up to but not 1. */
export type Random = () => number;

/**
 * Mulberry32: small, fast and even enough for tests.
 * @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 (public domain)
 */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `from` to `to`, both included. */
export const between = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

/** One of the choices. @throws Error if there is none */
export function pick<Choice>(random: Random, choices: readonly Choice[]): Choice {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) {
    throw new Error("there must be something to choose from");
  }
  return choice;
}
