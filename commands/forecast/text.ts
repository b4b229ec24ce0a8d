import Table from "cli-table3";

import type { Figures, Forecast } from "./simulation/forecast";
import type { Estimate } from "./simulation/interval-estimate";

/** How many of the worst half hours are told. */
const WORST = 8;

const count = (number: number): string =>
  number.toLocaleString("en-US", { maximumFractionDigits: number < 10 ? 1 : 0 });

/** A share as per cent. */
export const percent = (share: number | undefined): string =>
  share === undefined ? "–" : `${(100 * Math.min(1, Math.max(0, share))).toFixed(0)} %`;

/** A share with its interval: `82 % (80–84)`. */
export function percentWithInterval(estimate: Estimate | undefined): string {
  if (estimate === undefined) return "–";
  const { value, low, high } = estimate;
  if (!Number.isFinite(low)) return percent(value);
  return `${percent(value)} (${percent(low).replace(" %", "")}–${percent(high).replace(" %", "")})`;
}

/** Seconds as people read them: `45 s`, `12:05 min`. */
export function duration(seconds: number | undefined): string {
  if (seconds === undefined) return "–";
  const whole = Math.round(seconds);
  return whole < 100
    ? `${whole} s`
    : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")} min`;
}

/** The heads of a table of figures. */
export const HEADS = [
  "Queue",
  "Calls",
  "Answered",
  "Hung up",
  "Callbacks",
  "Service level",
  "Average wait",
  "Occupancy",
];

/** The cells below {@link HEADS}. */
export const cells = (figures: Figures): string[] => [
  figures.queue,
  count(figures.offered),
  count(figures.answered),
  count(figures.abandoned),
  count(figures.callbacks),
  percentWithInterval(figures.serviceLevel),
  duration(figures.averageWaitSeconds?.value),
  percent(figures.occupancy),
];

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const made = new Table({ head: [...heads], style: { head: [], border: [], compact: true } });
  made.push(...rows.map((row) => [...row]));
  return made.toString();
}

/** Calls that get neither an agent nor a callback, nor give up. */
const left = ({ offered, answered, abandoned, callbacks }: Figures): number =>
  offered - answered - abandoned - callbacks;

/** What a reader of the figures must know: where calls went that were not served. */
export function notes({ totals, withoutQueue }: Forecast): string[] {
  const notQueued = totals.filter((figures) => figures.notQueued > 0);
  const unserved = totals.filter((figures) => left(figures) >= 0.05);
  return [
    ...notQueued.map(
      (figures) =>
        `${count(figures.notQueued)} calls for ${figures.queue} don't get into the queue: it is closed or full, or the flow ends them`,
    ),
    ...(withoutQueue > 0
      ? [`${count(withoutQueue)} calls end in the flow before it names a queue`]
      : []),
    ...unserved.map(
      (figures) =>
        `${count(left(figures))} callers of ${figures.queue} are neither answered nor give up: nobody comes, or the flow ends the call`,
    ),
  ];
}

/** The half hours with the lowest service level, those with the most calls first among equals. */
function worst({ intervals }: Forecast): Forecast["intervals"] {
  const level = ({ serviceLevel }: Figures) => serviceLevel?.value ?? 2;
  return [...intervals]
    .filter(({ serviceLevel }) => serviceLevel !== undefined)
    .sort((one, other) => level(one) - level(other) || other.offered - one.offered)
    .slice(0, WORST);
}

/** What is forecast, and how. */
export const headingOf = (
  environment: string,
  { replications }: Forecast,
  { seed, within }: { readonly seed: number; readonly within: number },
): string =>
  `${environment}, ${replications} replications, seed ${seed}; service level: answered within ${within} s, with its 95 % interval`;

/** The forecast for the terminal. */
export function asText(forecast: Forecast, heading: string): string {
  const lowest = worst(forecast).map(({ interval, ...figures }) => [
    interval.start,
    ...cells(figures),
  ]);
  return [
    heading,
    table(HEADS, forecast.totals.map(cells)),
    ...(lowest.length === 0
      ? []
      : ["The half hours with the lowest service level:", table(["Start", ...HEADS], lowest)]),
    ...notes(forecast),
  ].join("\n");
}
