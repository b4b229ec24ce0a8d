import Table from "cli-table3";

import type { FlowMutant } from "./mutations";
import type { FlowScore } from "./try-flows";

const told = (title: string, template: string, mutant: FlowMutant, why?: string): string[] => [
  `${title}: flow-templates/${template}:${mutant.line} "${mutant.block}", ${mutant.what}`,
  `  - ${mutant.was}`,
  `  + ${mutant.is}`,
  ...(why === undefined ? [] : [`  ${why}`]),
];

/** What is left of the mutants, change by change. */
export const flowDetails = (scores: readonly FlowScore[]): string =>
  scores
    .flatMap(({ template, excused, alive, stale }) => [
      ...excused.flatMap((mutant) => told("excused", template, mutant, mutant.why)),
      ...stale.map(
        ({ block, what }) => `an excuse that fits nothing alive: ${template} "${block}", ${what}`,
      ),
      ...alive.flatMap((mutant) => told("alive", template, mutant)),
    ])
    .join("\n");

/** The mutants of each template, in numbers. */
export function flowTable(scores: readonly FlowScore[]): string {
  const table = new Table({
    head: ["template", "mutants", "noticed by lint", "by named calls", "excused", "alive"],
    style: { head: [], border: [] },
  });
  for (const { template, mutants, byLint, byCalls, excused, alive } of scores) {
    table.push([template, mutants, byLint, byCalls, excused.length, alive.length]);
  }
  return table.toString();
}

/** How it went, and what to do next. */
export function flowVerdict(scores: readonly FlowScore[]): { passed: boolean; text: string } {
  const alive = scores.flatMap((score) => score.alive).length;
  const stale = scores.flatMap((score) => score.stale).length;
  if (alive === 0 && stale === 0) {
    return { passed: true, text: "passed: every mutant is noticed or excused" };
  }
  return {
    passed: false,
    text: `error: ${alive} mutants are alive, ${stale} excuses fit nothing alive\nnext: write the named call that a change breaks, in __tests__/contact-flow/simulation/; or say in commands/mutants/flow/excuses.ts why it makes no difference`,
  };
}
