import type { Figures, Forecast } from "./simulation/forecast";

const rounded = (number: number, digits: number): number => Number(number.toFixed(digits));

const orNull = (number: number | undefined, digits: number): number | null =>
  number === undefined ? null : rounded(number, digits);

const share = (number: number): number => Math.min(1, Math.max(0, number));

function figures({ queue, serviceLevel, averageWaitSeconds, occupancy, ...counts }: Figures) {
  return {
    queue,
    offered: rounded(counts.offered, 3),
    answered: rounded(counts.answered, 3),
    abandoned: rounded(counts.abandoned, 3),
    callbacks: rounded(counts.callbacks, 3),
    serviceLevel: orNull(serviceLevel?.value, 5),
    averageWaitSeconds: orNull(averageWaitSeconds?.value, 3),
    occupancy: orNull(occupancy, 5),
    serviceLevel95:
      serviceLevel === undefined
        ? null
        : [rounded(share(serviceLevel.low), 5), rounded(share(serviceLevel.high), 5)],
  };
}

/** The forecast for other tools; null where there were no calls, or nobody at work. */
export const asJson = ({ intervals, totals }: Forecast): string =>
  JSON.stringify(
    {
      intervals: intervals.map(({ interval, ...each }) => ({
        start: interval.start,
        ...figures(each),
      })),
      totals: totals.map(figures),
    },
    undefined,
    2,
  );
