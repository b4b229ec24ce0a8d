import type { Excuse } from "./excuses";
import type { Mutant } from "./mutant";

/** The least score of an area, in per cent. */
export const GOAL = 90;

/** What has become of an area's mutants. */
export interface Score {
  readonly area: string;
  readonly killed: number;
  /** Those of the killed with which the tests didn't end in time. */
  readonly endless: number;
  readonly refused: number;
  readonly excused: readonly Excuse[];
  readonly alive: readonly Mutant[];
  /** Excuses for what is not alive, or not there. */
  readonly stale: readonly Excuse[];
  /** Of those that are not excused, how many the tests or the compiler notice, in per cent. */
  readonly percent: number;
}

const fits = (excuse: Excuse, mutant: Mutant): boolean =>
  excuse.file === mutant.file && excuse.was === mutant.was && excuse.is === mutant.is;

/**
 * Counts an area's mutants.
 * @param excuses those for the files that were tried
 */
export function scoreOf(
  area: string,
  mutants: readonly Mutant[],
  excuses: readonly Excuse[],
): Score {
  const count = (fate: Mutant["fate"]) => mutants.filter((each) => each.fate === fate).length;
  const endless = count("endless");
  const killed = count("killed") + endless;
  const refused = count("refused");
  const left = mutants.filter(({ fate }) => fate === "alive");
  const alive = left.filter((mutant) => !excuses.some((excuse) => fits(excuse, mutant)));
  const isNeeded = (excuse: Excuse) => left.some((mutant) => fits(excuse, mutant));
  const noticed = killed + refused;
  const counted = noticed + alive.length;
  return {
    area,
    killed,
    endless,
    refused,
    excused: excuses.filter(isNeeded),
    alive,
    stale: excuses.filter((excuse) => !isNeeded(excuse)),
    percent: counted === 0 ? 100 : (100 * noticed) / counted,
  };
}
