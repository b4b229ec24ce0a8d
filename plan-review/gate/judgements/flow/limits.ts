import type { Block, Flow } from "./graph.ts";

/**
 * Numbers in parameters, with the limits between which they work for callers: outside these, few can press a
 * key in time, wait or be called.
 */
const LIMITS: Readonly<Record<string, readonly [least: number, most: number, what: string]>> = {
  InitialCallDelaySeconds: [0, 3600, "seconds until a callback"],
  InputTimeLimitSeconds: [3, 60, "seconds to press a key"],
  InterruptFrequencySeconds: [20, 600, "seconds between offers"],
  InvocationTimeLimitSeconds: [3, 8, "seconds to the function"],
  LoopCount: [1, 10, "rounds of a loop"],
  MaximumConnectionAttempts: [1, 5, "attempts of a callback"],
  RetryDelaySeconds: [60, 86_400, "seconds between attempts of a callback"],
};

/**
 * Numbers of some blocks that were within the limits and no longer are, or that are now farther outside.
 *
 * @param blocks - The blocks that a caller can reach.
 */
export function beyondLimits(blocks: readonly Block[], before: Flow): readonly string[] {
  return blocks.flatMap(({ id, parameters }) =>
    Object.entries(LIMITS).flatMap(([name, [least, most, what]]) => {
      const [old, next] = [before.blocks.get(id)?.parameters[name], parameters[name]];
      if (next === undefined || next === old) return [];
      const number = Number(next);
      const isNearer =
        (number >= least || number >= Number(old)) && (number <= most || number <= Number(old));
      return isNearer
        ? []
        : [`${JSON.stringify(next).replaceAll('"', "")} ${what} in ${id} (${least} to ${most})`];
    }),
  );
}
