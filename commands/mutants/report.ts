import Table from "cli-table3";

import { GOAL, type Score } from "./score";

/** A change as it is shown: a mutant, or an excuse for one. */
interface Change {
  readonly file: string;
  readonly line?: number;
  readonly was: string;
  readonly is: string;
  readonly why?: string;
}

const told = (title: string, changes: readonly Change[]): string[] =>
  changes.flatMap(({ file, line, was, is, why }) => [
    `${title}: ${file}${line === undefined ? "" : `:${line}`}`,
    `  - ${was}`,
    `  + ${is}`,
    ...(why === undefined ? [] : [`  ${why}`]),
  ]);

/** What is left of an area, change by change. */
export const details = ({ alive, excused, stale }: Score): string =>
  [
    ...told("excused", excused),
    ...told("an excuse that fits nothing alive", stale),
    ...told("alive", alive),
  ].join("\n");

const percent = (value: number): string => `${(Math.floor(value * 10) / 10).toFixed(1)} %`;

/** The score of each area. */
export function table(scores: readonly Score[]): string {
  const rows = new Table({
    head: ["area", "mutants", "killed by tests", "by the compiler", "excused", "alive", "score"],
    style: { head: [], border: [] },
    colAligns: ["left", ...Array.from({ length: 6 }, () => "right" as const)],
  });
  for (const { area, killed, refused, excused, alive, percent: score } of scores) {
    const all = killed + refused + excused.length + alive.length;
    rows.push([area, all, killed, refused, excused.length, alive.length, percent(score)]);
  }
  return rows.toString();
}

/** How it went, and what to do next. */
export function verdict(scores: readonly Score[]): { passed: boolean; text: string } {
  const low = scores.filter((score) => score.percent < GOAL).map(({ area }) => area);
  const stale = scores.flatMap((score) => score.stale).length;
  if (low.length === 0 && stale === 0) {
    return { passed: true, text: `passed: each area has ${GOAL} % or more` };
  }
  return {
    passed: false,
    text: [
      ...(low.length === 0 ? [] : [`error: ${low.join(", ")} must have ${GOAL} % or more`]),
      ...(stale === 0 ? [] : [`error: ${stale} excuses fit nothing alive: take them out`]),
      "next: for each change that is alive, write the test that it breaks; or delete the code, if nothing needs it; or say in commands/mutants/excuses.ts why no test can tell the difference",
    ].join("\n"),
  };
}
