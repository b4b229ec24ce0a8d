import { expect } from "chai";

import { compute } from "../../../sandbox/cloudwatch/expression";

/** A Tuesday. */
const AT = new Date("2026-11-24T17:00:00Z");

const computed = (expression: string, values: Record<string, number | undefined> = {}) =>
  compute(expression, { values, at: AT });

describe("An expression of metric math", () => {
  const CASES: readonly (readonly [
    expression: string,
    values: Record<string, number | undefined>,
    result: number | undefined,
  ])[] = [
    ["1 + 2 * 3", {}, 7],
    ["(1 + 2) * 3", {}, 9],
    ["10 - 4 - 3", {}, 3],
    ["a / 4", { a: 2 }, 0.5],
    ["a + 1", { a: undefined }, undefined],
    ["a > 1", { a: 2 }, 1],
    ["a >= 2 AND a <= 2", { a: 2 }, 1],
    ["a == 1 OR a != 2", { a: 2 }, 0],
    ["IF(a > 1, b, 3)", { a: 2, b: 7 }, 7],
    ["IF(a > 1, b, 3)", { a: 1, b: 7 }, 3],
    ["IF(a > 1, b, 3)", { a: 2, b: undefined }, 0],
    ["IF(a > 1, b, 3)", { a: undefined, b: 1 }, undefined],
    ["FILL(a, 5)", { a: undefined }, 5],
    ["FILL(a, 5)", { a: 4 }, 4],
    ["DAY(a)", { a: undefined }, 2],
    ["HOUR(a)", { a: undefined }, 17],
  ];
  for (const [expression, values, result] of CASES) {
    it(`${expression} of ${JSON.stringify(values)} is ${result}`, () => {
      expect(computed(expression, values)).to.equal(result);
    });
  }

  it("counts Sunday as the seventh day", () => {
    const at = new Date("2026-11-22T00:00:00Z");
    expect(compute("DAY(a)", { values: { a: 1 }, at })).to.equal(7);
  });

  for (const [expression, why] of [
    ["ANOMALY_DETECTION_BAND(a, 2)", "ANOMALY_DETECTION_BAND of 2 isn't played"],
    ["b", "there is no b"],
    ["a ; 1", " ; 1 isn't played"],
    ["a 1", "1 is unexpected"],
    ["(a", "the expression ends too soon"],
    ["toString", "there is no toString"],
  ] as const) {
    it(`${expression} is refused: ${why}`, () => {
      expect(() => computed(expression, { a: 1 })).to.throw(why);
    });
  }
});
