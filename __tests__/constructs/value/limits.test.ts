import { expect } from "chai";

import { type Limit, LIMITS } from "../../../constructs/value/limits";
import model from "../../../sandbox/connect/protocol/service-model.json";

interface Shape {
  readonly min?: number;
  readonly max?: number;
  readonly members?: Readonly<Record<string, string>>;
}

const SHAPES = model.shapes as Readonly<Record<string, Shape>>;

/** What AWS's model of Amazon Connect says of the member that a limit's source names. */
function modelled({ source }: Limit): Shape | undefined {
  const [, name = "", member = ""] =
    /^Amazon Connect, API reference, (\w+), (\w+)/.exec(source) ?? [];
  const { members } = SHAPES[`${name}Request`] ?? SHAPES[name] ?? {};
  return SHAPES[members?.[member] ?? ""];
}

describe("A limit of the value", () => {
  it("is that of AWS's model of Amazon Connect, where the model has one", () => {
    const compared = Object.entries<Limit>(LIMITS).flatMap(([field, limit]) => {
      const { min, max } = modelled(limit) ?? {};
      return min === undefined && max === undefined ? [] : [{ field, limit, min, max }];
    });
    expect(compared).to.have.length.above(15);
    for (const { field, limit, min = 0, max } of compared) {
      expect(limit.least, field).to.be.at.least(min);
      if (max !== undefined) expect(limit.most, field).to.equal(max);
    }
  });

  it("of a description is the same for all kinds, which validation relies on", () => {
    const descriptions = Object.entries<Limit>(LIMITS).filter(([field]) =>
      field.endsWith(".description"),
    );
    expect(descriptions).to.have.length(7);
    for (const [field, { least, most }] of descriptions) {
      expect({ least, most }, field).to.deep.equal({ least: 1, most: 250 });
    }
  });
});
