import { vanityEngine, type VanitySuffix } from "../../lambda-src/vanity-engine/engine";
import { levels } from "../../lambda-src/vanity-engine/words/levels";
import { pairs } from "./real-pairs.json";

/** How good the engine's choices are, told by figures. */
export interface Quality {
  /** Of the real numbers, those whose own spelling comes first, or is one of the five. */
  readonly first: number;
  readonly inFive: number;
  /** Shares of random numbers without a company, of the first choice unless another is named. */
  readonly reading: Readonly<Record<string, number>>;
  /** The five of each real number. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** How many random numbers are read. */
export const RANDOM_NUMBERS = 10_000;

/** The same random numbers in each run: the first of the seven is never 0 or 1, as in North America. */
function* randomSuffixes(): Generator<string> {
  let state = 20_261_122;
  for (let count = 0; count < RANDOM_NUMBERS; count++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield String(2_000_000 + Math.floor((state / 2 ** 32) * 8_000_000));
  }
}

const lettered = ({ pieces }: VanitySuffix) => pieces.filter(({ text }) => /[A-Z]/.test(text));

/** The word that a choice is remembered by. */
function mainWord(suffix: VanitySuffix): string | undefined {
  return lettered(suffix).sort((a, b) => b.points - a.points)[0]?.text;
}

const runsOf = ({ letters }: VanitySuffix): number => (letters.match(/[A-Z]+|\d+/g) ?? []).length;

/** What is counted of a number's five. */
function traits(
  levelOf: ReturnType<typeof levels>,
): Record<string, (five: VanitySuffix[]) => boolean> {
  const first = (five: VanitySuffix[]): VanitySuffix => five[0] ?? raise();
  return {
    "nothing but crumbs of one or two letters": (five) => {
      const words = lettered(first(five));
      return words.length > 0 && words.every(({ text }) => text.length <= 2);
    },
    "four runs of letters and digits or more": (five) => runsOf(first(five)) >= 4,
    "the digits themselves": (five) => lettered(first(five)).length === 0,
    "a word that no business would be known by": (five) =>
      lettered(first(five)).some(({ text }) => levelOf(text.toLowerCase()) !== undefined),
    "five of one word": (five) => {
      const words = new Set(five.map(mainWord));
      return five.length === 5 && words.size === 1 && !words.has(undefined);
    },
  };
}

function raise(): never {
  throw new Error("every number has a choice");
}

/** Measures the engine as it is now. */
export function quality(): Quality {
  const engine = vanityEngine();
  const choices: Record<string, string[]> = {};
  let [first, inFive] = [0, 0];
  for (const { phone, company, expect } of pairs) {
    const five = engine.letters(phone.slice(-7), company);
    choices[`${company}: ${expect}`] = five;
    if (five[0] === expect) first++;
    if (five.includes(expect)) inFive++;
  }
  const counted = Object.entries(traits(levels()));
  const counts = new Map(counted.map(([name]) => [name, 0]));
  for (const suffix of randomSuffixes()) {
    const five = engine.suffixes(suffix, "");
    for (const [name, has] of counted) if (has(five)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const reading = Object.fromEntries(
    [...counts].map(([name, count]) => [name, count / RANDOM_NUMBERS]),
  );
  return { first, inFive, reading, choices };
}
