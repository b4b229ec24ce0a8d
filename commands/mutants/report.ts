import Table from "cli-table3";

import { cells, COLUMNS } from "./cells";
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

/** The score of each area. */
export function table(scores: readonly Score[]): string {
  const rows = new Table({
    head: [...COLUMNS],
    style: { head: [], border: [] },
    colAligns: COLUMNS.map((_, at) => (at === 0 ? "left" : "right")),
  });
  for (const score of scores) rows.push(cells(score));
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
