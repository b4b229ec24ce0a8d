import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { lintFlow } from "../../../contact-flow/lint";
import { OperatorError } from "../../../sandbox/machine/errors";
import { isFastTest } from "../files";
import type { FlowExcuse } from "./excuses";
import { type FlowMutant, mutantsOf } from "./mutations";
import { NamedCalls } from "./named-calls";

/** What the mutants of flows are tried on. */
export interface FlowArea {
  /** The folder of the templates. */
  readonly templates: string;
  readonly tests: readonly string[];
  readonly readers: readonly string[];
}

const CALLS = "__tests__/contact-flow/simulation";

/** Ours, with their named calls; what else is tested there is tested on flows of its own. */
export const OUR_FLOWS: FlowArea = {
  templates: "flow-templates",
  tests: readdirSync(CALLS)
    .filter((name) => isFastTest(name) && !/^(?:caller|fuzz)\./.test(name))
    .map((name) => join(CALLS, name)),
  readers: ["commands/support/kwglobal-center.ts"],
};

/** What has become of a template's mutants. */
export interface FlowScore {
  readonly template: string;
  readonly mutants: number;
  readonly byLint: number;
  readonly byCalls: number;
  readonly excused: readonly (FlowMutant & Pick<FlowExcuse, "why">)[];
  readonly alive: readonly FlowMutant[];
  /** Excuses that fit nothing alive. */
  readonly stale: readonly FlowExcuse[];
}

/** What lint says of a template, whatever its values: its words, without the places. */
const findings = (text: string): Set<string> =>
  new Set(
    lintFlow(text, { type: "MODULE", origin: "template" })
      .filter(({ rule }) => rule !== "flow-type" && rule !== "module-settings")
      .map(({ rule, action, message }) => `${rule} ${action ?? ""} ${message}`),
  );

const fits = (excuse: FlowExcuse, mutant: FlowMutant): boolean =>
  excuse.block === mutant.block &&
  excuse.what === mutant.what &&
  (excuse.is === undefined || excuse.is === mutant.is);

/**
 * Tries the mutants of every template, one after the other.
 * @param told hears how far it is
 * @throws OperatorError if the named calls fail with no mutant at all
 */
export async function tryFlows(
  { templates, tests, readers }: FlowArea,
  excuses: readonly FlowExcuse[],
  told: (template: string, mutants: number) => void,
): Promise<FlowScore[]> {
  const calls = new NamedCalls(tests, readers);
  const scores: FlowScore[] = [];
  for (const template of readdirSync(templates).filter((file) => file.endsWith(".json"))) {
    const path = join(templates, template);
    const text = readFileSync(path, "utf8");
    const fault = await calls.notice(path, text);
    if (fault !== undefined) throw new OperatorError(`the named calls fail as they are: ${fault}`);
    const mutants = mutantsOf(text);
    told(template, mutants.length);
    const before = findings(text);
    const alive: FlowMutant[] = [];
    let byLint = 0;
    let byCalls = 0;
    for (const mutant of mutants) {
      if ([...findings(mutant.text)].some((finding) => !before.has(finding))) byLint++;
      else if ((await calls.notice(path, mutant.text)) !== undefined) byCalls++;
      else alive.push(mutant);
    }
    const ours = excuses.filter((excuse) => excuse.template === template);
    const whyOf = (mutant: FlowMutant) => ours.find((excuse) => fits(excuse, mutant))?.why;
    scores.push({
      template,
      mutants: mutants.length,
      byLint,
      byCalls,
      excused: alive.flatMap((mutant) => {
        const why = whyOf(mutant);
        return why === undefined ? [] : [{ ...mutant, why }];
      }),
      alive: alive.filter((mutant) => whyOf(mutant) === undefined),
      stale: ours.filter((excuse) => !alive.some((mutant) => fits(excuse, mutant))),
    });
  }
  return scores;
}
