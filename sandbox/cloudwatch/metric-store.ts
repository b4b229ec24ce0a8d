/** What a metric is of. */
export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** What a period's figure is: CloudWatch's statistics, percentiles as `p99`. */
export type Statistic = string;

const MINUTE = 60_000;
/** How long values are kept: longer than any alarm looks back. */
const KEPT = 26 * 60 * MINUTE;

/** Metrics with their values, a minute each, as CloudWatch keeps them. */
export class MetricStore {
  private readonly series = new Map<string, { of: MetricName; minutes: Map<number, number[]> }>();

  /** Adds a value. @param at - Milliseconds since 1970. */
  public put(of: MetricName, value: number, at: number): void {
    const id = JSON.stringify([of.namespace, of.name, Object.entries(of.dimensions).sort()]);
    const known = this.series.get(id) ?? { of, minutes: new Map<number, number[]>() };
    this.series.set(id, known);
    const minute = Math.floor(at / MINUTE) * MINUTE;
    const values = known.minutes.get(minute);
    if (values === undefined) {
      known.minutes.set(minute, [value]);
      for (const old of known.minutes.keys()) if (old < at - KEPT) known.minutes.delete(old);
    } else values.push(value);
  }

  /**
   * A figure of one metric.
   *
   * @param from - Milliseconds since 1970, a whole minute.
   * @param till - The first minute that doesn't count.
   * @returns undefined where there is no value in that time.
   */
  public figure(of: MetricName, statistic: Statistic, from: number, till: number) {
    return figureOf(
      this.values((each) => isSame(each, of), from, till),
      statistic,
    );
  }

  /** The sum of all metrics of a name that have these dimensions, whatever others. */
  public total(of: MetricName, from: number, till: number): number | undefined {
    const has = (each: MetricName) =>
      each.namespace === of.namespace &&
      each.name === of.name &&
      Object.entries(of.dimensions).every(([name, value]) => each.dimensions[name] === value);
    return figureOf(this.values(has, from, till), "Sum");
  }

  private values(is: (of: MetricName) => boolean, from: number, till: number): number[] {
    return [...this.series.values()]
      .filter(({ of }) => is(of))
      .flatMap(({ minutes }) =>
        [...minutes].flatMap(([minute, values]) => (minute >= from && minute < till ? values : [])),
      );
  }
}

function isSame(one: MetricName, other: MetricName): boolean {
  const [dimensions, others] = [Object.entries(one.dimensions), other.dimensions];
  return (
    one.namespace === other.namespace &&
    one.name === other.name &&
    dimensions.length === Object.keys(others).length &&
    dimensions.every(([name, value]) => others[name] === value)
  );
}

function figureOf(values: readonly number[], statistic: Statistic): number | undefined {
  if (values.length === 0) return undefined;
  const sum = values.reduce((all, value) => all + value, 0);
  switch (statistic) {
    case "Sum":
      return sum;
    case "Average":
      return sum / values.length;
    case "SampleCount":
      return values.length;
    case "Minimum":
      return Math.min(...values);
    case "Maximum":
      return Math.max(...values);
    default: {
      const percentile = /^p(\d{1,2}(?:\.\d+)?)$/.exec(statistic)?.[1];
      if (percentile === undefined) throw new Error(`${statistic} is no statistic that is played`);
      const sorted = [...values].sort((a, b) => a - b);
      return sorted[Math.max(0, Math.ceil((Number(percentile) / 100) * sorted.length) - 1)];
    }
  }
}
