/** Two-sided 95 % points of Student's t, for 1 to 30 degrees of freedom. */
const STUDENT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
];
const NORMAL = 1.96;

/** The same for more degrees of freedom, by the first term of Cornish and Fisher's expansion. */
const student = (degrees: number): number =>
  STUDENT[degrees - 1] ?? NORMAL + (NORMAL ** 3 + NORMAL) / (4 * degrees);

/** A value, with the interval in which the true one lies with 95 % confidence. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The ratio of two sums over independent replications, such as answered in time to offered. Its interval
 * is that of the ratio estimator; one replication tells nothing of it.
 * @returns undefined where nothing was counted below the line
 */
export function ratio(above: readonly number[], below: readonly number[]): Estimate | undefined {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const base = sum(below);
  if (base === 0) return undefined;
  const value = sum(above) / base;
  const count = above.length;
  if (count < 2) return { value, low: -Infinity, high: Infinity };
  const squares = sum(above.map((each, at) => (each - value * (below[at] ?? 0)) ** 2));
  const error = Math.sqrt(squares / (count * (count - 1))) / (base / count);
  const reach = student(count - 1) * error;
  return { value, low: value - reach, high: value + reach };
}
