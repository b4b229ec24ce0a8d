import { expect } from "chai";

import { EXCEPTIONS, NOT_APPLICABLE } from "./exceptions";
import { excepted, judgeRule } from "./judge-rule";
import { RULES } from "./rules";
import { STACKS } from "./stacks";

describe("Security rules", () => {
  for (const judged of STACKS) {
    describe(`of ${judged.name}`, () => {
      for (const rule of RULES) {
        const { judged: subjects, findings } = judgeRule(rule, judged);
        if (subjects.length > 0) {
          it(`${rule.id} ${rule.title}`, () => {
            const faults = findings.filter((finding) => !excepted(rule, judged, finding));
            expect(faults.map(({ at, message }) => `${at}: ${message}`)).to.deep.equal([]);
          });
        }
      }
    });
  }

  it("have an id each", () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).to.deep.equal([]);
  });

  it("judge something in some stack, or are listed as not applicable", () => {
    const idle = RULES.filter((rule) =>
      STACKS.every((judged) => judgeRule(rule, judged).judged.length === 0),
    );
    expect(idle.map(({ id }) => id)).to.have.members(Object.keys(NOT_APPLICABLE));
  });

  describe("have exceptions that are still needed:", () => {
    for (const { rule: id, at, stacks } of EXCEPTIONS) {
      for (const address of at) {
        it(`${id} at ${address}`, () => {
          const rule = RULES.find((each) => each.id === id);
          expect(rule, "a rule of that id").to.not.equal(undefined);
          const broken = STACKS.filter(
            (judged) =>
              rule !== undefined &&
              judgeRule(rule, judged).findings.some((finding) => finding.at === address),
          ).map(({ name }) => name);
          expect(broken, "stacks that need it").to.include.members([...(stacks ?? [])]);
          expect(broken, "stacks that need it").to.not.deep.equal([]);
        });
      }
    }
  });
});
