import { readdirSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { type Effect, EFFECTS, type Finding } from "../../../plan-review/gate/finding";
import { judge } from "../../../plan-review/gate/judge";
import { type Plan, readPlan } from "../../../plan-review/plan";
import { EVERYTHING } from "../../policy/stacks";
import { edited } from "../../support/synthesized-edits";
import { planBetween } from "../../support/synthesized-plan";
import { ATTACKS } from "./attacks";
import { SOURCE } from "./source";

const PLANS = join(__dirname, "plans");
const WORDS = Object.keys(EFFECTS) as Effect[];

const allowancesOf = (findings: readonly Finding[]) =>
  findings.flatMap(({ addresses, effect }) =>
    effect === undefined ? [] : addresses.map((address) => ({ address, effect })),
  );

/** Every word at every address of some findings, but those that would let them pass. */
const otherAllowances = (findings: readonly Finding[]) => {
  const right = allowancesOf(findings).map(({ address, effect }) => `${address} ${effect}`);
  return findings
    .flatMap(({ addresses }) => addresses)
    .flatMap((address) => WORDS.map((effect) => ({ address, effect })))
    .filter(({ address, effect }) => !right.includes(`${address} ${effect}`));
};

/** What is refused must pass by its own allowances, and by no others. */
const passesByItsAllowancesOnly = (plan: Plan) => {
  const { refused } = judge(plan);
  const never = refused.filter(({ effect }) => effect === undefined);
  expect(judge(plan, { allow: allowancesOf(refused) }).refused).to.deep.equal(never);
  expect(judge(plan, { allow: otherAllowances(refused) }).refused).to.deep.equal(refused);
};

/** Each says what would happen, why that is bad, where that is written and what to do. */
const saysAll = (findings: readonly Finding[]) => {
  for (const { happens, because, source, cure } of findings) {
    expect(source, happens).to.match(SOURCE);
    for (const text of [happens, because, cure]) expect(text).to.match(/^\S.+[^\s.]$/s);
  }
};

describe("the gate, attacked", () => {
  const center = EVERYTHING.stack;

  for (const [what, edit, address, effect, says] of ATTACKS) {
    it(`refuses ${what}`, () => {
      const plan = planBetween(center, edited(center, edit));
      const { refused } = judge(plan);
      const found = refused.filter(
        (each) => each.addresses.includes(address) && says.test(each.happens),
      );
      expect(
        found.map((each) => each.effect),
        refused.map(({ addresses, happens }) => `${addresses.join()} ${happens}`).join("\n"),
      ).to.deep.equal([effect]);
      passesByItsAllowancesOnly(plan);
      saysAll(refused);
    });
  }

  for (const file of readdirSync(PLANS)) {
    it(`refuses the plan ${file}`, () => {
      const plan = readPlan(join(PLANS, file));
      const { refused } = judge(plan);
      expect(refused).to.have.length.above(0);
      saysAll(refused);
      passesByItsAllowancesOnly(plan);
    });
  }
});
