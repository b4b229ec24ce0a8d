import type { Score } from "./score";

/** What is told of an area. */
export const COLUMNS = [
  "area",
  "mutants",
  "killed by tests",
  "of these endless",
  "by the compiler",
  "excused",
  "alive",
  "score",
] as const;

/** Never rounded up. */
const percent = (value: number): string => `${(Math.floor(value * 10) / 10).toFixed(1)} %`;

/** An area's row, in the order of the columns. */
export function cells(score: Score): string[] {
  const { area, killed, endless, refused, excused, alive } = score;
  const all = killed + refused + excused.length + alive.length;
  const counts = [all, killed, endless, refused, excused.length, alive.length].map(String);
  return [area, ...counts, percent(score.percent)];
}
