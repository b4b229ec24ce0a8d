/** Something to be timed. */
export interface Contender {
  readonly name: string;
  readonly run: () => void;
}

/** A contender's median round. */
export interface Timed {
  readonly name: string;
  /** Nanoseconds. */
  readonly median: number;
}

/**
 * The middle of some figures.
 * @param figures at least one
 */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? NaN;
}

/**
 * Times contenders in turns, so that a noisy neighbour hits all of them: only the ratios between them mean anything.
 * @param contenders at least one
 * @param rounds how often each runs
 */
export function interleaved(contenders: readonly Contender[], rounds: number): Timed[] {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    contenders.forEach(({ run }, index) => {
      const began = process.hrtime.bigint();
      run();
      times[index]?.push(Number(process.hrtime.bigint() - began));
    });
  return contenders.map(({ name }, index) => ({ name, median: median(times[index] ?? []) }));
}
