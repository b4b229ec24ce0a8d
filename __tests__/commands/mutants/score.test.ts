import { expect } from "chai";

import type { Fate, Mutant } from "../../../commands/mutants/mutant";
import { details, table, verdict } from "../../../commands/mutants/report";
import { scoreOf } from "../../../commands/mutants/score";

const mutant = (line: number, fate: Fate): Mutant => ({
  file: "limit.ts",
  line,
  was: `return n > ${line};`,
  is: `return n >= ${line};`,
  changed: "",
  fate,
});

const mutants = [
  ...Array.from({ length: 16 }, (_, at) => mutant(at + 1, "killed")),
  mutant(17, "endless"),
  mutant(18, "refused"),
  mutant(19, "alive"),
  mutant(20, "alive"),
];

const excuse = (line: number) => ({
  file: "limit.ts",
  was: `return n > ${line};`,
  is: `return n >= ${line};`,
  why: "nobody can tell",
});

describe("The score of an area", () => {
  it("is what tests and compiler notice, of all that is not excused", () => {
    expect(scoreOf("limits", mutants, []).percent).to.equal(90);
    const { percent, alive, excused } = scoreOf("limits", mutants, [excuse(19)]);
    expect(percent).to.be.closeTo(94.7, 0.1);
    expect(alive.map(({ line }) => line)).to.deep.equal([20]);
    expect(excused).to.have.length(1);
  });

  it("is whole where there is nothing to change", () => {
    expect(scoreOf("limits", [], []).percent).to.equal(100);
  });

  it("lists each change that is alive, with its place, and each excuse with its reason", () => {
    expect(details(scoreOf("limits", mutants, [excuse(19)])).split("\n")).to.deep.equal([
      "excused: limit.ts",
      "  - return n > 19;",
      "  + return n >= 19;",
      "  nobody can tell",
      "alive: limit.ts:20",
      "  - return n > 20;",
      "  + return n >= 20;",
    ]);
  });

  it("stands in a table", () => {
    expect(table([scoreOf("limits", mutants, [])])).to.match(
      /limits │ +20 │ +17 │ +1 │ +1 │ +0 │ +2 │ 90\.0 %/,
    );
  });

  it("passes from 90 %, and is never rounded up to it", () => {
    expect(verdict([scoreOf("limits", mutants, [])]).passed).to.equal(true);
    const many = Array.from({ length: 2697 }, () => mutant(1, "killed"));
    const left = Array.from({ length: 300 }, () => mutant(2, "alive"));
    const low = scoreOf("limits", [...many, ...left], []);
    expect(low.percent).to.be.within(89.98, 89.99);
    expect(table([low])).to.contain("89.9 %");
    const { passed, text } = verdict([low]);
    expect(passed).to.equal(false);
    expect(text).to.match(/^error: limits must have 90 % or more\nnext: /);
  });

  it("fails with an excuse for a change that the tests notice, or that is not there", () => {
    for (const line of [1, 18, 99]) {
      const score = scoreOf("limits", mutants, [excuse(line)]);
      expect(score.stale).to.have.length(1);
      const { passed, text } = verdict([score]);
      expect(passed).to.equal(false);
      expect(text).to.match(/^error: 1 excuses fit nothing alive/);
    }
  });
});
