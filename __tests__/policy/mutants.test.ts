import { expect } from "chai";

import { EXCEPTIONS } from "./exceptions";
import { checkFor, excepted, judgeRule } from "./judge-rule";
import { mutantsByHand } from "./mutants/by-hand";
import { type DerivableCheck, derivedMutants } from "./mutants/derived";
import type { Mutant } from "./mutants/mutant";
import type { Check, Rule } from "./rule";
import { RULES } from "./rules";
import { EVERYTHING, type JudgedStack, STACKS } from "./stacks";

interface Case {
  readonly judged: JudgedStack;
  readonly mutants: readonly Mutant[];
}

/** The checks that a check consists of, down to those that stand for themselves. */
function partsOf(check: Check): Exclude<Check, { kind: "all" }>[] {
  return check.kind === "all" ? check.of.flatMap(partsOf) : [check];
}

/** The mutants of a part of a rule, of the stack that gives the most. */
function mutantsOf(part: Exclude<Check, { kind: "all" }>): Case {
  if (part.kind === "predicate") {
    return { judged: EVERYTHING, mutants: mutantsByHand(EVERYTHING.stack, part.name) };
  }
  const cases = STACKS.map((judged) => ({
    judged,
    mutants: derivedMutants(judged.stack, checkFor<DerivableCheck>(part, judged)),
  }));
  return cases.reduce((most, each) => (each.mutants.length > most.mutants.length ? each : most));
}

/** Tells whether a rule finds something in a mutant that it does not find, or is excused for, otherwise. */
function finderOf(rule: Rule, judged: JudgedStack): (mutant: Mutant) => boolean {
  const before = judgeRule(rule, judged).findings.map((finding) => JSON.stringify(finding));
  return ({ stack, at }) =>
    judgeRule(rule, judged, stack).findings.some(
      (finding) =>
        !before.includes(JSON.stringify(finding)) &&
        !excepted(rule, judged, finding) &&
        finding.at === (at ?? finding.at),
    );
}

/** Whether the rule's fault there is excused: what breaks it more proves nothing. */
function excused({ id }: Rule, { at }: Mutant): boolean {
  return EXCEPTIONS.some(
    (exception) => exception.rule === id && exception.at.some((address) => address === at),
  );
}

describe("Every security rule can fail:", () => {
  for (const rule of RULES) {
    it(`${rule.id} finds each way to break it`, () => {
      for (const part of partsOf(rule.check)) {
        const { judged, mutants } = mutantsOf(part);
        // What is broken already, with an exception, proves it without a mutant.
        if (judgeRule(rule, judged).findings.length === 0) {
          expect(mutants, `mutants of ${JSON.stringify(part)}`).to.not.deep.equal([]);
        }
        const finds = finderOf(rule, judged);
        const missed = mutants.filter((mutant) => !excused(rule, mutant) && !finds(mutant));
        expect(missed.map(({ what, at }) => `${what} at ${at ?? "any place"}`)).to.deep.equal([]);
      }
    });
  }
});
