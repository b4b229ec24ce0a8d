import { expect } from "chai";
import fc from "fast-check";

import { jsonTextFaults } from "../../../plan-review/configuration/json-text";

describe("a JSON text, beyond what JSON.parse shows of it", () => {
  const cases: readonly [text: string, ...faults: string[]][] = [
    ['{"a":1,"b":1}'],
    ['{"a":{"a":1},"b":[{"a":1},{"a":1}]}'],
    ['{"a":1,"a":1}', "a is there twice"],
    ['{"a":1,"a":1,"a":1}', "a is there twice"],
    ['{ "a" :1, "\\u0061"\n: 1}', "a is there twice", 'a must be written as "a", as cdktf does'],
    ['{"x":[0,[{"y":{"a":[],"b":{},"a":1}}]]}', "x[1][0].y.a is there twice"],
    ['{"x":[{"a":1},{"a":1,"a":1}],"z":1,"z":2}', "x[1].a is there twice", "z is there twice"],
    ['{"__proto__":1,"__proto__":1}', "__proto__ is there twice"],
    ['{"a b":1,"a b":1}', '"a b" is there twice'],
    ['{"a":"\\u0041"}', 'a must be written as "A", as cdktf does'],
    ['["\\/"]', '[0] must be written as "/", as cdktf does'],
    ['{"a":"\\ud800"}'],
    [
      '{"a":[1.0,1e2,1,-0]}',
      "a[0] must be written as 1, as cdktf does",
      "a[1] must be written as 100, as cdktf does",
      "a[3] must be written as 0, as cdktf does",
    ],
    ['{"a":12345678901234567890}', "a must be written as 12345678901234567000, as cdktf does"],
    ['{"a":1e999}', "a must be written as null, as cdktf does"],
    ['{"a":"{\\"a\\":1,\\"a\\":1}, [\\\\"}'],
  ];
  for (const [text, ...faults] of cases) {
    it(`of ${JSON.stringify(text)} ${faults.length === 0 ? "is nothing to be said" : `is told: ${faults.join("; ")}`}`, () => {
      expect(jsonTextFaults(text)).to.deep.equal(faults);
    });
  }

  it("is right as JSON.stringify writes it, with whatever space", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, "\t"), (value, space) => {
        expect(jsonTextFaults(JSON.stringify(value, null, space))).to.deep.equal([]);
      }),
    );
  });
});
